"""A page as Pagefind shall read it: words that stand for its text, its title and the names that it is about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from macros.search.extracting import IndexedPage
from macros.search.folding import fold, pairs, whole
from macros.search.known import KnownWords

_BREAK = "x"  # a word of its own between blocks, so that no text runs over their border

# Most blocks stand on many pages: headings, set phrases, names.
_folded = lru_cache(maxsize=100_000)(fold)


class Sources:
    """Makes the sources of `pages`, and remembers of each how many words are its text, and then its title."""

    def __init__(self, pages: Iterable[IndexedPage], known: KnownWords) -> None:
        self._standing = Counter(block for page in pages for block in set(map(_folded, page.blocks)))
        self.lengths: list[tuple[int, int]] = []
        self._known = lru_cache(maxsize=20_000)(known.within)

    def source(self, page: IndexedPage) -> str:
        """The source of one of the pages, as HTML."""
        # A block that stands twice (準用 repeats whole clauses) is found no better for being indexed twice.
        text = self._words(sorted(set(map(_folded, page.blocks)), key=self._order))
        title = self._words([_folded(page.title)])
        subjects = self._words([_folded(name) for name in page.facts.get("subjects", [])])
        self.lengths.append((_count(text), _count(title)))
        words = " ".join((*text, *title, *subjects))
        # No known language: a known one would bring a stemmer or a segmenter.
        return f'<html lang="zz"><body data-pagefind-body><p>{words}</p></body></html>'

    def _order(self, block: str) -> tuple[int, int, str]:
        """What stands on most pages first, then by length: places in the index repeat themselves and pack far better."""
        return -self._standing[block].bit_length(), len(block), block

    def _words(self, blocks: Sequence[str]) -> list[str]:
        """Every pair in its place; then each character and each known word once."""
        once = set().union(*blocks, *map(self._known, blocks))
        return [*map(_pairs, blocks), *map(whole, sorted(once))]


@lru_cache(maxsize=100_000)
def _pairs(block: str) -> str:
    return " ".join((_BREAK, *pairs(block)))


def _count(words: Iterable[str]) -> int:
    return sum(part.count(" ") + 1 for part in words)
