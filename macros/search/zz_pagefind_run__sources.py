"""A page as Pagefind shall read it: words that stand for its text, its title and the names that it is about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.search import folding
from macros.search.text_extraction import IndexedPage
from macros.search.zz_lexicon__known import KnownWords

# Stands twice between blocks, so that no text runs over their border: the browser asks for every second pair, and one
# place alone would stand for the pair that it leaves out.
BREAK = "x"
_BETWEEN = (BREAK, BREAK)

# Most blocks stand on many pages: headings, set phrases, names.
_folded = lru_cache(maxsize=100_000)(folding.fold)
_whole = cache(folding.whole)


@dataclass(frozen=True)
class Source:
    """The source of a page, and how many of its words are the page's text, and then its title."""

    html: str
    lengths: tuple[int, int]


class Sources:
    """Makes the sources of pages. `pages` are all that the index will have."""

    def __init__(self, pages: Iterable[IndexedPage], known: KnownWords) -> None:
        self._standing = Counter(block for page in pages for block in set(map(_folded, page.blocks)))
        self._known = lru_cache(maxsize=20_000)(known.within)

    def source(self, page: IndexedPage) -> Source:
        """The source of one of the pages."""
        # A block that stands twice (準用 repeats whole clauses) is found no better for being indexed twice.
        text = self._words(sorted(set(map(_folded, page.blocks)), key=self._order))
        title = self._words([_folded(page.title)])
        subjects = self._words([_folded(name) for name in page.facts.get("subjects", [])])
        # No known language: a known one would bring a stemmer or a segmenter.
        html = f'<html lang="zz"><body data-pagefind-body><p>{text} {title} {subjects}</p></body></html>'
        return Source(html, (text.count(" ") + 1, title.count(" ") + 1))

    def _order(self, block: str) -> tuple[int, int, str]:
        """What stands on most pages first, then by length: places in the index repeat themselves and pack far better."""
        return -self._standing[block].bit_length(), len(block), block

    def _words(self, blocks: Sequence[str]) -> str:
        """Every pair in its place; then each character and each known word once."""
        once = set().union(*blocks, *map(self._known, blocks))
        return " ".join((*map(_pairs, blocks), *map(_whole, sorted(once))))


@lru_cache(maxsize=100_000)
def _pairs(block: str) -> str:
    return " ".join((*_BETWEEN, *folding.pairs(block)))
