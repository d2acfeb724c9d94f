"""A draft → its links and what gets none, line by line. Everything is checked against the archive; nothing is guessed.

The same stands in `overrides/assets/linking/finding.js`; `tests/linking_cases.json` holds the two together.
"""

from collections.abc import Iterable, Iterator

from macros.documents.linking.citation import ClauseText, Piece
from macros.documents.linking.citation_reader import pieces
from macros.documents.linking.context import LOWEST, Scope
from macros.documents.linking.folding import CUT, Folded, folded
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.minutes import (
    MASK,
    DraftLine,
    Found,
    Link,
    Unresolved,
    heading_level,
    sign_level,
    unlinked,
)
from macros.documents.linking.owners import Unclear, is_topic, owner_of
from macros.documents.linking.paragraphs import paragraphs
from macros.documents.linking.targets import References, Target
from macros.documents.linking.titles import Titled, titles
from macros.records.clause_number import ClauseNumber

_NAMED = 5  # 諮問 in one sentence about a gap


def find(lines: Iterable[DraftLine], references: References) -> Iterator[tuple[Found, ...]]:
    """What is found in each line, in the order of the text."""
    scope = Scope()
    for paragraph in paragraphs(list(lines)):
        line = paragraph.line
        is_note = line.is_note or ARE["note"].match(line.text)
        yield from paragraph.parted(_in_paragraph(line, references, Scope() if is_note else scope))


def _in_paragraph(line: DraftLine, references: References, scope: Scope) -> list[Found]:
    text = folded(line.text)
    words = text.text.replace(MASK, "").replace(CUT, "")
    level = 0 if line.row else heading_level(words, line.level) or _like_another(words, scope)
    is_turn = not level and ARE["turn"].search(words) is not None
    level = LOWEST if is_turn else level
    scope.begin(level, is_turn=is_turn)
    scope.is_said = scope.is_said or ARE["said"].search(words) is not None
    found = list(_in_line(text, references, scope))
    if words.strip():
        scope.end(level)
    return [each for one in found if (each := unlinked(one, line))]


def _like_another(words: str, scope: Scope) -> int:
    """The level of 「(6) 個人情報ファイル簿の公表」 below 「(5) 諮問第948号」."""
    level = sign_level(words)
    return level if ARE["numbered"].match(words) and any(above == level for above, *_ in scope.headings) else 0


def _in_line(text: Folded, references: References, scope: Scope) -> Iterator[Found]:
    read = list(pieces(text.text))
    before: Piece | None = None
    both: list[Piece | Titled] = [*read, *titles(text.text, read, references)]
    for each in sorted(both, key=lambda each: each.start):
        if isinstance(each, Piece):
            yield from _found(each, before, text, references, scope)
            before = each
        else:
            yield _titled(each, text, scope)
            before = None


def _titled(titled: Titled, text: Folded, scope: Scope) -> Found:
    at = text.span(titled.start, titled.end)
    if titled.target is None:
        return Unresolved(*at, titled.reason)
    if titled.target.address.startswith("consultations/"):
        scope.mention(titled.start, titled.target.name, titled.target, is_topic=is_topic(text.text, titled.end))
    return Link(*at, titled.target.address, titled.target.name)


def _found(piece: Piece, before: Piece | None, text: Folded, references: References, scope: Scope) -> Iterator[Found]:
    if piece.owner == "other":
        scope.other, scope.previous = piece.end, None
        return
    start, end = text.span(piece.start, piece.end)
    try:
        name, target = owner_of(piece, before, text.text, references, scope)
    except Unclear as unclear:
        if unclear.sentence:
            yield Unresolved(start, end, unclear.sentence)
        scope.previous = None
        if piece.clause:
            scope.owners[text.text[piece.start : piece.end]] = None
        return
    if target is None:
        yield Unresolved(start, end, _unrecorded(name, piece, references))
        return
    if piece.runs_from is not None and piece.number is not None:
        yield from _gap(piece.runs_from, piece.number, (start, end), references)
    yield from (
        _to_clause(piece, target, text, scope) if piece.clause else [Link(start, end, target.address, target.name)]
    )


def _to_clause(piece: Piece, target: Target, text: Folded, scope: Scope) -> Iterator[Found]:
    """To the clause, where it is; else to the page that was named, and a word on the clause."""
    start, end = text.span(piece.start, piece.end)
    behind = text.origins[piece.clause_start] if piece.own_end else None
    number = _clause_number(piece.clause, target, scope) if piece.clause else None
    if number and target.has(number):
        scope.last, scope.cited = (target.name, number), (piece.end, target.name, target)
        scope.owners[target.name] = target
        yield Link(
            start, end, f"{target.address}#{number.anchor or number.part}", f"{target.name} {_printed(number)}", behind
        )
        return
    scope.last = None
    if piece.own_end and behind:
        yield Link(*text.span(piece.start, piece.own_end), target.address, target.name)
        start = behind
    said = text.text[max(piece.start, piece.clause_start) : piece.end]
    reason = REASONS["no_clause" if target.has_body else "cover_only"].format(target.name, said)
    yield Unresolved(start, end, reason)


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
    inner = "".join(f"({each})" if each.isdigit() else each for each in rest)
    return f"第{number.part}の{first}{inner}" if number.part else f"{first}{inner}"


def _unrecorded(name: str, piece: Piece, references: References) -> str:
    if piece.owner == "answer":
        return REASONS["no_answer"].format(name)
    citing = references.precedents.get(piece.number or 0)
    return REASONS["precedent"].format(name, citing) if citing else REASONS["unrecorded"].format(name)


def _gap(first: int, last: int, at: tuple[int, int], references: References) -> Iterator[Unresolved]:
    if first >= last:
        yield Unresolved(*at, REASONS["backwards"])
        return
    between = [number for number in range(first + 1, last) if number not in references.by_number]
    if between:
        named = "、".join(f"第{number}号" for number in between[:_NAMED]) + ("など" if between[_NAMED:] else "")
        yield Unresolved(*at, REASONS["gap"].format(named))
