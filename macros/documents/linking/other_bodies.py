"""Numbers and clauses of other documents: 議案第945号、第946号; 要綱第1の5及び第2の3. Read, so that what a list joins is theirs too.

The same stands in `overrides/assets/linking/others.js`.
"""

from dataclasses import replace
from re import Match

from macros.documents.linking.citation import FEWEST, Piece
from macros.documents.linking.clauses import led
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.zz_citation__numerals import number

_WORD = 24  # characters


def others(text: str, at: int) -> list[Piece]:
    """The whole list of another kind that begins at `at`; what a word leads that is not known becomes no link, but is told."""
    return _numbers(text, at) or _clauses(text, at)


def _numbers(text: str, at: int) -> list[Piece]:
    found = ARE["other_number"].match(text, at)
    if found is None or not at or (text[at] != "第" and ARE["within_number"].match(text, at - 1)):
        return []
    is_known = ARE["other_kind"].search(text[max(0, at - _WORD) : at]) is not None
    if not is_known and not ARE["led_number"].search(text[max(0, at - _WORD) : at]):
        return []
    read = [found]
    while (following := _joined_number(text, read[-1])) is not None:
        read.append(following)
    if is_known:
        return [Piece(at, read[-1].end(), "other")]
    return [_untold(each) for each in read]


def _joined_number(text: str, last: Match[str]) -> Match[str] | None:
    step = ARE["and"].match(text, last.end()) or ARE["until"].match(text, last.end())
    start = step.end() if step else last.end()
    also = text[start : start + 1] == "同"
    return ARE["other_number"].match(text, start + also) if step else None


def _untold(found: Match[str]) -> Piece:
    value = number(found[1])
    is_likely = value is not None and value >= FEWEST
    return Piece(found.start(), found.end(), "bare" if is_likely else "other", number=value, reason="not_said")


def _clauses(text: str, at: int) -> list[Piece]:
    """要綱第1の5(1): silent where a paper is named, else told where the part is said with 第."""
    read = led(text, at)
    if not read:
        return []
    if text[at] != "第" or ARE["other_paper"].search(text[max(0, at - _WORD) : at]):
        return [Piece(at, read[-1].end, "other")]
    return [replace(each, owner="nobody", reason="owned") for each in read]
