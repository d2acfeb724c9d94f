"""What a citation is made of, as read from one line; not yet whether the archive has it.

Numbers as minutes write them: 948, 九四八, 九百四十八. Folded text only. Also in `overrides/assets/linking/pieces.js`.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

FEWEST = 100
"""「第3号」 may be of anything; 「第948号」 is hardly of anything else."""

OF_OTHERS = ("series", "assembly", "earlier")
"""Reasons that a whole list shares: it is of somebody else."""

Owner = Literal["consultation", "answer", "bare", "also", "anaphor", "defined", "previous", "nobody", "other"]
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
