"""A Word document (.docx) → lines of a draft: a paragraph each, of the body, of text boxes, tables and notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import qn

from macros.documents.linking.docx import walked
from macros.documents.linking.minutes import DraftLine

_NOTES = (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES)
for _kind in _NOTES:  # which python-docx knows as bytes alone
    PartFactory.part_type_for[_kind] = XmlPart
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_READ_ALONE = -1


@dataclass(frozen=True)
class WordParagraph:
    """`part` holds the addresses of its links."""

    element: Any
    part: Any
    is_note: bool


def paragraphs_of(document: WordDocument) -> list[WordParagraph]:
    """Every paragraph of the body, of tables and of text boxes, in the order of the file; then those of the notes."""
    parts = [part for part in document.part.package.iter_parts() if part.content_type in _NOTES]
    roots = [(document.part, document.element.body), *((part, part.element) for part in parts)]
    return [
        WordParagraph(element, part, part is not document.part)
        for part, root in roots
        for element in root.iter(qn("w:p"))
        if not any(above.tag == _FALLBACK for above in element.iterancestors())
    ]


def word_lines(document: WordDocument) -> Iterator[DraftLine]:
    """One for each paragraph; its level as its style says."""
    levels = {style.style_id: _level(style) for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    rows: dict[Any, int] = {}
    for paragraph in paragraphs_of(document):
        walk = walked(paragraph.element)
        linked = tuple((each.start, each.end) for each in walk.pieces if each.state == "linked")
        level = levels.get(paragraph.element.style, 0)
        yield DraftLine(walk.text, level, linked, 0 if level else _row(paragraph.element, rows), paragraph.is_note)


def _level(style: Any) -> int:
    name = (style.name or "").lower()
    number = name.removeprefix("heading ").removeprefix("見出し").strip()
    return int(number) if number.isdigit() and number != name else 0


def _row(paragraph: Any, rows: dict[Any, int]) -> int:
    """The number of the table's row, as in `DraftLine.row`; a row of one cell alone is a box around a paragraph."""
    row = next(paragraph.iterancestors(qn("w:tr")), None)
    if row is None:
        return 0
    if row not in rows:
        cells = [[each for each in cell.iter(qn("w:p")) if walked(each).text.strip()] for cell in row.iter(qn("w:tc"))]
        filled = [len(cell) for cell in cells if cell]
        is_one_line = max(filled, default=0) == 1
        rows[row] = 0 if len(filled) <= 1 else len(rows) + 1 if is_one_line else _READ_ALONE
    return rows[row]
