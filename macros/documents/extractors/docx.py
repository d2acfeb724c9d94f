"""A Word document (.docx) → lines: a paragraph is a line or several, a table row is one line with tabs.

What a reader sees counts: inserted text, text boxes and notes are read, deleted text and ruby are not.
"""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count
from typing import Any, TypeVar
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from macros.documents.extractors.docx_numbering import WordNumbers
from macros.documents.extractors.line import Line, Unreadable, clean
from macros.documents.extractors.text import why_ignored

Read = TypeVar("Read")

LARGEST_UNPACKED = 100_000_000  # bytes; a zip bomb unpacks to far more
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .doc, and of a .docx behind a password
_BROKEN = (
    *(BadZipFile, zlib.error, OpcError, LxmlError, OSError),
    *(KeyError, ValueError, TypeError, AttributeError, RuntimeError),
)

_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}
_UNSEEN = {qn("w:rt"), qn("w:txbxContent"), qn("w:del"), qn("w:moveFrom")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same box again
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " "}
_TITLES = ("heading", "title", "見出し", "表題")


def word_lines(content: bytes) -> Iterator[Line]:
    """Raises Unreadable when the file is encrypted, broken, or unpacks to too much."""
    written = read_word(content, lambda document: list(_written(document)))
    numbers = count(1)
    for text, is_title in written:
        for part in text.split("\n"):
            yield Line(next(numbers), clean(part), is_title=is_title, ignored=why_ignored(clean(part)))


def read_word(content: bytes, read: Callable[[WordDocument], Read]) -> Read:
    """What `read` makes of the document. Raises Unreadable as above, also for what is broken further in."""
    if content.startswith(_OLE):
        raise Unreadable(
            "古い Word 形式（.doc）か、パスワードで守られた文書です。守りを外し、.docx で保存し直してください。"
        )
    try:
        _weigh(content)
        return read(Document(BytesIO(content)))
    except _BROKEN as error:
        raise Unreadable("Word 文書として読めません。ファイルが壊れていないか確かめてください。") from error


def _written(document: WordDocument) -> Iterator[tuple[str, bool]]:
    """The text of each block in order, and whether it is set as a heading; notes come last."""
    numbers = WordNumbers(document)
    titles = {style.style_id for style in document.styles if (style.name or "").lower().startswith(_TITLES)}
    for block in _blocks(document.element.body):
        if block.tag == qn("w:tbl"):
            yield from ((_row(row), False) for row in block.iter(qn("w:tr")))
        else:
            yield f"{numbers.of(block)} {_text(block)}".strip(), block.style in titles
        for box in block.iter(qn("w:txbxContent")):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from ((_text(paragraph), False) for paragraph in box.iter(qn("w:p")))
    for part in document.part.package.iter_parts():
        if part.partname.endswith(("/footnotes.xml", "/endnotes.xml")):
            yield from ((_text(paragraph), False) for paragraph in parse_xml(part.blob).iter(qn("w:p")))


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those within content controls."""
    for child in element:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _text(paragraph: Any) -> str:
    return "".join(_runs(paragraph))


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _UNSEEN and child.tag != _FALLBACK:
            yield from _runs(child)


def _row(row: Any) -> str:
    cells = (" ".join(filter(None, map(_text, cell.iter(qn("w:p"))))) for cell in row.iter(qn("w:tc")))
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _weigh(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as packed:
        if sum(member.file_size for member in packed.infolist()) > LARGEST_UNPACKED:
            raise Unreadable("中身が大きすぎる Word 文書です。図や写真を取り除いて保存し直してください。")
