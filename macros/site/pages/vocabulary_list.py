"""Long lists of words in groups, and their pages: /items/categories/finance/, /operations/kana/sa/, /matrix/kana/sa/pages/2/.

Items are grouped by category, any other kind by row of the syllabary; the matrix likewise.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from macros.derived.cross_references import CrossReferences
from macros.records.kinds import WITH_PAGES
from macros.records.vocabulary import Entry, Item, Words
from macros.site.pages.page import Page
from macros.site.pages.syllabary import OTHER, ROWS, first_kana, order, row_of, running_head

AT_A_GLANCE = 60  # words that are found without any order
ONE_PAGE = 400  # words that still stand on one page, as a whole
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
    """Words of one category or row, in the order of their readings. `id` is its place on the front of its list."""

    id: str
    name: str
    words: tuple[Entry, ...]
    stretches: tuple[Stretch, ...]
    """Its pages; none where all groups stand on the front."""


def word_groups(references: CrossReferences, kind: str) -> tuple[Group, ...]:
    """The groups of a kind of words; none where a short list, or one with an order of its own, needs none."""
    entries = references.words(kind).entries
    if len(entries) > ONE_PAGE:
        return tuple(_by_category(references) if kind == "items" else _by_row(entries, f"{kind}/kana/", SIZE))
    return tuple(_by_row(entries)) if kind == "operations" and len(entries) > AT_A_GLANCE else ()


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
        items = _in_order(item for item in references.words("items").entries if _is_in(item, category, categories))
        if items:
            stretches = _stretches(items, f"items/categories/{category.id}/", SIZE, _row_name)
            yield Group(category.id, category.name, items, tuple(stretches))


def _is_in(item: Entry, category: Entry, categories: Words) -> bool:
    return isinstance(item, Item) and categories.find(item.category) is category


def _by_row(entries: Sequence[Entry], address: str = "", size: int = 0) -> Iterator[Group]:
    """Without an address, no pages."""
    for row in (*ROWS, OTHER):
        words = _in_order(entry for entry in entries if row_of(entry.reading) == row)
        if words:
            stretches = _stretches(words, f"{address}{row.id}/", size, first_kana) if address else ()
            yield Group(row.id, row.name, words, tuple(stretches))


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: order(entry.reading)))


def _stretches(words: Sequence[Entry], address: str, size: int, heading: Callable[[str], str]) -> Iterator[Stretch]:
    """Pages of nearly equal length: none is left with the last few words."""
    count = -(-len(words) // size)
    cuts = [len(words) * number // count for number in range(count + 1)]
    readings = ["", *(word.reading for word in words), ""]
    for number, (start, end) in enumerate(pairwise(cuts), start=1):
        span = running_head(readings[start + 1], readings[start]), running_head(readings[end], readings[end + 1])
        sections = groupby(words[start:end], lambda word: heading(word.reading))
        place = address if number == 1 else f"{address}pages/{number}/"
        yield Stretch(place, number, span, {name: tuple(entries) for name, entries in sections})


def _row_name(reading: str) -> str:
    return row_of(reading).name


_MATRIX = "業務と行為の表"


def word_list_pages(references: CrossReferences) -> Iterator[Page]:
    """List by list, group by group; none where every list fits on its front page, which is written by hand."""
    for kind in WITH_PAGES:
        source = f"data/vocabulary/{kind.name}.yml"
        yield from _pages(kind.name, kind.label, word_groups(references, kind.name), "words/group.html", source)
    yield from _pages("matrix", _MATRIX, matrix_groups(references), "words/matrix_group.html", "data/consultations/")


def _pages(about: str, label: str, groups: tuple[Group, ...], template: str, source: str) -> Iterator[Page]:
    for group in groups:
        for stretch in group.stretches:
            name = group.name if stretch.number == 1 else f"{group.name}（{stretch.number}ページ）"
            words = {"about": about, "groups": groups, "group": group, "stretch": stretch}
            yield Page(
                address=stretch.address,
                title=f"{label}：{name}",
                description=_description(label, group, stretch),
                template=template,
                source=source,
                context={"label": label, "name": name, **words},
                crumb=name,
                names=(),
            )


def _description(label: str, group: Group, stretch: Stretch) -> str:
    part = f"（読みが「{stretch.span[0]}」から「{stretch.span[1]}」まで）" if len(group.stretches) > 1 else ""
    return f"{label}のうち「{group.name}」のもの{part}を、読みの順にならべています。"
