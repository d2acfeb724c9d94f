"""What changed between two records of one kind, field by field, in the Japanese names that the files use.

It walks the model itself, so that a field added to a record tomorrow is compared tomorrow.
"""

from collections.abc import Hashable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from macros.derived.changes.wording import reworded
from macros.derived.changes.zz_fields__items import item_changes
from macros.derived.changes.zz_fields__pairing import pair
from macros.derived.changes.zz_wording__values import in_words
from macros.records.clause import See
from macros.records.items import ItemList
from macros.records.record import Record
from macros.records.volume import Quantity

_PROSE = ("summary", "notes", "description", "reason")
_PRINTED = (Quantity, See)  # records that are one printed text
_NAMELESS = ("数",)  # 件数の数 is 件数
_KEYS = ("id", "label", "name", "number", "place", "consultation", "act")


def field_changes(old: Record, new: Record, label: str = "", skip: tuple[str, ...] = ()) -> Iterator[str]:
    """A sentence for each field that differs; `skip` names fields (in English) that somebody else compares."""
    for name, field in type(new).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        if name not in skip and not field.exclude and before != after:
            yield from _changed(name, _label(label, field), before, after)


def key_of(record: Record) -> Hashable:
    """By what an entry of a list is known, whatever else of it changes."""
    parties = tuple(getattr(record, name, None) for name in ("heading", "source", "destination"))
    return next((getattr(record, name) for name in _KEYS if getattr(record, name, None)), parties)


def _label(above: str, field: FieldInfo) -> str:
    own = field.alias or ""
    return above if own in _NAMELESS and above else f"{above}の{own}" if above else own


def _changed(name: str, label: str, before: Any, after: Any) -> Iterator[str]:
    match before, after:
        case ItemList(), ItemList():
            yield from (f"{label}：{sentence}" for sentence in item_changes(before, after))
        case dict(), dict():
            yield from _in_mapping(label, before, after)
        case tuple(), tuple():
            yield from _in_list(name, label, before, after)
        case Record(), Record() if not isinstance(after, _PRINTED):
            yield from field_changes(before, after, label)
        case _:
            yield _replaced(name, label, before, after)


def _replaced(name: str, label: str, before: Any, after: Any) -> str:
    if before in (None, ""):
        return f"{label}を加えました：{in_words(after)}"
    if after in (None, ""):
        return f"{label}を除きました：{in_words(before)}"
    if isinstance(before, str) and (name in _PROSE or len(before) + len(after) > 60):  # noqa: PLR2004 — two short lines
        return f"{label}の文を改めました：{reworded(before, after)}"
    return f"{label}：{in_words(before)} → {in_words(after)}"


def _in_mapping(label: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield _replaced("", f"{label}「{name}」", before.get(name), after.get(name))


def _in_list(name: str, label: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    if isinstance((*before, *after)[0], Record):
        yield from _in_records(label, before, after)
    elif name in _PROSE:
        yield from _in_prose(label, before, after)
    elif len(before) == len(after) == 1:
        yield _replaced(name, label, before[0], after[0])
    else:
        yield from _in_names(label, before, after)


def _in_records(label: str, before: tuple[Record, ...], after: tuple[Record, ...]) -> Iterator[str]:
    found = pair(before, after, key_of)
    for old, new in found.kept:
        called = in_words(new)
        yield from field_changes(old, new, f"{label}「{called}」" if called else label)
    yield from _added_and_removed(label, tuple(map(in_words, found.removed)), tuple(map(in_words, found.added)))
    if found.is_reordered:
        yield f"{label}の並び順を直しました"


def _in_prose(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    kept = set(before) & set(after)
    gone, come = [each for each in before if each not in kept], [each for each in after if each not in kept]
    if len(gone) == len(come):
        yield from (f"{label}の文を改めました：{reworded(old, new)}" for old, new in zip(gone, come, strict=True))
        gone, come = [], []
    yield from _added_and_removed(label, tuple(map(in_words, gone)), tuple(map(in_words, come)))
    if set(before) == set(after):
        yield f"{label}の並び順を直しました"


def _in_names(label: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    gone = tuple(in_words(each) for each in before if each not in after)
    come = tuple(in_words(each) for each in after if each not in before)
    yield from _added_and_removed(label, gone, come)
    if not gone and not come:
        yield f"{label}の並び順を直しました"


def _added_and_removed(label: str, gone: tuple[str, ...], come: tuple[str, ...]) -> Iterator[str]:
    if come:
        yield f"{label}に{''.join(f'「{each}」' for each in come)}を加えました"
    if gone:
        yield f"{label}から{''.join(f'「{each}」' for each in gone)}を除きました"
