"""What changed between two records of one kind, field by field, in the Japanese names that the files use.

It walks the model itself, so that a field added to a record tomorrow is compared tomorrow. Entries of two lists are
paired first; of data items, nested lists are read as one.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic.fields import FieldInfo

from macros.derived.changes.wording import in_words, reworded
from macros.records.clause import See
from macros.records.items import ItemGroup, ItemList, ItemUse
from macros.records.record import Record
from macros.records.volume import Quantity


def item_changes(old: ItemList, new: ItemList) -> Iterator[str]:
    """「電話番号」「店名（金融機関口座情報）」を加えました; a change of order or notes is said as such."""
    before, after = list(_listed(old)), list(_listed(new))
    added = [name for name in after if name not in before]
    removed = [name for name in before if name not in after]
    if added:
        yield f"{_quoted(added)}を加えました"
    if removed:
        yield f"{_quoted(removed)}を除きました"
    if not added and not removed and before != after:
        yield "並び順を直しました"
    if old.and_others != new.and_others:
        yield "末尾に「等」を加えました" if new.and_others else "末尾の「等」を除きました"


def _quoted(names: list[str]) -> str:
    return "".join(f"「{name}」" for name in names)


def _listed(items: ItemList, within: str = "") -> Iterator[str]:
    if not items.entries:
        yield f"なし（{within}）" if within else "なし"
    for entry in items.entries:
        yield from _of_group(entry) if isinstance(entry, ItemGroup) else _of_use(entry, within)


def _of_group(group: ItemGroup) -> Iterator[str]:
    yield from _listed(group.items, group.label)


def _of_use(use: ItemUse, within: str) -> Iterator[str]:
    beside = "、".join(filter(None, (use.note, *use.kinds, within)))
    yield f"{use.name}（{beside}）" if beside else use.name
    if use.parts:
        yield from _listed(use.parts, use.name)


Each = TypeVar("Each")


@dataclass(frozen=True)
class Pairing(Generic[Each]):
    """`kept` in new order; `is_reordered` when the kept ones stand in another order than before."""

    kept: tuple[tuple[Each, Each], ...]
    added: tuple[Each, ...]
    removed: tuple[Each, ...]
    is_reordered: bool


def pair(old: Sequence[Each], new: Sequence[Each], key: Callable[[Each], Hashable]) -> Pairing[Each]:
    """Paired by `key`; where a key occurs twice, the first goes with the first."""
    olds, news = _by_key(old, key), _by_key(new, key)
    kept = [name for name in news if name in olds]
    return Pairing(
        kept=tuple((olds[name], news[name]) for name in kept),
        added=tuple(entry for name, entry in news.items() if name not in olds),
        removed=tuple(entry for name, entry in olds.items() if name not in news),
        is_reordered=kept != [name for name in olds if name in news],
    )


def _by_key(entries: Sequence[Each], key: Callable[[Each], Hashable]) -> dict[tuple[Hashable, int], Each]:
    numbered: dict[tuple[Hashable, int], Each] = {}
    times: dict[Hashable, int] = {}
    for entry in entries:
        name = key(entry)
        times[name] = times.get(name, 0) + 1
        numbered[name, times[name]] = entry
    return numbered


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
    pairing = pair(before, after, key_of)
    for old, new in pairing.kept:
        called = in_words(new)
        yield from field_changes(old, new, f"{label}「{called}」" if called else label)
    yield from _added_and_removed(label, tuple(map(in_words, pairing.removed)), tuple(map(in_words, pairing.added)))
    if pairing.is_reordered:
        yield f"{label}の並び順を直しました"


def _in_prose(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    kept = set(before) & set(after)
    gone, come = (
        [sentence for sentence in before if sentence not in kept],
        [sentence for sentence in after if sentence not in kept],
    )
    if len(gone) == len(come):
        yield from (f"{label}の文を改めました：{reworded(old, new)}" for old, new in zip(gone, come, strict=True))
        gone, come = [], []
    yield from _added_and_removed(label, tuple(map(in_words, gone)), tuple(map(in_words, come)))
    if set(before) == set(after):
        yield f"{label}の並び順を直しました"


def _in_names(label: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    gone = tuple(in_words(name) for name in before if name not in after)
    come = tuple(in_words(name) for name in after if name not in before)
    yield from _added_and_removed(label, gone, come)
    if not gone and not come:
        yield f"{label}の並び順を直しました"


def _added_and_removed(label: str, gone: tuple[str, ...], come: tuple[str, ...]) -> Iterator[str]:
    if come:
        yield f"{label}に{''.join(f'「{name}」' for name in come)}を加えました"
    if gone:
        yield f"{label}から{''.join(f'「{name}」' for name in gone)}を除きました"
