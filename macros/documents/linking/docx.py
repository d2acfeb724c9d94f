"""A paragraph of a Word document (.docx): its text, and hyperlinks put into its own runs.

Formatting and comments stay as they are. What stands in a tracked change or a field gets no link.

A Word document (.docx) → lines of a draft: a paragraph each, of the body, of text boxes, tables and notes.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from macros.documents.linking.minutes import DraftLine

_STYLE = "Hyperlink"
_BLUE = RGBColor(0x05, 0x63, 0xC1)
_INSIDE = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "smartTag", "customXml")}
_BOUND = {qn(f"w:{name}") for name in ("ins", "moveTo", "fldSimple", "ruby", "rubyBase", "bdo", "dir")}
_GONE = {qn(f"w:{name}") for name in ("del", "moveFrom", "rt", "pPr", "rPr", "drawing", "pict")}
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


@dataclass(frozen=True)
class _Piece:
    """Some text of a paragraph: `state` is empty where a link can be put."""

    start: int
    end: int
    element: Any
    state: str = ""


@dataclass
class _Walk:
    """A paragraph on the way: its pieces, and the field that is open."""

    pieces: list[_Piece] = field(default_factory=list)
    text: str = ""
    fields: list[str] = field(default_factory=list)

    def add(self, text: str, element: Any, state: str) -> None:
        within = (
            "linked"
            if any("HYPERLINK" in instruction for instruction in self.fields)
            else "bound"
            if self.fields
            else state
        )
        self.pieces.append(_Piece(len(self.text), len(self.text) + len(text), element, state or within))
        self.text += text


def bound(paragraph: Any) -> tuple[tuple[int, int], ...]:
    """The places of a paragraph where no link can be put."""
    return tuple((piece.start, piece.end) for piece in walked(paragraph).pieces if piece.state == "bound")


def put_link(part: Any, paragraph: Any, start: int, end: int, address: str) -> bool:
    """Make a hyperlink of text[start:end] of a paragraph in `part`. False where it lies across the bounds of the format."""
    _split(paragraph, start)
    _split(paragraph, end)
    runs = [
        piece.element.getparent() for piece in walked(paragraph).pieces if start <= piece.start and piece.end <= end
    ]
    runs = [run for run in dict.fromkeys(runs) if run is not None]
    if not runs or any(run.tag != qn("w:r") or run.getparent() is not runs[0].getparent() for run in runs):
        return False
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(qn("w:history"), "1")
    parent, first, last = runs[0].getparent(), runs[0], runs[-1]
    within = parent[parent.index(first) : parent.index(last) + 1]
    first.addprevious(link)
    link.extend(within)
    style = _style(part.package.main_document_part.document)
    for run in runs:
        _give_style(run, style)
    return True


def _style(document: WordDocument) -> str:
    """The id of the document's own style for links, made if it has none."""
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.CHARACTER and (style.name or "").lower() == _STYLE.lower():
            return str(style.style_id)
    made = document.styles.add_style(_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    made.font.color.rgb = _BLUE
    made.font.underline = True
    return str(made.style_id)


def _give_style(run: Any, style: str) -> None:
    """Beside the run's own formatting; a style of its own is kept."""
    properties = run.get_or_add_rPr()
    if properties.find(qn("w:rStyle")) is None:
        named = OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        properties.insert(0, named)


def _split(paragraph: Any, at: int) -> None:
    """Two runs where one goes over `at`: the second has the same formatting and all that follows."""
    for piece in walked(paragraph).pieces:
        run = piece.element.getparent()
        if run.tag != qn("w:r") or not piece.start <= at < piece.end:
            continue
        before = [child for child in run if child.tag != qn("w:rPr")]
        position = before.index(piece.element)
        if piece.start == at and position == 0:
            return
        following = before[position:] if piece.start == at else before[position + 1 :]
        second = OxmlElement("w:r")
        if run.rPr is not None:
            second.append(deepcopy(run.rPr))
        if piece.start < at:
            second.append(_cut(piece.element, at - piece.start))
        second.extend(following)
        run.addnext(second)
        return


def _cut(text: Any, at: int) -> Any:
    """The end of a text, taken off it."""
    rest = OxmlElement("w:t")
    rest.text, text.text = text.text[at:], text.text[:at]
    for half in (rest, text):
        half.set(qn("xml:space"), "preserve")
    return rest


def walked(paragraph: Any) -> _Walk:
    """The paragraph's text and what it is made of."""
    walk = _Walk()
    _visit(paragraph, "", walk)
    return walk


def _visit(element: Any, state: str, walk: _Walk) -> None:
    for child in element:
        if child.tag == qn("w:t"):
            walk.add(child.text or "", child, state)
        elif child.tag in _BREAKS:
            walk.add(_BREAKS[child.tag], child, state)
        elif child.tag == qn("w:fldChar"):
            _open_or_close(child.get(qn("w:fldCharType")), walk)
        elif child.tag == qn("w:instrText") and walk.fields:
            walk.fields[-1] += child.text or ""
        elif child.tag == qn("w:r") or child.tag in _INSIDE:
            _visit(child, state, walk)
        elif child.tag == qn("w:hyperlink"):
            _visit(child, "linked", walk)
        elif child.tag in _BOUND:
            is_link = "HYPERLINK" in (child.get(qn("w:instr")) or "")
            _visit(child, "linked" if is_link else state or "bound", walk)


def _open_or_close(kind: str | None, walk: _Walk) -> None:
    if kind == "begin":
        walk.fields.append("")
    elif kind == "end" and walk.fields:
        walk.fields.pop()


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
        linked = tuple((piece.start, piece.end) for piece in walk.pieces if piece.state == "linked")
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
        cells = [
            [inner for inner in cell.iter(qn("w:p")) if walked(inner).text.strip()] for cell in row.iter(qn("w:tc"))
        ]
        filled = [len(cell) for cell in cells if cell]
        is_one_line = max(filled, default=0) == 1
        rows[row] = 0 if len(filled) <= 1 else len(rows) + 1 if is_one_line else _READ_ALONE
    return rows[row]
