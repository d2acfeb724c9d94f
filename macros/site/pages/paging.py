"""Long lists in leaves: the newest rows at the list's own address, older ones at addresses that keep their rows.

Rows are counted from the oldest, so a full leaf never changes when something new is published.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")

SIZE = 100  # rows on a leaf; the newest holds up to twice as many. Keeps a page below 300 kB of HTML.


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """One page of a long list, newest row first. Addresses are relative to the site; `number` is None for the newest."""

    address: str
    number: int | None
    rows: tuple[Row, ...]
    total: int
    newer: str | None
    older: str | None


def leaves(rows: Sequence[Row], address: str, size: int = SIZE) -> tuple[Leaf[Row], ...]:
    """`rows`, newest first, as leaves, newest first; always at least one, which stands at `address`."""
    full = max(len(rows) // size - 1, 0)  # leaves that are full and no longer the newest
    newest = len(rows) - full * size
    addresses = [address, *(f"{address}pages/{number}/" for number in range(full, 0, -1)), None]
    starts = [0, *(newest + size * position for position in range(full)), len(rows)]
    return tuple(
        Leaf(
            address=addresses[position] or "",
            number=full - position + 1 if position else None,
            rows=tuple(rows[starts[position] : starts[position + 1]]),
            total=len(rows),
            newer=addresses[position - 1] if position else None,
            older=addresses[position + 1],
        )
        for position in range(full + 1)
    )
