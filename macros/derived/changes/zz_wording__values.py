"""A value of a record in a few words, for a sentence about it. Not how a page shows it."""

from typing import Any

from macros.derived.changes.wording import shortened
from macros.records.consultation import Correction
from macros.records.dates import CouncilDate
from macros.records.record import Record

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
            return shortened("、".join(f"{name} {in_words(each)}" for name, each in value.items()))
    return shortened(str(value))


def _called(record: Record) -> str:
    if isinstance(record, Correction):
        return f"{record.place}：{record.original}→{record.corrected}"
    for name in _NAMING:
        if value := getattr(record, name, None):
            return in_words(value)
    values = (getattr(record, name) for name in type(record).model_fields)
    return shortened("、".join(in_words(value) for value in values if value))
