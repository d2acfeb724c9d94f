"""Who gets one item from whom, over many parts, for a few sentences: every party of the table below stands in them.

From the arrows that carry the item, and the counterparties of its rows. Neither a picture nor a row of the table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.derived.flow_pictures import Arrow, PartArrows, Party, item_arrows
from macros.derived.handlings import Handling
from macros.records.clause import UNDECIDED
from macros.records.vocabulary import Entry


@dataclass(frozen=True)
class Receipt:
    """One receiver, and from whom it gets the item; `contents` are what the paper calls the whole, where it lists no items."""

    receiver: Party
    givers: tuple[Party, ...]
    contents: tuple[str, ...]


@dataclass(frozen=True)
class Transfers:
    """`joined` are the two ends where the paper says no direction; `others` the counterparties that no arrow names."""

    receipts: tuple[Receipt, ...]
    joined: tuple[tuple[Party, Party], ...]
    others: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.receipts or self.joined or self.others)


def transfers(item: Entry, rows: Iterable[Handling], arrows: PartArrows) -> Transfers:
    """Of an item in `rows`, in the order of the arrows; each receiver once for the item, once for what it may be within."""
    rows = tuple(rows)
    carrying = tuple(item_arrows(item, ((row.consultation, row.part) for row in rows), arrows))
    directed = [arrow for arrow in carrying if arrow.is_directed and not arrow.is_none]
    joined = dict.fromkeys((arrow.source, arrow.destination) for arrow in carrying if not arrow.is_directed)
    named = " ".join(party.full_name for arrow in carrying for party in arrow.ends)
    return Transfers(
        receipts=tuple(_receipts(directed)),
        joined=tuple(joined),
        others=tuple(name for name in _counterparties(rows) if name not in named),
    )


def _receipts(arrows: Iterable[Arrow]) -> Iterator[Receipt]:
    """The item itself and what it may be within are told apart."""
    gifts: dict[tuple[Party, bool], list[Arrow]] = {}
    for arrow in arrows:
        gifts.setdefault((arrow.destination, bool(arrow.content)), []).append(arrow)
    for (receiver, _), received in gifts.items():
        givers = dict.fromkeys(arrow.source for arrow in received)
        contents = dict.fromkeys(arrow.content for arrow in received if arrow.content)
        yield Receipt(receiver, tuple(givers), tuple(contents))


def _counterparties(rows: Iterable[Handling]) -> dict[str, None]:
    """The names in the table's column of counterparties, each once."""
    uses = (use for row in rows for use in row.consultation.parties_of(row.part))
    return dict.fromkeys(use.name for use in uses if use.name != UNDECIDED)
