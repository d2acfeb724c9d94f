"""What Pagefind reads for a page: words in places that a query can trust."""

import re

from hypothesis import given
from hypothesis import strategies as st

from macros.search.folding import pairs
from macros.search.lexicon import KnownWords, Lexicon
from macros.search.pagefind_run import BREAK, Sources
from macros.search.text_extraction import IndexedPage, Section

# A query asks for every second pair of its text: words of one block that follow each other are at most so far apart.
FARTHEST = 2


@given(st.lists(st.text("あいう", min_size=2, max_size=5), min_size=2, max_size=4, unique=True))
def test_no_query_takes_the_end_of_one_block_and_the_start_of_the_next_for_one_text(blocks: list[str]) -> None:
    words = _words(blocks)
    starts = [at for at, word in enumerate(words) if word == BREAK and words[at - 1] != BREAK][1:]
    for start in starts[: len(blocks) - 1]:
        after = next(at for at in range(start, len(words)) if words[at] != BREAK)
        assert after - (start - 1) > FARTHEST


@given(st.text("あいう", min_size=2, max_size=9))
def test_the_pairs_of_a_block_follow_each_other_without_a_gap(block: str) -> None:
    assert " ".join(pairs(block)) in " ".join(_words([block]))


def _words(blocks: list[str]) -> list[str]:
    page = IndexedPage("a/", "題名", (Section("", "", tuple(blocks)),), {})
    source = Sources([page], KnownWords(Lexicon(), (), ())).source(page)
    (text,) = re.findall("<p>(.*)</p>", source.html)
    return str(text).split(" ")
