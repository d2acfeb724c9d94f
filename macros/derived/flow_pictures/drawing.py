"""A finished picture: boxes, lines and texts at exact places. What a template needs, and nothing else.

Tuples with names: a site draws millions of them, and nothing is made faster.
"""

from dataclasses import dataclass
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
