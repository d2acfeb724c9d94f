"""What a citation is made of, as read from one line; not yet whether the archive has it.

Numbers as minutes write them: 948, 九四八, 九百四十八. Folded text only. Also in `overrides/assets/linking/numerals.js`.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Literal

FEWEST = 100
"""「第3号」 may be of anything; 「第948号」 is hardly of anything else."""

Owner = Literal["consultation", "answer", "bare", "also", "anaphor", "previous", "nobody", "other"]
"""`other` is another document: never a link."""


@dataclass(frozen=True)
class ClauseText:
    """A clause as cited. `relation` says what is left out: its part, or all but the last label (「及び(2)」)."""

    part: int | None
    labels: tuple[str, ...]
    relation: Literal["whole", "part", "sibling"] = "whole"


@dataclass(frozen=True)
class Piece:
    """What becomes one link: whose it is, by number or by the word of an anaphor, and which clause of it."""

    start: int
    end: int
    owner: Owner
    number: int | None = None
    word: str = ""
    town: str = ""
    """The municipality that stands before it."""
    year: str = ""
    """The year that stands before it: 令和3."""
    clause: ClauseText | None = None
    reason: str = ""
    """Why it can be no link whatever the archive has; a key of REASONS."""
    is_listed: bool = False
    """It is one of several numbers that are cited together."""
    runs_from: int | None = field(default=None)
    """The number at which the range that ends here begins."""

    own_end: int | None = None
    """Where its owner ends, if a clause follows that."""
    clause_start: int = 0

    def to(self, following: "Piece") -> "Piece":
        """The same, as far as the clause that follows."""
        return replace(self, end=following.end, clause=following.clause, own_end=self.end, clause_start=following.start)


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
