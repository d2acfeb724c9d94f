"""Flows, items, volumes and periods of a clause as open data."""

from typing import Literal, Union

from pydantic import Field

from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Reference, Shape, date, known_date
from macros.records.clause import Period
from macros.records.items import Flow, ItemGroup, ItemList, ItemUse
from macros.records.volume import Quantity, Volume


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
    return FlowEntry(
        heading=flow.heading,
        source=flow.source,
        destination=flow.destination,
        means=flow.means,
        is_none=flow.is_none,
        entries=_entries(flow.items, links),
        and_others=flow.items.and_others,
    )


def _entries(items: ItemList | None, links: Links) -> tuple[Entry, ...]:
    return tuple(_entry(entry, links) for entry in items.entries) if items else ()


def _entry(entry: ItemUse | ItemGroup, links: Links) -> Entry:
    if isinstance(entry, ItemGroup):
        return GroupEntry(label=entry.label, entries=_entries(entry.items, links))
    return ItemEntry(
        item=links.word("items", entry.name), note=entry.note, kinds=entry.kinds, parts=_entries(entry.parts, links)
    )


def volume_entry(volume: Volume | None) -> VolumeEntry | None:
    """A count with its breakdown."""
    if volume is None:
        return None
    return VolumeEntry(
        count=_count(volume.quantity) if volume.quantity else None,
        text=volume.text,
        period=volume.period or (volume.quantity.period if volume.quantity else None),
        subject=volume.subject,
        breakdown={name: _count(quantity) for name, quantity in volume.breakdown.items()},
        formula=volume.formula,
    )


def _count(quantity: Quantity) -> Count:
    return Count(text=quantity.text, number=quantity.number, unit=quantity.unit, is_about=quantity.is_about)


def period_entry(period: Period | None) -> PeriodEntry | None:
    """A period; `start` is always known where there is one."""
    if period is None:
        return None
    start = known_date(period.start)
    return PeriodEntry(text=period.text, start=start, end=date(period.end), is_continuing=period.is_continuing)


ItemEntry.model_rebuild()
GroupEntry.model_rebuild()
