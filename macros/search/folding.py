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


def runs(text: str, space: str = "b") -> Iterator[str]:
    """Words for each run of three neighbouring characters of folded `text`: longer substrings become phrases of them.

    `space` is one letter that keeps these words apart from those of another kind of text. It comes last, so that
    the words of one run lie side by side in the index and are fetched together.
    """
    for first, second, third in zip(text, text[1:], text[2:], strict=False):
        yield _spell(first) + _spell(second) + _spell(third) + space


def short_words(text: str, space: str = "b") -> set[str]:
    """Words for every pair and every single character of folded `text`; where they stand does not matter."""
    pairs = {_spell(first) + _spell(second) + space + "p" for first, second in pairwise(text)}
    return pairs | {_spell(character) + space + "s" for character in text}


@cache
def _spell(character: str) -> str:
    # Letters alone, four for each UTF-16 unit: nothing that a stemmer, segmenter or diacritic rule would touch.
    return character.encode("utf-16-be").hex().translate(_LETTERS)
