"""Lines → numbered sections within numbered sections. A number counts only where it fits: 4 after 3, (1) first.

A form that is one table, headings on the left, becomes sections without a number. Not what a section says. Which
headings are to be expected comes from the forms.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from macros.documents.extractors.line import Line
from macros.documents.importing.clause_numbers import (
    COMPOSITE,
    NUMBERED,
    PART,
    SQUARE,
    STYLES,
    Label,
    in_iroha,
    read_label,
)
from macros.documents.importing.papers import number_of

_ATTACHED = re.compile(
    r"[【〔［（(]?(?:別紙|別添|別図|別表|参考資料|添付資料|付属資料)\s*[0-9０-９一二三]{0,2}[】〕］）)]?(?:[\s:：](?!.*とおり).{1,40}(?<!。))?"
)


@dataclass
class Section:
    """A numbered section; `lines` are those below its first line and above its first child."""

    label: Label
    line: Line
    lines: list[Line] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)
    skipped: bool = False
    """The number before it is missing."""

    @property
    def all_lines(self) -> Iterator[Line]:
        """Its first line, its own lines and those of its children."""
        yield self.line
        yield from self.lines
        for child in self.children:
            yield from child.all_lines


@dataclass
class Outline:
    """`before` the first section; `sections` at the top; `after` an unnumbered title; `beyond` the 諮問.

    `running` are the lines within sections that only say again which 諮問 this is, as the head of a page does.
    """

    before: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    beyond: list[Line] = field(default_factory=list)
    running: list[Line] = field(default_factory=list)


def outline(lines: tuple[Line, ...], is_heading: Callable[[str], bool]) -> Outline:
    """`is_heading` says whether a text is a heading of some form."""
    building = _Building(is_heading)
    for line in lines:
        for piece in _pieces(line):
            building.add(piece)
    return building.outline


class _Building:
    """One pass over the lines with the sections that are still open."""

    def __init__(self, is_heading: Callable[[str], bool]) -> None:
        self.is_heading = is_heading
        self.outline = Outline()
        self.open: list[Section] = []

    def add(self, line: Line) -> None:
        if self.outline.beyond:
            self.outline.beyond.append(line)
            return
        if self.open and number_of(line) is not None:
            self.outline.running.append(line)
            line = replace(line, ignored="諮問番号（ページの見出し）")
        label = read_label(line.text) if not line.ignored else None
        depth = self._depth(label) if label else None
        if label and depth is None and (otherwise := in_iroha(label)):
            label, depth = otherwise, self._depth(otherwise)
        if label and self._starts_again(label) and (title := _title_above(self.open)):
            self.outline.beyond = [*title, line]
        elif label and depth is not None:
            self._section(label, depth, line)
        elif self.open and _ATTACHED.fullmatch(line.text):
            self.outline.after.append(replace(line, is_title=True))
        elif self.outline.after or (self.open and line.is_title and not line.text.startswith("・")):
            self._after(line)
        else:
            (self.open[-1].lines if self.open else self.outline.before).append(line)

    def _depth(self, label: Label) -> int | None:
        """How many open sections stand above this one; None when the number does not fit here."""
        for depth, section in enumerate(self.open):
            if section.label.style == label.style:
                follows = label.ordinal == section.label.ordinal + 1 or label.style in (SQUARE, *COMPOSITE)
                skips = label.ordinal > section.label.ordinal and self.is_heading(label.rest)
                return depth if follows or skips else None
        if label.style == PART and self.open:  # 「１ 主旨」 may stand above the first part
            return 0 if label.ordinal == 1 and "について" in label.rest else None
        return len(self.open) if label.ordinal == 1 and not self.outline.after else None

    def _section(self, label: Label, depth: int, line: Line) -> None:
        if self.open:  # a title in the midst of a document is no attachment after all
            self.open[-1].lines += self.outline.after
        self.outline.after = []
        is_next = depth < len(self.open) and self.open[depth].label.style == label.style
        before = self.open[depth].label.ordinal if is_next else 0
        section = Section(label, line, skipped=label.ordinal != before + 1 and label.style not in (SQUARE, *COMPOSITE))
        siblings = self.open[depth - 1].children if depth else self.outline.sections
        siblings.append(section)
        self.open = [*self.open[:depth], section]

    def _starts_again(self, label: Label) -> bool:
        """1 once more, or below a lower kind of number, with no heading of ours: perhaps another document."""
        top = next((section.label.style for section in self.open if section.label.style != PART), None)
        if (
            top is None
            or label.style in (PART, SQUARE, *COMPOSITE)
            or label.ordinal != 1
            or self.is_heading(label.rest)
        ):
            return False
        return label.style == top or STYLES.index(label.style) < STYLES.index(self.open[-1].label.style)

    def _after(self, line: Line) -> None:
        part_title = self.open and self.open[-1].label.style == PART and not self.open[-1].children
        (self.open[-1].lines if part_title else self.outline.after).append(line)


def _pieces(line: Line) -> list[Line]:
    """A row 「5 <tab> 件数 <tab> (1) … (2) …」 is a clause with the clauses below it; any other line is itself."""
    *before, last = line.text.split("\t")
    numbered = [piece for piece in NUMBERED.split(last) if piece]
    label = read_label(line.text)
    is_clause = label is not None and bool(before) and len(numbered) > 1 and read_label(numbered[0]) is not None
    texts = [" ".join(before), *numbered] if is_clause else [line.text]
    return [replace(line, text=text) for text in texts]


def _title_above(sections: list[Section]) -> list[Line]:
    """The title of the other document, taken back from the section that it ended up in: 「…について」."""
    lines = sections[-1].lines
    end = len(lines)
    while end and not lines[end - 1].text:
        end -= 1
    start = end
    while start and lines[start - 1].text and not lines[start - 1].text.endswith("。"):
        start -= 1
    if not "".join(line.text for line in lines[start:end]).endswith("ついて"):
        return []
    taken = lines[start:]
    del lines[start:]
    return taken


_FEWEST = 3  # rows; fewer are no form
_LONGEST = 40  # characters of a heading


def row_sections(lines: list[Line], is_heading: Callable[[str], bool]) -> list[Section]:
    """Of the rows with two cells among `lines`, in order; none where there are too few for a form."""
    rows = [line for line in lines if _is_row(line)]
    if len(rows) < _FEWEST:
        return []
    return [_section(place, line, is_heading) for place, line in enumerate(rows, start=1)]


def _is_row(line: Line) -> bool:
    name, *said = line.text.split("\t")
    return len(said) == 1 and 0 < len(name) <= _LONGEST and "。" not in name and bool(said[0])


def _section(place: int, line: Line, is_heading: Callable[[str], bool]) -> Section:
    """Word writes the paragraphs of a cell in one row: ア, イ within it are sections of their own."""
    name, said = line.text.split("\t")
    below = outline(tuple(Line(line.number, piece) for piece in NUMBERED.split(said)), is_heading)
    return Section(Label("", "", place, name), line, [*below.before, *below.after], below.sections)
