"""What a table for spreadsheets is, and how its cells say what they say. How they are written safely: `csv_files.py`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from macros.exports.open_data.shapes import Date, Reference

Row: TypeAlias = Sequence[str]


@dataclass(frozen=True)
class Table:
    """One file, and the rows that each document of one kind adds to it."""

    path: str
    title: str
    row: str
    """What one row is, for people."""
    kind: str
    columns: Row
    rows: Callable[[Any], Iterable[Row]]


def both(date: Date | None) -> tuple[str, str]:
    """A date as ISO 8601 and in the Japanese calendar; both empty where it is not recorded."""
    return (date.iso, date.text) if date else ("", "")


def names(references: Iterable[Reference]) -> str:
    """Several names in one cell."""
    return "、".join(reference.name for reference in references)
