"""No word for nothing: what computers write where there is no value would be published as it stands."""

from collections.abc import Iterator
from typing import Any

from macros.loading.zz_problems__finding import Finding
from macros.records.record import ValuePath

_NOTHING = frozenset(
    ("~", "null", "Null", "NULL", "None", "undefined", "NaN", "N/A", "#N/A", "#REF!", "#VALUE!", "#NAME?")
)


def nothing(values: Any, at: ValuePath = ()) -> Iterator[Finding]:
    """Each value of a file, at any depth, that only says that there is none."""
    match values:
        case dict():
            for key, value in values.items():
                yield from nothing(value, (*at, key))
        case list():
            for position, value in enumerate(values):
                yield from nothing(value, (*at, position))
        case str() if values in _NOTHING:
            yield Finding(at, f"「{values}」はそのままページに出ます。書くことがなければ、行ごと消してください。")
