"""A finished picture: boxes, lines and texts at exact places, and how large things are, in units of the viewBox.

Tuples with names: a site draws millions of them, and nothing is made faster.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Words(NamedTuple):
    """One line of text; `x`, `y` are the middle of its baseline. `style` is name, detail, amount, label or means."""

    x: float
    y: float
    text: str
    style: str


class Box(NamedTuple):
    """A party."""

    x: float
    y: float
    width: float
    height: float
    side: str
    is_named: bool
    words: tuple[Words, ...]


class Line(NamedTuple):
    """An arrow from `x` to `end` at height `y`, with what is written at it. Without a head: no direction recorded."""

    x: float
    end: float
    y: float
    has_head: bool
    is_none: bool
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Drawing:
    """All of it, within `width` × `height`; names are written larger than any other text."""

    width: float
    height: float
    name_size: float
    text_size: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Style:
    """Sizes of one layout. A phone has no room for a third column (`is_wide`)."""

    name: str
    width: int
    box: int
    name_size: float
    text_size: float
    is_wide: bool
    after_gap: int = 0
    """Between hub and those after it, in a picture of three columns; what is left lies before the hub."""

    @cached_property
    def name_line(self) -> float:
        """Height of a line of a name."""
        return self.name_size * 1.4

    @cached_property
    def text_line(self) -> float:
        """Height of a line of any other text."""
        return self.text_size * 1.45


# At 360 CSS px a picture is 328 wide and stands almost 1:1; at 320 its smallest text still has 12 px.
NARROW = Style("narrow", 320, 100, 14, 13.5, is_wide=False)
WIDE = Style("wide", 860, 160, 16, 15, is_wide=True, after_gap=140)
