"""Which feeds there are: one of everything, one for every operation, item and act that occurs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from macros.archive import Archive
from macros.cross_references import CrossReferences
from macros.feeds.entries import entries
from macros.feeds.entry import FeedEntry
from macros.history import NO_HISTORY, History

WORD_KINDS = ("operations", "items", "acts")
"""The kinds of word whose pages have a feed."""

NEWEST = 100
"""A feed tells what is new; everything there is stands in the lists and in the open data."""


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


def _concerns(entry: FeedEntry, kind: str, word: str, about: set[str]) -> bool:
    """Whether an entry is about a word: through one of the consultations `about` it, or by naming it."""
    return not about.isdisjoint(entry.consultations) or (kind == "operations" and word in entry.operations)


@dataclass(frozen=True)
class Feeds:
    """All feeds of an archive."""

    archive: Archive
    references: CrossReferences
    history: History = NO_HISTORY

    def of(self, page: str) -> tuple[Feed, ...]:
        """The feeds that the page at this address names: its own first, then that of everything."""
        own = self._by_page.get(page)
        return tuple(dict.fromkeys(feed for feed in (own, *self.all[:1]) if feed))

    @cached_property
    def all(self) -> tuple[Feed, ...]:
        """Every feed; first that of everything. None in an archive in which nothing happened."""
        found = entries(self.references, self.history)
        if not found:
            return ()
        name = self.archive.council.site.name
        return (Feed("consultations/", f"{name}：諮問・答申・会議の知らせ", found[:NEWEST]), *self._of_words(found))

    def _of_words(self, found: tuple[FeedEntry, ...]) -> Iterator[Feed]:
        name = self.archive.council.site.name
        for kind in WORD_KINDS:
            for word in self.references.words(kind).entries:
                about = {consultation.id for consultation in self.references.consultations(kind, word)}
                chosen = islice((entry for entry in found if _concerns(entry, kind, word.id, about)), NEWEST)
                if newest := tuple(chosen):
                    yield Feed(f"{kind}/{word.id}/", f"{name}：{word.name}", newest)

    @cached_property
    def _by_page(self) -> dict[str, Feed]:
        return {feed.page: feed for feed in self.all}
