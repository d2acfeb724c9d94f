"""Long lists of words in groups: items by category, any other kind by row of the syllabary; the matrix likewise.

A group has pages of its own, in the order of readings, as in a telephone book: its address lasts, and a page that has
filled up hands words on to the next. What is cited is the page of a word, never its place in a list.
Lists that fit on one page have no groups. See docs/decisions/0037-long-lists-of-words.md.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from macros.cross_references import CrossReferences
from macros.pages.syllabary import OTHER, ROWS, between, first_kana, order, row_of
from macros.records.vocabulary import Entry, Item, Words

ONE_PAGE = 400  # words that still stand on one page, as a whole, without groups
SIZE = 200  # words on a page of a group
MATRIX_SIZE = 80  # operations on a page of the matrix: a row holds up to three 諮問 for each act


@dataclass(frozen=True)
class Stretch:
    """One page of a group. `span` is the beginning of its readings, (あ, せい); `number` counts from 1."""

    address: str
    number: int
    span: tuple[str, str]
    sections: dict[str, tuple[Entry, ...]]
    """Its words by row or by first kana, in the order of their readings."""


@dataclass(frozen=True)
class Group:
    """Words of one category or row. `id` is the place of the group on the front of its list."""

    id: str
    name: str
    words: tuple[Entry, ...]
    stretches: tuple[Stretch, ...]


def word_groups(references: CrossReferences, kind: str) -> tuple[Group, ...]:
    """The groups of a kind of words; none where the list fits on one page."""
    entries = references.words(kind).entries
    if len(entries) <= ONE_PAGE:
        return ()
    if kind == "items":
        return tuple(_by_category(references))
    return tuple(_by_row(entries, f"{kind}/kana/", SIZE))


def matrix_groups(references: CrossReferences) -> tuple[Group, ...]:
    """The operations of the matrix; none where it fits on one page."""
    entries = consulted(references, "operations")
    return tuple(_by_row(entries, "matrix/kana/", MATRIX_SIZE)) if len(entries) > MATRIX_SIZE else ()


def consulted(references: CrossReferences, kind: str) -> tuple[Entry, ...]:
    """The words of a kind that some consultation names, in the order of the vocabulary."""
    return tuple(entry for entry in references.words(kind).entries if references.mentions(kind, entry))


def most_consulted(references: CrossReferences, kind: str, entries: Sequence[Entry], most: int) -> list[Entry]:
    """Up to `most` words, those first that the most consultations name."""
    return sorted(entries, key=lambda entry: -len(references.consultations(kind, entry)))[:most]


def _by_category(references: CrossReferences) -> Iterator[Group]:
    categories = references.words("categories")
    for category in categories.entries:
        items = [item for item in references.words("items").entries if _is_in(item, category, categories)]
        if items:
            stretches = _stretches(items, f"items/categories/{category.id}/", SIZE, _row_name)
            yield Group(category.id, category.name, tuple(items), tuple(stretches))


def _is_in(item: Entry, category: Entry, categories: Words) -> bool:
    return isinstance(item, Item) and categories.find(item.category) is category


def _by_row(entries: Sequence[Entry], address: str, size: int) -> Iterator[Group]:
    for row in (*ROWS, OTHER):
        words = [entry for entry in entries if row_of(entry.reading) == row]
        if words:
            stretches = _stretches(words, f"{address}{row.id}/", size, first_kana)
            yield Group(row.id, row.name, tuple(words), tuple(stretches))


def _stretches(entries: Sequence[Entry], address: str, size: int, heading: Callable[[str], str]) -> Iterator[Stretch]:
    """Pages of nearly equal length: none is left with the last few words."""
    words = sorted(entries, key=lambda entry: order(entry.reading))
    count = -(-len(words) // size)
    cuts = [len(words) * number // count for number in range(count + 1)]
    readings = ["", *(word.reading for word in words), ""]
    for number, (start, end) in enumerate(pairwise(cuts), start=1):
        span = between(readings[start], readings[start + 1]), between(readings[end + 1], readings[end])
        sections = groupby(words[start:end], lambda word: heading(word.reading))
        place = address if number == 1 else f"{address}pages/{number}/"
        yield Stretch(place, number, span, {name: tuple(found) for name, found in sections})


def _row_name(reading: str) -> str:
    return row_of(reading).name
