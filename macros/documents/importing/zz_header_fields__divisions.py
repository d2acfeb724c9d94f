"""Lines at the head of a document → the divisions (所管課) among them, by how such names end. Not whether they exist."""

import re
from typing import NamedTuple

from macros.documents.extractors.line import Line
from macros.documents.extractors.zz_line__cleaning import closed_up
from macros.records.vocabulary import Words

_DIVISION = re.compile(r".*(?:課|室|所|センター|部|局|館)")
_SECTION = re.compile(r"[^部]*[課室]")


class Division(NamedTuple):
    """A name as a record writes it, and the lines that print it."""

    name: str
    lines: tuple[Line, ...]


def divisions(lines: list[Line], known: Words) -> tuple[list[Division], list[Line]]:
    """Those found, in order, and the lines that are none. 「教育総務部」 may stand on a line above its sections."""
    found: list[Division] = []
    left: list[Line] = []
    department: tuple[Line, ...] = ()
    for line, below in zip(lines, [*lines, Line(0, "")][1:], strict=True):
        name = closed_up(line.text)
        if name.endswith("部") and _SECTION.fullmatch(closed_up(below.text)):
            department = (line,)
            continue
        if not _SECTION.fullmatch(name):
            department = ()
        if known.find(name) or _DIVISION.fullmatch(name):
            above = "".join(closed_up(each.text) for each in department)
            found.append(Division(above + name, (*department, line)))
        else:
            left.append(line)
    return found, left
