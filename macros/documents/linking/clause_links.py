"""A clause as cited → the link to it, or why there is none.

The same stands in `overrides/assets/linking/finding.js`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.documents.linking.citation import ClauseText, Piece
from macros.documents.linking.context import Scope
from macros.documents.linking.folding import Folded
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.minutes import Found, Link, Unresolved
from macros.documents.linking.targets import Target
from macros.records.clause_number import ClauseNumber


def to_clause(piece: Piece, target: Target, text: Folded, scope: Scope) -> Iterator[Found]:
    """To the clause, where it is; else to the page that was named, and a word on the clause."""
    start, end = text.span(piece.start, piece.end)
    behind = text.origins[piece.clause_start] if piece.own_end else None
    number = _clause_number(piece.clause, target, scope) if piece.clause else None
    side_by_side = _side_by_side(piece, number, target, text.text) if number else ()
    if number and target.has(number):
        link = _link((start, end), piece.end, number, target, scope)
        yield replace(link, clause_start=behind)
        return
    for place, one in enumerate(side_by_side):
        at = text.span(one.start if place else piece.start, one.end)
        link = _link(at, one.end, one.number, target, scope)
        yield link if place else replace(link, clause_start=behind)
    if side_by_side:
        return
    scope.last = None
    if piece.own_end and behind:
        yield Link(*text.span(piece.start, piece.own_end), target.address, target.name)
        start = behind
    words = text.text[max(piece.start, piece.clause_start) : piece.end]
    reason = REASONS["no_clause" if target.has_body else "cover_only"].format(target.name, words)
    yield Unresolved(start, end, reason)


def _link(at: tuple[int, int], end: int, number: ClauseNumber, target: Target, scope: Scope) -> Link:
    """To a clause, of which what follows it may speak; `at` are places of the draft, `end` is one of the folded text."""
    scope.last, scope.cited = (target.name, number), (end, target.name, target)
    scope.owners[target.name] = target
    return Link(*at, f"{target.address}#{number.anchor or number.part}", f"{target.name} {_printed(number)}")


@dataclass(frozen=True)
class _InBrackets:
    """(2) of 7(1)(2), and the clause that it is."""

    start: int
    end: int
    number: ClauseNumber


def _side_by_side(piece: Piece, number: ClauseNumber, target: Target, text: str) -> tuple[_InBrackets, ...]:
    """7(1)(2) as 7(1) and 7(2), where each of them is there; else nothing."""
    run = ARE["brackets"].search(text[piece.start : piece.end])
    places = list(ARE["in_brackets"].finditer(text, piece.start + run.start(), piece.end)) if run else []
    above = number.labels[: len(number.labels) - len(places)]
    each_number = [
        ClauseNumber(number.part, (*above, label)) for label in number.labels[len(number.labels) - len(places) :]
    ]
    if not above or not all(map(target.has, each_number)):
        return ()
    return tuple(_InBrackets(place.start(), place.end(), one) for place, one in zip(places, each_number, strict=True))


def _clause_number(clause: ClauseText, target: Target, scope: Scope) -> ClauseNumber | None:
    """The full number of what may say only its end. None where that does not follow from the clause before."""
    if clause.relation == "whole":
        return ClauseNumber(clause.part, clause.labels)
    if scope.last is None or scope.last[0] != target.name:
        return None
    before = scope.last[1]
    if clause.relation == "part":
        return ClauseNumber(before.part, clause.labels)
    kept = before.labels[:-1] if len(before.labels) > 1 else before.labels
    return ClauseNumber(before.part, (*kept, *clause.labels))


def _printed(number: ClauseNumber) -> str:
    if not number.labels:
        return f"第{number.part}"
    first, *rest = number.labels
    inner = "".join(f"({label})" if label.isdigit() else label for label in rest)
    return f"第{number.part}の{first}{inner}" if number.part else f"{first}{inner}"
