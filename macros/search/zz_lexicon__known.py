"""Words that the archive uses: each has a word of its own in the index, so that one short list answers for it.

Any other text is put together from pairs of characters. Which words are known decides how much is fetched, never what
is found: a known word is listed for every page that it stands on, as itself or within another.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from macros.search.folding import fold
from macros.search.lexicon import Lexicon

_SHORTEST, _LONGEST = 2, 24  # characters
_YEAR = r"(?:令和|平成|昭和)?(?:\d+|元)年"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:諮問)?第\d+号",
        r"第\d+号",
        rf"{_YEAR}度?",
        rf"{_YEAR}\d+月",
        rf"{_YEAR}\d+月\d+日",
        r"\d[\d,]*[件人名]",
    )
)


class KnownWords:
    """Finds the words of the lexicon, of `others` and the numbers and dates of `texts` in any folded text."""

    def __init__(self, lexicon: Lexicon, others: Iterable[str], texts: Iterable[str]) -> None:
        found = set(map(fold, others))
        found.update(*lexicon.readings.values(), *lexicon.okurigana.values())
        found.update("".join(words) for words, _ in lexicon.compounds)
        found.update(number for text in texts for pattern in _NUMBERS for number in pattern.findall(text))
        self._words = frozenset(word for word in found if _SHORTEST <= len(word) <= _LONGEST)
        self._lengths: dict[str, set[int]] = defaultdict(set)  # by the two characters that words begin with
        for word in self._words:
            self._lengths[word[:_SHORTEST]].add(len(word))

    def within(self, text: str) -> set[str]:
        """The known words that stand in folded `text`."""
        starts = (text[at : at + _SHORTEST] for at in range(len(text)))
        lengths = ((at, self._lengths.get(start, ())) for at, start in enumerate(starts))
        return {text[at : at + length] for at, possible in lengths for length in possible} & self._words
