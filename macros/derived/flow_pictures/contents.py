"""What a flow carries, in a few words: how many items, the first of them, and the cases it is divided into."""

from collections.abc import Iterator

from macros.records.items import NONE, Flow, ItemGroup, ItemList, ItemUse

_FEW_GROUPS = 2


def amount(flow: Flow) -> str:
    """「18項目」, 「18項目など」 where 等 leaves the list open; empty where there is nothing to count."""
    return f"{count(flow.items)}項目{'など' if _is_open(flow.items) else ''}" if flow.items.entries else ""


def label(flow: Flow, names: int, groups: int) -> tuple[str, ...]:
    """Paragraphs for an arrow: at most `names` items each, at most `groups` cases by name."""
    if flow.content:
        return (flow.content,)
    return (NONE,) if flow.is_none else tuple(_paragraphs(flow.items, names, groups))


def count(items: ItemList) -> int:
    """How many items, each once, those divided further counted by what they are divided into."""
    return len({use.name for _, use in items.uses() if not use.parts})


def _is_open(items: ItemList) -> bool:
    """Whether 等 at any depth says that there may be more."""
    below = (entry.items if isinstance(entry, ItemGroup) else entry.parts for entry in items.entries)
    return items.and_others or any(_is_open(inner) for inner in below if inner)


def _paragraphs(items: ItemList, names: int, groups: int) -> list[str]:
    uses = [entry for entry in items.entries if isinstance(entry, ItemUse)]
    cases = [entry for entry in items.entries if isinstance(entry, ItemGroup)]
    paragraphs = [_names(uses, names)] if uses else []
    if len(cases) <= min(_FEW_GROUPS, groups):
        return paragraphs + [text for case in cases for text in (f"［{case.label}］", _names_of(case, names))]
    return [*paragraphs, _cases(cases, groups)]


def _names_of(case: ItemGroup, names: int) -> str:
    return _names(list(_outermost(case.items)), names) or NONE


def _outermost(items: ItemList) -> Iterator[ItemUse]:
    """The items of a case and of the cases within it, without what they are divided into."""
    for entry in items.entries:
        if isinstance(entry, ItemGroup):
            yield from _outermost(entry.items)
        else:
            yield entry


def _names(uses: list[ItemUse], most: int) -> str:
    """「氏名、住所、金融機関口座情報 ほか」: rather one more name than a last one left out."""
    shown = uses if len(uses) <= most + 1 else uses[:most]
    return "、".join(use.name for use in shown) + (" ほか" if len(shown) < len(uses) else "")


def _cases(cases: list[ItemGroup], most: int) -> str:
    total = f"{len(cases)}区分ごとの項目"
    return f"{total}（{'、'.join(case.label for case in cases)}）" if len(cases) <= most else total
