"""Which feeds there are: one of everything, one for every word that occurs and is of a kind that has feeds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY, History
from macros.exports.feeds.events import FeedEntry, entries
from macros.loading.archive import Archive
from macros.records.kinds import KINDS

NEWEST = 100
"""A feed tells what is new; everything there is stands in the lists and in the open data."""
NEWEST_OF_WORD = 20
"""Of a word, of which little is new; there are as many such feeds as words."""


@dataclass(frozen=True)
class Feed:
    """A feed beside the page at `page`, relative to the site; never empty."""

    page: str
    title: str
    entries: tuple[FeedEntry, ...]

    @property
    def address(self) -> str:
        """Relative to the site."""
        return f"{self.page}feed.xml"


def _has_feed(kind: str) -> bool:
    """Whether the pages of such words have a feed; asked for every page, of whatever kind it is."""
    return kind in KINDS and KINDS[kind].has_feed


def _places(entries: Sequence[FeedEntry]) -> dict[tuple[str, str], list[int]]:
    """Where in `found` the entries stand that are about a consultation, or name a word themselves."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for consultation in entry.consultations:
            places["consultations", consultation].append(place)
        for word in entry.words:
            places[word].append(place)
    return places


@dataclass(frozen=True)
class Feeds:
    """All feeds of an archive."""

    archive: Archive
    references: CrossReferences
    history: History = NO_HISTORY

    def of(self, page: str) -> tuple[Feed, ...]:
        """The feeds that the page at this address names: its own first, then that of everything."""
        own = self._by_page.get(page) if _has_feed(page.partition("/")[0]) else None
        return tuple(feed for feed in (own, self._of_everything) if feed)

    @property
    def all(self) -> tuple[Feed, ...]:
        """Every feed; first that of everything. None in an archive in which nothing happened."""
        return (self._of_everything, *self._by_page.values()) if self._of_everything else ()

    @cached_property
    def _entries(self) -> tuple[FeedEntry, ...]:
        return entries(self.references, self.history)

    @cached_property
    def _of_everything(self) -> Feed | None:
        title = f"{self.archive.council.site.name}：諮問・答申・会議の知らせ"
        return Feed("consultations/", title, self._entries[:NEWEST]) if self._entries else None

    @cached_property
    def _by_page(self) -> dict[str, Feed]:
        return {feed.page: feed for feed in self._of_words(self._entries)}

    def _of_words(self, entries: tuple[FeedEntry, ...]) -> Iterator[Feed]:
        name = self.archive.council.site.name
        places = _places(entries)
        for kind in filter(_has_feed, KINDS):
            for word in self.references.words(kind).entries:
                about = self.references.consultations(kind, word)
                chosen = {
                    place for consultation in about for place in places.get(("consultations", consultation.id), ())
                }
                chosen.update(places.get((kind, word.id), ()))
                if newest := tuple(entries[place] for place in nsmallest(NEWEST_OF_WORD, chosen)):
                    yield Feed(f"{kind}/{word.id}/", f"{name}：{word.name}", newest)
