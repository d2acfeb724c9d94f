"""A Word document (.docx) → lines: a paragraph is a line or several, a table row is one line with tabs."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from macros.importing.cleaning import clean
from macros.importing.line import Line, Unreadable
from macros.importing.text import why_ignored

LARGEST_UNPACKED = 100_000_000  # bytes; a zip bomb unpacks to far more
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .doc, and of a .docx behind a password


def word_lines(content: bytes) -> Iterator[Line]:
    """Raises Unreadable when the file is encrypted, broken, or unpacks to too much."""
    if content.startswith(_OLE):
        raise Unreadable(
            "古い Word 形式（.doc）か、パスワードで守られた文書です。守りを外し、.docx で保存し直してください。"
        )
    try:
        _weigh(content)
        blocks = list(Document(BytesIO(content)).iter_inner_content())
    except (BadZipFile, PackageNotFoundError, LxmlError, KeyError, ValueError, OSError, RuntimeError) as error:
        raise Unreadable("Word 文書として読めません。ファイルが壊れていないか確かめてください。") from error
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield Line(next(numbers), _row([cell.text for cell in row.cells]))
            continue
        is_title = bool(block.style and (block.style.name or "").startswith(("Heading", "Title", "見出し", "表題")))
        for written in block.text.split("\n"):
            text = clean(written)
            yield Line(next(numbers), text, is_title=is_title, ignored=why_ignored(text))


def _row(cells: list[str]) -> str:
    """A merged cell is handed out once for each cell it covers; it stands here once."""
    texts = [clean(" ".join(cell.split())) for cell in cells]
    return "\t".join(text for position, text in enumerate(texts) if position == 0 or text != texts[position - 1])


def _weigh(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as packed:
        if sum(member.file_size for member in packed.infolist()) > LARGEST_UNPACKED:
            raise Unreadable("中身が大きすぎる Word 文書です。図や写真を取り除いて保存し直してください。")
