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

_PAIR = 2

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


def runs(text: str, space: str = "b", length: int = 3) -> Iterator[str]:
    """Words for each run of `length` neighbouring characters of folded `text`: longer substrings become phrases.

    `space` is one letter that keeps these words apart from those of another kind of text. It comes last, so that
    the words of one run lie side by side in the index and are fetched together.
    """
    spelt = [_spell(character) for character in text]
    for start in range(len(spelt) - length + 1):
        yield "".join(spelt[start : start + length]) + space


def short_words(text: str, space: str = "b", length: int = 3) -> set[str]:
    """Words for what is shorter than a run: single characters, and pairs. Where they stand does not matter."""
    spelt = [_spell(character) for character in text]
    words = {character + space + "s" for character in spelt}
    return words if length == _PAIR else words | {first + second + space + "p" for first, second in pairwise(spelt)}


@cache
def _spell(character: str) -> str:
    # Letters alone, four for each UTF-16 unit: nothing that a stemmer, segmenter or diacritic rule would touch.
    return character.encode("utf-16-be").hex().translate(_LETTERS)
