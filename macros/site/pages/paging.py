"""Long lists in leaves: the newest rows at the list's own address, older ones at addresses that keep their rows.

Rows are counted from the oldest, so a full leaf never changes when something new is published.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.site.pages.page import Page

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


def older_pages(folder: str, what: str, rows: Sequence[Row], named: Callable[[Row], str]) -> Iterator[Page]:
    """The older leaves of the list of a folder's records, `rows`, oldest first; the newest leaf is written by hand.

    `named` says what a row is called where a leaf is described by its first and last.
    """
    for leaf in leaves(rows[::-1], f"{folder}/")[1:]:
        title = f"{what}の一覧（{leaf.number}ページ）"
        span = f"{named(leaf.rows[-1])}から{named(leaf.rows[0])}まで"
        yield Page(
            address=leaf.address,
            title=title,
            description=f"{span}の{what}の一覧です（{leaf.number}ページ）。",
            template=f"{folder}/older.html",
            source=f"data/{folder}/",
            context={"title": title, "leaf": leaf},
        )
