"""A document that holds several 諮問 → the lines of each, and the lines that belong to none."""

import re
from dataclasses import dataclass

from macros.documents.extractors.line import Line, squeezed
from macros.documents.importing.dates import day

_NUMBER = re.compile(r"諮問第?(\d{1,6})号")


@dataclass(frozen=True)
class Papers:
    """All lines of one 諮問, its cover sheet first; `number` is None where the council prints none."""

    number: int | None
    lines: tuple[Line, ...]


def split(lines: tuple[Line, ...]) -> tuple[list[Papers], list[Line]]:
    """In order. A number that comes again (cover sheet, then document) goes on with the same 諮問."""
    outside: list[Line] = []
    found: dict[int, list[Line]] = {}
    current: list[Line] = outside
    for line in lines:
        number = number_of(line)
        if number is not None:
            above = _dates_at_the_end(current)
            current = found.setdefault(number, [])
            current += above
        current.append(line)
    if not found:
        return [Papers(None, lines)], []
    return [Papers(number, tuple(own)) for number, own in found.items()], outside


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
    found = _NUMBER.fullmatch(squeezed(line.text).strip("【】[]"))
    return int(found[1]) if found else None
