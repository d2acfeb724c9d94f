"""A document that holds several 諮問 → the lines of each, and the lines that belong to none."""

import re
from dataclasses import dataclass

from macros.documents.extractors.line import Line, squeezed
from macros.documents.importing.dates import day
from macros.records.numerals import number as read_number

_COVER = 8  # lines from the number on: day, addressee, author

_NUMBER = re.compile(r"諮問第?(\d{1,6}|[〇一二三四五六七八九十百千]{1,6})号")


@dataclass(frozen=True)
class Papers:
    """All lines of one 諮問, its cover sheet first; `number` is None where the council prints none."""

    number: int | None
    lines: tuple[Line, ...]


def split(lines: tuple[Line, ...]) -> tuple[list[Papers], list[Line]]:
    """In order. A number that comes again (cover sheet, then document) goes on with the same 諮問.

    With a cover sheet of another day it is another 諮問: numbers begin anew each year.
    """
    outside: list[Line] = []
    papers: list[tuple[int, list[Line]]] = []
    current: list[Line] = outside
    for place, line in enumerate(lines):
        number = number_of(line)
        if number is not None:
            above = _dates_at_the_end(current)
            same = next((own for other, own in reversed(papers) if other == number), None)
            if same is None or _is_another(same, lines[place : place + _COVER]):
                same = []
                papers.append((number, same))
            current = same
            current += above
        current.append(line)
    if not papers:
        return [Papers(None, lines)], []
    return [Papers(number, tuple(own)) for number, own in papers], outside


def _is_another(before: list[Line], cover: tuple[Line, ...]) -> bool:
    """Whether `cover` has an addressee and a day, and the paper before has another."""
    days, own = ([day(line.text) for line in sheet if day(line.text)] for sheet in (before[:_COVER], cover))
    is_addressed = any(re.search("[様殿]$", line.text) for line in cover)
    return bool(is_addressed and days and own) and days[0] != own[0]


def _dates_at_the_end(lines: list[Line]) -> list[Line]:
    """Taken from `lines`: the dates below the last empty line, which some cover sheets print above the number."""
    start = next((place for place in range(len(lines), 0, -1) if not lines[place - 1].text), 0)
    taken = lines[start:]
    if not all(day(line.text) for line in taken):
        return []
    del lines[start:]
    return taken


def number_of(line: Line) -> int | None:
    """The number where the line is nothing but 「諮問第948号」."""
    return number_in(line.text)


def number_in(text: str) -> int | None:
    """The same of the text of a line."""
    printed = _NUMBER.fullmatch(squeezed(text).strip("【】[]"))
    return read_number(printed[1].lstrip("0")) if printed else None
