"""One form for all ways to type the same text, and the words that the index is made of.

The same folding stands in `overrides/assets/search/folding.js`; `tests/folding_cases.json` holds the two together.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

_SPACE = re.compile(r"[\s\ufeff]+")
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")

_DASHES = re.compile(r"[ー\-‐‑‒–—―−〜~]")
_TO_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ") + 1)}
_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖぢづを", "あいうえおつやゆよわかけじずお")
_V = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ"))


def fold(text: str) -> str:
    """NFKC, lower case, without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).lower())


def loosen(kana: str) -> str:
    """Folded kana as people spell it in passing: hiragana, no long vowels, no small letters, ば for ゔぁ."""
    hiragana = _DASHES.sub("", kana.translate(_TO_HIRAGANA))
    for written, usual in _V:
        hiragana = hiragana.replace(written, usual)
    return hiragana.translate(_LARGE).replace("いや", "いあ").replace("ふお", "ほ")


def bigrams(text: str, space: str = "b") -> Iterator[str]:
    """Words for each pair of neighbouring characters of folded `text`: exact substrings become phrases.

    `space` is one letter that keeps these words apart from those of another kind of text.
    """
    for first, second in pairwise(text):
        # The space comes last, so that the words of one pair lie side by side in the index and are fetched together.
        yield _spell(first) + _spell(second) + space


def single(character: str) -> str:
    """The word for one character by itself."""
    return _spell(character) + "s"


@cache
def _spell(character: str) -> str:
    # Letters alone, four for each UTF-16 unit: nothing that a stemmer, segmenter or diacritic rule would touch.
    return character.encode("utf-16-be").hex().translate(_LETTERS)
