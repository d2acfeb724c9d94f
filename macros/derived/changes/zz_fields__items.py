"""What changed in a list of data items: which were added, which removed. Nested lists are read as one."""

from collections.abc import Iterator

from macros.records.items import ItemGroup, ItemList, ItemUse


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
