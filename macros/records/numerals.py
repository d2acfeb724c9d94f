"""Numbers in kanji as officials write them: 九四八, 九百四十八, 二万千. Not numbers in words of speech.

The browser has the same for what people type; `tests/numeral_cases.json` holds the two together.
"""

import re

DIGITS = "〇一二三四五六七八九"
AS_ARABIC = str.maketrans(f"零{DIGITS}", "00123456789")
"""For `str.translate`: each digit by itself."""

_BY_PLACE = re.compile(f"[零{DIGITS}]+")
_BELOW_TEN_THOUSAND = (
    "(?:([一二三四五六七八九]?)千)?(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)"
)
_BY_UNIT = re.compile(f"(?!万)(?:{_BELOW_TEN_THOUSAND}万)?{_BELOW_TEN_THOUSAND}")


def number(text: str) -> int | None:
    """The number that `text` writes, in half-width Arabic or kanji digits; None for what is none: 九百四八, 〇, 007."""
    if text.isascii():
        return int(text) if text.isdigit() and text[0] != "0" else None
    if _BY_PLACE.fullmatch(text):
        return int(text.translate(AS_ARABIC)) or None
    units = _BY_UNIT.fullmatch(text)
    if units is None:
        return None
    thousands, ones = _sum(*units.groups()[:4]), _sum(*units.groups()[4:])
    return (thousands * 10_000 + ones) or None


def _sum(*counts: str | None) -> int:
    """Of 千, 百, 十 and what follows; None where the unit is not written, empty where it stands alone for one of it."""
    *units, ones = counts
    total = sum(_digit(count) * size for count, size in zip(units, (1000, 100, 10), strict=True) if count is not None)
    return total + (_digit(ones) if ones else 0)


def _digit(count: str) -> int:
    return DIGITS.index(count) if count else 1
