"""One width for what citations are written with, and the way back to where each character stood.

Not the folding of search: that one forgets where things were. The same stands in `overrides/assets/linking/widths.js`.
"""

import unicodedata
from dataclasses import dataclass

from macros.records import text_width

GONE = "\ufdd0"
"""Stands for each character of a link's own signs: what is left reads as if there were none. No text can hold it."""
CUT = "\ufdd1"
"""Stands before and behind a line that may go on, where nobody can tell: what touches it may be half of something."""

_FULL = range(0xFF01, 0xFF5F)
_PARENTHESISED = range(0x2474, 0x2488)  # ⑴ … ⒇
_PARENTHESISED_KANJI = range(0x3220, 0x322A)  # ㈠ … ㈩
_RADICALS = range(0x2F00, 0x2FE0)  # what PDF files hand out for whole characters
_SINGLE = {"\u3000": " ", "\u00a0": " ", "〜": "~", "∼": "~", "･": "・", "｢": "「", "｣": "」", "，": "、", "．": "."}


@dataclass(frozen=True)
class Folded:
    """`text` in one width; `origins[i]` is where its character i stood."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stood."""
        return self.origins[start], self.origins[end - 1] + 1


def folded(written: str) -> Folded:
    """Digits, letters and brackets half-width, (1) for ⑴; every other character as it is."""
    text: list[str] = []
    origins: list[int] = []
    for position, letter in enumerate(written):
        plain = "" if letter == GONE else _plain(letter)
        text.append(plain)
        origins += [position] * len(plain)
    return Folded("".join(text), tuple(origins))


def _plain(letter: str) -> str:
    code = ord(letter)
    if letter in _SINGLE:
        return _SINGLE[letter]
    if code in _FULL:
        return chr(code - 0xFEE0)
    if code in _PARENTHESISED:
        return f"({code - 0x2473})"
    if code in _PARENTHESISED_KANJI:
        return f"({'一二三四五六七八九十'[code - 0x3220]})"
    return unicodedata.normalize("NFKC", letter) if code in _RADICALS else letter


def width(text: str) -> int:
    """As shown, in half-width characters, without the white space at the end."""
    return text_width.width(text.replace(GONE, "").rstrip())
