"""Flows, items, volumes and periods of a clause as open data."""

from typing import Literal, Union

from pydantic import Field

from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Reference, Shape, shaped
from macros.records.items import Flow, ItemGroup, ItemList, ItemUse
from macros.records.volume import Volume


class ItemEntry(Shape):
    """One item as printed."""

    kind: Literal["item"] = "item"
    item: Reference
    note: str | None
    kinds: tuple[str, ...]
    parts: tuple["Entry", ...]


class GroupEntry(Shape):
    """Items that are listed for one case only."""

    kind: Literal["group"] = "group"
    label: str
    entries: tuple["Entry", ...]


Entry = Union[ItemEntry, GroupEntry]  # noqa: UP007 — a name that both classes above refer to


class FlowEntry(Shape):
    """Items that go from one party to another, in the words of the document."""

    heading: str | None
    source: str | None = Field(description="From whom; null where the document does not say")
    destination: str | None = Field(description="To whom")
    means: str | None
    is_none: bool = Field(description="The document says なし")
    entries: tuple[Entry, ...]
    and_others: bool = Field(description="The list ends with 等")


class Count(Shape):
    """A number with its unit."""

    text: str
    number: int
    unit: str
    is_about: bool


class VolumeEntry(Shape):
    """How many (件数)."""

    count: Count | None
    text: str | None
    period: str | None
    subject: str | None
    breakdown: dict[str, Count]
    formula: str | None


class PeriodEntry(Shape):
    """From when, and for how long."""

    text: str
    start: Date
    end: Date | None
    is_continuing: bool


def flow_entry(flow: Flow, links: Links) -> FlowEntry:
    """A flow of a clause."""
    return shaped(FlowEntry, flow, links, entries=_entries(flow.items, links), and_others=flow.items.and_others)


def _entries(items: ItemList | None, links: Links) -> tuple[Entry, ...]:
    return tuple(_entry(entry, links) for entry in items.entries) if items else ()


def _entry(entry: ItemUse | ItemGroup, links: Links) -> Entry:
    if isinstance(entry, ItemGroup):
        return GroupEntry(label=entry.label, entries=_entries(entry.items, links))
    return shaped(ItemEntry, entry, links, item=links.word("items", entry.name), parts=_entries(entry.parts, links))


def volume_entry(volume: Volume, links: Links) -> VolumeEntry:
    """A count with its breakdown."""
    quantity = volume.quantity
    return shaped(
        VolumeEntry,
        volume,
        links,
        count=shaped(Count, quantity, links) if quantity else None,
        period=volume.period or (quantity.period if quantity else None),
        breakdown={name: shaped(Count, part, links) for name, part in volume.breakdown.items()},
    )


ItemEntry.model_rebuild()
GroupEntry.model_rebuild()
