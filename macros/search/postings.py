"""Pages → the words of the index with their places: pairs of characters, single characters and known words.

What a page's words are and in which order its parts stand is decided here; how an index is written: `pagefind_format.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from macros.search import folding
from macros.search.spellings import KnownWords
from macros.search.text_extraction import IndexedPage

# Stands between blocks, and takes two places: the browser asks for every second pair, and one place alone would stand
# for the pair that it leaves out.
_BORDER = "\0"

# Most blocks stand on many pages: headings, set phrases, names.
_folded = lru_cache(maxsize=100_000)(folding.fold)

Places = dict[str, list[int]]
"""Of every word its places, ascending. Pairs are two characters; others stand behind a border."""


class PageWords:
    """Finds the words of pages. `pages` are all that the index will have."""

    def __init__(self, pages: Iterable[IndexedPage], known: KnownWords) -> None:
        self._standing = Counter(block for page in pages for block in set(map(_folded, page.blocks)))
        self._known = lru_cache(maxsize=20_000)(known.within)

    def of(self, page: IndexedPage) -> tuple[Places, tuple[int, int]]:
        """The words of `page`, and how many places are its text, then its title; the names it is about follow."""
        # A block that stands twice (準用 repeats whole clauses) is found no better for being indexed twice.
        blocks = sorted(set(map(_folded, page.blocks)), key=self._order)
        parts = (blocks, [_folded(page.title)], [_folded(name) for name in page.facts.get("subjects", [])])
        places: Places = defaultdict(list)
        start, starts = 0, []
        for part in parts:
            starts.append(start)
            start += self._add(part, start, places)
        return places, (starts[1], starts[2] - starts[1])

    def _order(self, block: str) -> tuple[int, int, str]:
        """What stands on most pages first, then by length: places in the index repeat themselves and pack far better."""
        return -self._standing[block].bit_length(), len(block), block

    def _add(self, blocks: Sequence[str], start: int, places: Places) -> int:
        """Every pair in its place; each character and each known word where the part begins. Returns its length."""
        text = _BORDER + _BORDER.join(blocks) + _BORDER
        for place, (first, second) in enumerate(pairwise(text), start):
            if first != _BORDER != second:
                places[first + second].append(place)
        for word in set().union(*blocks, *map(self._known, blocks)):
            places[_BORDER + word].append(start)
        return len(text) - 1


def spelling(words: Iterable[str]) -> dict[str, str]:
    """How each of `words` is spelt in the index."""
    return {word: folding.whole(word[1:]) if word[0] == _BORDER else next(folding.pairs(word)) for word in words}
