"""One form for all ways to type the same text, and the words that the index is made of.

The same folding stands in `overrides/assets/search/index/folding.js`; `tests/folding_cases.json` holds the two together.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

_WHOLE = "w"  # at both ends, and no letter of the others: Pagefind takes the beginning of a word for the word
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


def pairs(text: str) -> Iterator[str]:
    """Words for each two neighbouring characters of folded `text`, one after another: longer texts become phrases."""
    spelt = [_spell(character) for character in text]
    return (first + second for first, second in pairwise(spelt))


def whole(text: str) -> str:
    """The word for folded `text` in one piece: a single character, or what the archive knows as a word."""
    return _WHOLE + "".join(map(_spell, text)) + _WHOLE


@cache
def _spell(character: str) -> str:
    # Letters alone, four for each UTF-16 unit: nothing that a stemmer, segmenter or diacritic rule would touch.
    return character.encode("utf-16-be").hex().translate(_LETTERS)
