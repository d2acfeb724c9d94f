"""One change in words: where, and what; a text as short as a reader needs it, with a little around what differs.

Not the comparison that finds it, and not how a page shows a value.
"""

import re
from dataclasses import dataclass
from typing import Any

from macros.records.consultation import Correction
from macros.records.dates import CouncilDate
from macros.records.record import Record

_AROUND = 8  # characters kept on either side of what differs, and what is missing of a word
_SHORT = 30  # up to this length two texts stand side by side whole
_LONGEST = 60  # of what differs
_LONGEST_WORD = 16
# Japanese is written without spaces; words end where the script changes, and seldom begin with hiragana.
_RUN = re.compile(r"[ぁ-ゖ]+|[ァ-ヺー]+|[一-龥々〆]+|[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+|.", re.DOTALL)
_HIRAGANA = re.compile(r"[ぁ-ゖ]")


def reworded(old: str, new: str) -> str:
    """「約400件」→「約500件」; of long texts only what differs: 「…収集する口座番号を…」→「…収集する口座情報を…」."""
    if max(len(old), len(new)) <= _SHORT:
        return f"「{old}」→「{new}」"
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    return f"「{_excerpt(old, start, end)}」→「{_excerpt(new, start, end)}」"


def shortened(text: str) -> str:
    """`text`, cut after its first sixty characters."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _common_start(before: str, after: str) -> int:
    pairs = zip(before, after, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = _word_start(text, max(0, start - _AROUND)), _word_end(text, min(len(text), len(text) - end + _AROUND))
    left, right = _word_end(text, first + _LONGEST // 2), _word_start(text, max(0, last - _LONGEST // 2))
    is_long = last - first > _LONGEST + 2 * _AROUND and left < right
    cut = f"{text[first:left]}…{text[right:last]}" if is_long else text[first:last]
    return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"


def _word_start(text: str, at: int) -> int:
    """Where the word begins that has a character at `at`; `at` itself, where none is near."""
    starts = (run.start() for run in _RUN.finditer(text) if run.start() == 0 or not _HIRAGANA.match(run[0]))
    return max((start for start in starts if at - _LONGEST_WORD <= start <= at), default=at)


def _word_end(text: str, at: int) -> int:
    """Where the word ends that has its last character before `at` or after it; `at` itself, where none is near."""
    ends = (run.end() for run in _RUN.finditer(text))
    return min((end for end in ends if at <= end <= at + _LONGEST_WORD), default=at)


@dataclass(frozen=True)
class Change:
    """`place` is 「第1の5(2)」, or empty for the record itself; `anchor` is its address on the page, if it has one."""

    what: str
    place: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.place}　{self.what}" if self.place else self.what

    def at(self, place: str, anchor: str) -> "Change":
        """The same change, at a place."""
        return Change(self.what, place, anchor)


_NAMING = ("text", "name", "heading", "label", "title", "content", "number", "consultation", "act", "place")


def in_words(value: Any) -> str:
    """「令和4年6月（2022年6月）」, 「はい」, 「氏名、住所」; a record is called by its text, name or heading."""
    match value:
        case bool():
            return "はい" if value else "いいえ"
        case CouncilDate():
            return f"{value.japanese}（{value.western}）"
        case Record():
            return _called(value)
        case tuple():
            return shortened("、".join(map(in_words, value)))
        case dict():
            return shortened("、".join(f"{name} {in_words(content)}" for name, content in value.items()))
    return shortened(str(value))


def _called(record: Record) -> str:
    if isinstance(record, Correction):
        return f"{record.place}：{record.original}→{record.corrected}"
    for name in _NAMING:
        if value := getattr(record, name, None):
            return in_words(value)
    values = (getattr(record, name) for name in type(record).model_fields)
    return shortened("、".join(in_words(value) for value in values if value))
