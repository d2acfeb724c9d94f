"""What the index holds of a page: words in places that a query can trust."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from macros.search.folding import fold
from macros.search.postings import PageWords, Places
from macros.search.spellings import KnownWords, Lexicon
from macros.search.text_extraction import IndexedPage, Section

FARTHEST = 2
"""A query asks for every second pair of its text: words of one block that follow each other are at most so far apart."""


@given(st.lists(st.text("あいう", min_size=2, max_size=5), min_size=2, max_size=4, unique=True))
def test_no_query_takes_the_end_of_one_block_and_the_start_of_the_next_for_one_text(blocks: list[str]) -> None:
    pairs = sorted((place, pair) for pair, places in _places(*blocks).items() for place in places if len(pair) == 2)
    text = "".join(pair[0] for _, pair in pairs)
    gaps = [after - before for (before, _), (after, _) in pairwise(pairs)]
    assert text
    assert set(gaps) <= {1, FARTHEST + 1}
    assert gaps.count(FARTHEST + 1) == len(blocks)  # the last stands before the title


@given(st.text("あいう", min_size=2, max_size=9))
def test_the_pairs_of_a_block_follow_each_other_without_a_gap(block: str) -> None:
    places = _places(block)
    (start,) = {min(places[block[:2]])}
    assert all(start + at in places[block[at : at + 2]] for at in range(len(block) - 1))


def test_a_known_word_stands_where_the_part_of_the_page_begins_that_has_it() -> None:
    page = IndexedPage("a/", "口座番号", (Section("", "", ("氏名と口座番号",)),), {"subjects": ["氏名"]})
    places, (text, title) = PageWords([page], KnownWords(Lexicon(), ["氏名", "口座番号"], ())).of(page)
    assert places["\0口座番号"] == [0, text]
    assert places["\0氏名"] == [0, text + title]
    assert places["\0名"] == [0, text + title]


def _places(*blocks: str) -> Places:
    page = IndexedPage("a/", "題名", (Section("", "", tuple(map(fold, blocks))),), {})
    places, _ = PageWords([page], KnownWords(Lexicon(), (), ())).of(page)
    return {word: at for word, at in places.items() if not word.startswith("\0")}
