"""Numbers as minutes write them: 948, 九四八, 九百四十八. Folded text only. Also in `overrides/assets/linking/numerals.js`."""

import re

_DIGITS = "〇一二三四五六七八九"
_PLACES = re.compile("[〇零一二三四五六七八九]+")
_UNITS = re.compile(
    "(?:([二三四五六七八九]?)千)?(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)"
)


def number(written: str) -> int | None:
    """None for what is no number: 九百四八, 〇."""
    if written.isascii():
        return int(written) if written.isdigit() and written[0] != "0" else None
    if _PLACES.fullmatch(written):
        return int("".join(str(_DIGITS.index("〇" if letter == "零" else letter)) for letter in written)) or None
    units = _UNITS.fullmatch(written)
    if units is None:
        return None
    *counts, rest = units.groups()
    total = sum(_value(count) * unit for count, unit in zip(counts, (1000, 100, 10), strict=True) if count is not None)
    return (total + (_DIGITS.index(rest) if rest else 0)) or None


def _value(count: str) -> int:
    return _DIGITS.index(count) if count else 1
