"""Two lists of records → which entry of the one is which of the other. Says nothing about what changed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

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
        added=tuple(each for name, each in news.items() if name not in olds),
        removed=tuple(each for name, each in olds.items() if name not in news),
        is_reordered=kept != [name for name in olds if name in news],
    )


def _by_key(entries: Sequence[Each], key: Callable[[Each], Hashable]) -> dict[tuple[Hashable, int], Each]:
    found: dict[tuple[Hashable, int], Each] = {}
    times: dict[Hashable, int] = {}
    for entry in entries:
        name = key(entry)
        times[name] = times.get(name, 0) + 1
        found[name, times[name]] = entry
    return found
