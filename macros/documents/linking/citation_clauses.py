"""Clauses within a citation: 第1の5(1), 1の5の(1), 5(1), 第2, and those that follow: 及び(2), から第1の7まで.

The same stands in `overrides/assets/linking/clauses.js`.
"""

import re
from dataclasses import replace
from re import Match

from macros.documents.linking.citation import ClauseText, Piece
from macros.documents.linking.grammar import COMPILED as ARE
from macros.records.numerals import number

_LABEL = re.compile("[0-9]+|[一二三四五六七八九十]+|[ア-ン]|[a-zA-Z]|[①-⑳]")


def attached(text: str, at: int) -> tuple[list[Piece], bool]:
    """The clauses that stand behind a 諮問 which ends at `at`, and whether the first makes one link with it."""
    of = ARE["of"].match(text, at)
    start = of.end() if of else at
    first = _whole(text, start) or _single(text, at, start) or _part(text, start) or _unread(text, start)
    if first:
        return _with_following(text, first), True
    apart = ARE["within"].match(text, at)
    first = _whole(text, apart.end()) if apart else None
    return (_with_following(text, first), False) if first else ([], False)


def standing_alone(text: str, at: int) -> list[Piece]:
    """The clauses that stand at `at` without their 諮問: 第1の5, 5(1)."""
    if at and ARE["no_clause_after"].match(text, at - 1):
        return []
    first = _whole(text, at, is_alone=True)
    if first is None:
        return []
    is_owned = ARE["owned_after"].search(text[max(0, at - 40) : at])
    reason = "owned" if is_owned else first.reason
    return _with_following(text, replace(first, owner="nobody", reason=reason))


def joined_label(text: str, at: int) -> list[Piece]:
    """(2) alone, of the clause before it in the sentence: 「第1の10(1)の認証、(2)の規程」."""
    label = ARE["label"].match(text, at) if text[at] == "(" else None
    if label is None or not ARE["joined_before"].search(text[max(0, at - 8) : at]):
        return []
    if not ARE["joined_after"].match(text, label.end()):
        return []
    clause = ClauseText(None, _labels(label[0]), "sibling")
    return _with_following(text, Piece(at, label.end(), "nobody", clause=clause))


def led(text: str, at: int) -> list[Piece]:
    """The clauses at `at` behind a word that may be of another document: 要綱第1の5, 第1条の5(1)."""
    if not at or not (ARE["leading"].match(text, at - 1) or ARE["other_paper"].search(text[max(0, at - 2) : at])):
        return []
    first = _whole(text, at, is_alone=True)
    return _with_following(text, first) if first else []


def behind_also(text: str, at: int) -> list[Piece]:
    """What follows 同: 第1の5(1), 5(1), or (2) alone."""
    first = _whole(text, at, is_alone=True)
    if first is None:
        label = ARE["label"].match(text, at)
        if label is None or text[at] != "(":
            return []
        first = Piece(at, label.end(), "previous", clause=ClauseText(None, _labels(label[0]), "sibling"))
    return _with_following(text, first)


def _whole(text: str, at: int, *, is_alone: bool = False) -> Piece | None:
    """A clause with its part, or with a label in parentheses. Alone, a part must be said with 第 or a label follow."""
    for name in ("spaced", "parted"):
        match = ARE[name].match(text, at)
        if match:
            sign, *numbers, labels = match.groups() if name == "parted" else ("第", *match.groups())
            is_said = bool(sign) or not is_alone
            is_followed = bool(ARE["follow"].match(text, match.end()) or ARE["overlong"].match(text, match.end()))
            if labels or (is_said and is_followed):
                return _piece(text, match, numbers, labels)
    match = ARE["unparted"].match(text, at)
    return _piece(text, match, [match[1]], match[2]) if match else None


def _piece(text: str, match: Match[str], written: list[str], labels: str) -> Piece:
    """`written` are the numbers of part and clause, or of the clause alone."""
    long = ARE["overlong"].match(text, match.end())
    numbers = [value for numeral in written if (value := number(numeral))]
    if long or len(numbers) < len(written):
        return Piece(match.start(), (long or match).end(), "previous", reason="overlong")
    *part, clause = numbers
    cited = ClauseText(part[0] if part else None, (str(clause), *_labels(labels)))
    return Piece(match.start(), match.end(), "previous", clause=cited)


def _single(text: str, at: int, start: int) -> Piece | None:
    """の5, of a document without parts: said with の, and nothing that could be counted behind it. Without の it is only told."""
    match = ARE["single"].match(text, start)
    if match is None or not ARE["single_end"].match(text, match.end()):
        return None
    if "の" not in text[at:start]:
        return Piece(start, match.end(), "previous", reason="overlong") if at == start else None
    return Piece(start, match.end(), "previous", clause=ClauseText(None, (str(number(match[1])),)))


def _part(text: str, at: int) -> Piece | None:
    match = ARE["part"].match(text, at)
    if match is None or not ARE["part_end"].match(text, match.end()):
        return None
    part = number(match[1])
    return Piece(at, match.end(), "previous", clause=ClauseText(part, ())) if part else None


def _unread(text: str, at: int) -> Piece | None:
    """第1-5-(1), 第5(1): certainly a clause, but not which."""
    match = ARE["unread"].match(text, at)
    return Piece(at, match.end(), "previous", reason="overlong") if match else None


def _with_following(text: str, first: Piece) -> list[Piece]:
    clauses = [first]
    while clauses[-1].clause:
        following = _following(text, clauses[-1])
        if following is None:
            break
        clauses.append(following)
    return clauses


def _following(text: str, last: Piece) -> Piece | None:
    """What an 及び or から joins to the last clause, unless it is a 諮問 again."""
    joint = ARE["and"].match(text, last.end)
    until = None if joint else ARE["until"].match(text, last.end)
    at = (joint or until).end() if joint or until else -1  # type: ignore[union-attr]
    if at < 0 or _is_number(text, at):
        return None
    is_part = last.clause is not None and not last.clause.labels
    piece = _part(text, at) if is_part else _whole(text, at, is_alone=True) or _relative(text, at, last)
    is_open = until is not None and until[1] in ("から", "より") and text[at : at + 1] != "("
    if piece is None or (is_open and not ARE["made"].match(text, piece.end)):
        return None
    if piece.clause and piece.clause.part is None and piece.clause.relation == "whole":
        return replace(piece, clause=ClauseText(None, piece.clause.labels, "part"))
    return piece


def _relative(text: str, at: int, last: Piece) -> Piece | None:
    label = ARE["label"].match(text, at)
    if label and text[at] == "(":
        return Piece(at, label.end(), "previous", clause=ClauseText(None, _labels(label[0]), "sibling"))
    single = ARE["single"].match(text, at)
    is_plain = bool(last.clause and len(last.clause.labels) == 1)
    if single and is_plain and ARE["single_end"].match(text, single.end()):
        return Piece(at, single.end(), "previous", clause=ClauseText(None, (str(number(single[1])),), "part"))
    return None


def _is_number(text: str, at: int) -> bool:
    match = ARE["number"].match(text, at)
    return bool(match and match[2])


def _labels(written: str) -> tuple[str, ...]:
    """「の(1)ア」 → 1, ア: what an address is made of."""
    return tuple(str(number(label) or label) for label in _LABEL.findall(written))
