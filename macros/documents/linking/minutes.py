"""A draft of minutes, line by line: its text, which of it is a link already, and where an agenda item begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.documents.linking.context import LOWEST
from macros.documents.linking.folding import GONE, folded
from macros.documents.linking.grammar import COMPILED as ARE

MASK = "\ufffc"
"""Stands in a draft for each character that is no text: code, addresses."""


@dataclass(frozen=True)
class DraftLine:
    """`linked` are the places that lead somewhere already: they say what is spoken of, but stay as they are."""

    text: str
    level: int = 0
    """Of a heading, from 1 as the highest; 0 where the format does not say that it is one."""
    linked: tuple[tuple[int, int], ...] = ()
    row: int = 0
    """Of a table, from 1: lines of one row are read as one. Below 0 for a cell that is read alone. 0 outside."""
    is_note: bool = False
    """Read alone: what stands at the end of a document is about none of its agenda items."""


@dataclass(frozen=True)
class Link:
    """text[start:end] leads to `address`, which is relative to the site."""

    start: int
    end: int
    address: str
    name: str
    clause_start: int | None = None
    """Where the clause begins, if text[start:end] names the 諮問 before it."""


@dataclass(frozen=True)
class Unresolved:
    """text[start:end] looks like a citation and gets no link."""

    start: int
    end: int
    reason: str


Found = Link | Unresolved


def unlinked(citation: Found, line: DraftLine) -> Found | None:
    """What of it lies outside the links of the line: all, nothing, or the clause behind a 諮問 that is a link."""

    def is_linked(start: int, end: int) -> bool:
        return any(start < stop and begin < end for begin, stop in line.linked)

    if not is_linked(citation.start, citation.end):
        return citation
    clause = citation.clause_start if isinstance(citation, Link) else None
    if isinstance(citation, Link) and clause is not None and not is_linked(clause, citation.end):
        return replace(citation, start=clause, clause_start=None)
    return None


def heading_level(text: str, level: int) -> int:
    """`level` as the format says, or as the words do; 0 for what is no heading. Takes folded text."""
    if level:
        return level
    marked = ARE["heading"].match(text)
    if marked:
        return marked.end() - 1
    return sign_level(text) if ARE["rule"].match(text) or ARE["agenda"].match(text) else 0


def headings(lines: Iterable[DraftLine]) -> Iterator[str]:
    """For each line the heading that it stands below, as printed; empty above the first. A heading stands below itself."""
    heading = ""
    for line in lines:
        heading = heading_of(line) or heading
        yield heading


def heading_of(line: DraftLine) -> str:
    """The line as printed if it is a heading, without the signs of the format; else empty."""
    plain = line.text.replace(MASK, "").replace(GONE, "").strip()
    is_heading = bool(plain) and not line.row and heading_level(folded(plain).text, line.level) > 0
    return plain.lstrip("# ") if is_heading else ""


def sign_level(text: str) -> int:
    """The level of a heading that only its words show, by the sign it begins with."""
    inner = ARE["inner"].match(text)
    return LOWEST + (inner.lastindex or 0 if inner else 0)
