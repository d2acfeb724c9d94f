"""A form that is one table, the heading on the left and what it says on the right → sections without a number."""

from collections.abc import Callable

from macros.documents.extractors.line import Line
from macros.documents.importing.labels import NUMBERED, Label
from macros.documents.importing.sections import Section, outline

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
