"""Numbers and clauses of other documents: 議案第945号、第946号; 要綱第1の5及び第2の3. Read, so that what a list joins is theirs too.

The same stands in `overrides/assets/linking/others.js`.

What stands before a 諮問 and makes it another one: 川崎市の諮問第948号, 国の審査会, 平成二十三年度諮問第945号.
"""

from dataclasses import replace
from re import Match

from macros.documents.linking.citation import FEWEST, Piece
from macros.documents.linking.citation_clauses import led
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.targets import References
from macros.records.numerals import number

_WORD = 24  # characters


def others(text: str, at: int) -> list[Piece]:
    """The whole list of another kind that begins at `at`; what a word leads that is not known becomes no link, but is told."""
    return _numbers(text, at) or _clauses(text, at)


def _numbers(text: str, at: int) -> list[Piece]:
    match = ARE["other_number"].match(text, at)
    if match is None or not at or (text[at] != "第" and ARE["within_number"].match(text, at - 1)):
        return []
    is_known = ARE["other_kind"].search(text[max(0, at - _WORD) : at]) is not None
    if not is_known and not ARE["led_number"].search(text[max(0, at - _WORD) : at]):
        return []
    read = [match]
    while (following := _joined_number(text, read[-1])) is not None:
        read.append(following)
    if is_known:
        return [Piece(at, read[-1].end(), "other")]
    return [_untold(match) for match in read]


def _joined_number(text: str, last: Match[str]) -> Match[str] | None:
    step = ARE["and"].match(text, last.end()) or ARE["until"].match(text, last.end())
    start = step.end() if step else last.end()
    also = text[start : start + 1] == "同"
    return ARE["other_number"].match(text, start + also) if step else None


def _untold(match: Match[str]) -> Piece:
    value = number(match[1])
    is_likely = value is not None and value >= FEWEST
    return Piece(match.start(), match.end(), "bare" if is_likely else "other", number=value, reason="not_said")


def _clauses(text: str, at: int) -> list[Piece]:
    """要綱第1の5(1): silent where a paper is named, else told where the part is said with 第."""
    read = led(text, at)
    if not read:
        return []
    if text[at] != "第" or ARE["other_paper"].search(text[max(0, at - _WORD) : at]):
        return [Piece(at, read[-1].end, "other")]
    return [replace(clause, owner="nobody", reason="owned") for clause in read]


_OWN = ("審議会", "会議", "小委員会")
_ERAS = (("令和", 2018), ("平成", 1988))
_FIRST_WESTERN = 1990


def year_before(before: str) -> str:
    """The year at the end of `before`, as a 諮問 has it: 令和3, 平成元; empty where there is none."""
    match = ARE["year"].search(before)
    value = 1 if match and match[2] == "元" else number(match[2]) if match else None
    if match is None or value is None:
        return ""
    era = match[1] or ""
    if not era and value >= _FIRST_WESTERN:
        era, start = next((name, first) for name, first in _ERAS if value > first)
        value -= start
    return f"{era}{'元' if value == 1 else value}" if era else ""


def is_elsewhere(town: str, before: str, references: References) -> bool:
    """Whether `town`, which stands at the 諮問 itself, or the last place in its sentence so far, is not ours."""
    if town:
        return not _is_ours(town, references)
    places = [match[0] for match in ARE["place"].finditer(before) if _is_place(match[0], references.municipality)]
    return bool(places) and not places[-1].endswith(references.municipality)


def is_named_ours(town: str, before: str, references: References) -> bool:
    """Whether `town`, or the last place in the sentence so far, says that what follows is ours."""
    if town:
        return _is_ours(town, references)
    places = [match[0] for match in ARE["place"].finditer(before)]
    return bool(places) and places[-1].endswith(references.municipality)


def _is_place(name: str, municipality: str) -> bool:
    return name.endswith(municipality) or ARE["no_place"].search(name) is None


def _is_ours(town: str, references: References) -> bool:
    if town.endswith(references.municipality) or town.strip("本当") == references.municipality[-1]:
        return True
    name = town.rpartition("回")[2].lstrip("本当")
    is_council = name.endswith("審議会") and (references.council.endswith(name) or name.endswith(references.council))
    return name in _OWN or is_council
