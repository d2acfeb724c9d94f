"""One form for all ways to type the same text, and the words that the index is made of.

The same folding stands in `overrides/assets/search/folding.js`; `tests/folding_cases.json` holds the two together.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_SPACE = re.compile(r"[\s\ufeff]+")
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def fold(text: str) -> str:
    """NFKC, lower case, without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).lower())


def bigrams(text: str) -> Iterator[str]:
    """Words for each pair of neighbouring characters of folded `text`: exact substrings become phrases."""
    for first, second in pairwise(text):
        yield "b" + _spell(first) + _spell(second)


def single(character: str) -> str:
    """The word for one character by itself."""
    return "s" + _spell(character)


def _spell(character: str) -> str:
    # Letters alone, four for each UTF-16 unit: nothing that a stemmer, segmenter or diacritic rule would touch.
    return character.encode("utf-16-be").hex().translate(_LETTERS)
