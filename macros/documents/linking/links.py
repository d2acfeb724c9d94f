"""A draft → its links and what gets none, line by line. Everything is checked against the archive; nothing is guessed.

The same stands in `overrides/assets/linking/finding.js`; `tests/linking_cases.json` holds the two together.
"""

from collections.abc import Iterable, Iterator, Sequence

from macros.documents.linking.citation import Piece
from macros.documents.linking.citation_numbers import pieces
from macros.documents.linking.clause_links import to_clause
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
from macros.documents.linking.owners import Owner, Unclear, certain_number, is_topic, owner_of
from macros.documents.linking.paragraphs import paragraphs
from macros.documents.linking.tables import number_column, with_column
from macros.documents.linking.targets import References, Target
from macros.documents.linking.titles import Numbered, Surroundings, Titled, titles

_NAMED = 5  # 諮問 in one sentence about a gap


def find(lines: Iterable[DraftLine], references: References) -> Iterator[tuple[Found, ...]]:
    """What is found in each line, in the order of the text."""
    scope = Scope()
    read = list(paragraphs(list(lines)))
    for place, paragraph in enumerate(read):
        line = paragraph.line
        is_note = line.is_note or ARE["note"].match(line.text)
        below = read[place + 1].line.text if place + 1 < len(read) else ""
        yield from paragraph.parted(_in_paragraph(line, below, references, Scope() if is_note else scope))


def _in_paragraph(line: DraftLine, below: str, references: References, scope: Scope) -> list[Found]:
    text = folded(line.text)
    words = text.text.replace(MASK, "").replace(CUT, "")
    level = 0 if line.row else heading_level(words, line.level) or _like_another(words, scope)
    is_turn = not level and ARE["turn"].search(words) is not None
    level = LOWEST if is_turn else level
    scope.begin(level, is_turn=is_turn)
    scope.is_said = scope.is_said or ARE["said"].search(words) is not None
    scope.column = number_column(text.text, scope.column)
    findings = list(_in_line(text, folded(below).text, references, scope))
    if words.strip():
        scope.end(level)
    return [outside for finding in findings if (outside := unlinked(finding, line))]


def _like_another(words: str, scope: Scope) -> int:
    """The level of 「(6) 個人情報ファイル簿の公表」 below 「(5) 諮問第948号」."""
    level = sign_level(words)
    return level if ARE["numbered"].match(words) and any(above == level for above, *_ in scope.headings) else 0


def _in_line(text: Folded, below: str, references: References, scope: Scope) -> Iterator[Found]:
    read = with_column(text.text, scope.column, list(pieces(text.text, terms=_terms(text.text, scope))))
    _define_others(text.text, read, scope)
    beside = _surroundings(text.text, below, read, references, scope)
    before: Piece | None = None
    titled = titles(text.text, [(piece.start, piece.end) for piece in read], beside, references)
    both: list[Piece | Titled] = sorted([*read, *titled], key=lambda citation: citation.start)
    for citation in both:
        if isinstance(citation, Piece):
            yield from _cited(citation, before, text, references, scope)
            before = citation
        else:
            yield _titled(citation, text, scope)
            before = None
    if text.text.strip():
        scope.above = tuple(numbered.number for numbered in beside.numbers)
        scope.title_above = _last_title(text.text, both)


def _surroundings(text: str, below: str, read: Sequence[Piece], references: References, scope: Scope) -> Surroundings:
    numbers = [
        Numbered(piece.start, piece.end, certain_number(piece, text, references, scope))
        for piece in read
        if piece.number or (piece.owner == "other" and ARE["other_number"].match(text, piece.start))
    ]
    is_row = ARE["cell_end"].search(text) is not None
    return Surroundings(numbers, is_row, scope.above, scope.title_above, below)


def _last_title(text: str, citations: Sequence[Piece | Titled]) -> Target | None:
    last = citations[-1] if citations else None
    return last.target if isinstance(last, Titled) and not text[last.end :].strip(f" 」』){CUT}") else None


def _terms(text: str, scope: Scope) -> set[str]:
    """What stands for a 諮問 in this line, as defined above or in the line itself; and words that do so no more."""
    definitions = list(ARE["defined"].finditer(text))
    ends = {piece.own_end or piece.end for piece in pieces(text) if piece.number} if definitions else set()
    here = {match[1] for match in definitions if match.start() in ends or ARE["anaphor"].fullmatch(match[1])}
    return set(scope.terms) | here


def _define_others(text: str, read: Sequence[Piece], scope: Scope) -> None:
    """「委託契約（以下「本件」という。）」: the word speaks of no 諮問 any more."""
    ends = {piece.own_end or piece.end for piece in read if piece.number}
    for match in ARE["defined"].finditer(text):
        if match.start() not in ends and ARE["anaphor"].fullmatch(match[1]):
            scope.terms[match[1]] = None


def _define(piece: Piece, before: Piece | None, meant: Owner | None, text: str, scope: Scope) -> None:
    """諮問第948号（以下「本諮問」という。）; behind a list, of which one alone is no certain meaning, nothing."""
    match = ARE["defined"].match(text, piece.own_end or piece.end)
    if match is None:
        return
    is_of_list = piece.is_listed and before is not None and before.is_listed
    is_last_alone = is_of_list and before is not None and not ARE["defined"].match(text, before.own_end or before.end)
    scope.terms[match[1]] = None if is_last_alone else meant


def _titled(titled: Titled, text: Folded, scope: Scope) -> Found:
    at = text.span(titled.start, titled.end)
    if titled.target is None:
        if titled.bearers and not any(name in scope.passage for name in titled.bearers):
            words = text.text[titled.start : titled.end]
            scope.mention(titled.start, words, None, is_topic=is_topic(text.text, titled.end))
        return Unresolved(*at, titled.reason)
    if titled.target.address.startswith("consultations/"):
        scope.mention(titled.start, titled.target.name, titled.target, is_topic=is_topic(text.text, titled.end))
    return Link(*at, titled.target.address, titled.target.name)


def _cited(piece: Piece, before: Piece | None, text: Folded, references: References, scope: Scope) -> Iterator[Found]:
    if piece.owner == "other":
        scope.other, scope.previous = piece.end, None
        return
    start, end = text.span(piece.start, piece.end)
    try:
        name, target = owner_of(piece, before, text.text, references, scope)
    except Unclear as unclear:
        if unclear.sentence:
            yield Unresolved(start, end, unclear.sentence)
        _define(piece, before, None, text.text, scope)
        _pass_over(piece, text.text, scope, is_citation=bool(unclear.sentence))
        return
    _define(piece, before, (name, target), text.text, scope)
    scope.clause_end = piece.end if piece.clause else scope.clause_end
    if target is None:
        yield Unresolved(start, end, _unrecorded(name, piece, references))
        return
    if piece.runs_from is not None and piece.number is not None:
        yield from _gap(piece.runs_from, piece.number, (start, end), references)
    yield from (
        to_clause(piece, target, text, scope) if piece.clause else [Link(start, end, target.address, target.name)]
    )


def _pass_over(piece: Piece, text: str, scope: Scope, *, is_citation: bool) -> None:
    """What is left without a link is no antecedent, but a clause has been spoken of."""
    scope.previous = None
    if piece.clause and is_citation:
        scope.owners[text[piece.start : piece.end]] = None
        scope.clause_end = piece.end


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
