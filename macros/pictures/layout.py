"""Stars → boxes and lines at exact places. A hub is as tall as its spokes, so every line is level and none crosses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.pictures.arrows import Arrow, Party
from macros.pictures.drawing import Box, Drawing, Line, Words
from macros.pictures.measuring import wrapped
from macros.pictures.stars import Spoke, Star, stars
from macros.pictures.styles import Style

_EDGE = 2  # room for the stroke of an outermost box
_PAD = 8  # between a box and its text
_ROW_GAP = 16
_STAR_GAP = 32
_ARROW_GAP = 16
_AIR = 6  # between a line and the text at it
_TOUCH = 4  # between a line and a box


@dataclass(frozen=True)
class _Column:
    """Spokes one below the other: their boxes at `box`, their lines between `start` and `end`."""

    box: float
    start: float
    end: float
    spokes: tuple[Spoke, ...]


def drawing(arrows: Iterable[Arrow], style: Style) -> Drawing:
    """The picture of these arrows."""
    boxes: list[Box] = []
    lines: list[Line] = []
    top: float = _EDGE
    for star in stars(arrows):
        placed = _Star(star, style, top)
        boxes += placed.boxes
        lines += placed.lines
        top += placed.height + _STAR_GAP
    height = round(top - _STAR_GAP + _EDGE, 1)
    return Drawing(style.width, height, style.name_size, style.text_size, tuple(boxes), tuple(lines))


class _Star:
    """One star from `top` downwards."""

    def __init__(self, star: Star, style: Style, top: float) -> None:
        self.style = style
        hub_at, columns = _columns(star, style)
        heights = [[self._row_height(spoke, column) for spoke in column.spokes] for column in columns]
        hub_least = _box_height(star.hub, style)
        self.height = max(hub_least, *(_stacked(each) for each in heights))
        self.boxes = [_box(star.hub, hub_at, top, self.height, style)]
        self.lines: list[Line] = []
        for column, rows in zip(columns, heights, strict=True):
            self._fill(column, rows, top)

    def _fill(self, column: _Column, rows: list[float], top: float) -> None:
        stretch = (self.height - _stacked(rows)) / max(1, len(rows))
        for spoke, row in zip(column.spokes, rows, strict=True):
            height = row + stretch
            self.boxes.append(_box(spoke.party, column.box, top, height, self.style))
            self._lines(spoke, column, top, height)
            top += height + _ROW_GAP

    def _lines(self, spoke: Spoke, column: _Column, top: float, height: float) -> None:
        y = top + (height - self._arrows_height(spoke, column)) / 2
        for arrow in spoke.arrows:
            above, below = self._texts(arrow, column)
            middle = (column.start + column.end) / 2
            line_y = y + _height(above, self.style) + _AIR
            words = (
                *_set(above, middle, y, self.style),
                *_set(below, middle, line_y + _AIR, self.style),
            )
            to_box = arrow.destination == spoke.party
            near, far = sorted((column.start, column.end), key=lambda x: abs(x - column.box - self.style.box / 2))
            start, end = (far, near) if to_box else (near, far)
            self.lines.append(_line(start, end, line_y, arrow, words))
            y = line_y + _AIR + _height(below, self.style) + _ARROW_GAP

    def _row_height(self, spoke: Spoke, column: _Column) -> float:
        return max(_box_height(spoke.party, self.style), self._arrows_height(spoke, column))

    def _arrows_height(self, spoke: Spoke, column: _Column) -> float:
        texts = [self._texts(arrow, column) for arrow in spoke.arrows]
        heights = [_height(above, self.style) + _height(below, self.style) + 2 * _AIR for above, below in texts]
        return sum(heights) + _ARROW_GAP * (len(heights) - 1)

    def _texts(self, arrow: Arrow, column: _Column) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Lines above and below the arrow, each with its style."""
        room = (column.end - column.start - 2 * _TOUCH) / self.style.text_size
        label = arrow.label if self.style.is_wide or not arrow.brief else arrow.brief
        above = [(line, "amount") for line in wrapped(arrow.amount, room)]
        above += [(line, "label") for paragraph in label for line in wrapped(paragraph, room)]
        means = [arrow.means, "" if arrow.is_directed else "向きの記載なし"]
        below = [(line, "means") for paragraph in means for line in wrapped(paragraph, room)]
        return above, below


def _columns(star: Star, style: Style) -> tuple[float, list[_Column]]:
    """Where the hub stands, and the columns beside it."""
    left, right = float(_EDGE), float(style.width - _EDGE - style.box)
    if not star.before:
        return left, [_between(right, left, style, star.after)]
    if not star.after or not style.is_wide:
        return right, [_between(left, right, style, (*star.before, *star.after))]
    hub = right - style.after_gap - style.box
    return hub, [_between(left, hub, style, star.before), _between(right, hub, style, star.after)]


def _between(box: float, hub: float, style: Style, spokes: tuple[Spoke, ...]) -> _Column:
    first, second = sorted((box, hub))
    return _Column(box, first + style.box + _TOUCH, second - _TOUCH, spokes)


def _stacked(heights: Sequence[float]) -> float:
    return sum(heights) + _ROW_GAP * (len(heights) - 1)


def _line(start: float, end: float, y: float, arrow: Arrow, words: tuple[Words, ...]) -> Line:
    return Line(round(start, 1), round(end, 1), round(y, 1), arrow.is_directed, arrow.is_none, words)


def _names(party: Party, style: Style) -> list[tuple[str, str]]:
    room = style.box - 2 * _PAD
    names = [(line, "name") for line in wrapped(party.name, room / style.name_size)]
    return names + [(line, "detail") for line in wrapped(party.detail, room / style.text_size)]


def _box_height(party: Party, style: Style) -> float:
    return _height(_names(party, style), style) + 2 * _PAD


def _box(party: Party, x: float, y: float, height: float, style: Style) -> Box:
    names = _names(party, style)
    first = y + (height - _height(names, style)) / 2
    words = _set(names, x + style.box / 2, first, style)
    return Box(x, round(y, 1), style.box, round(height, 1), party.side, party.is_named, words)


def _height(texts: Iterable[tuple[str, str]], style: Style) -> float:
    return sum(style.name_line if kind == "name" else style.text_line for _, kind in texts)


def _set(texts: Iterable[tuple[str, str]], x: float, top: float, style: Style) -> tuple[Words, ...]:
    """The lines one below the other; a baseline lies at about three quarters of a line."""
    words = []
    for text, kind in texts:
        height = style.name_line if kind == "name" else style.text_line
        words.append(Words(round(x, 1), round(top + 0.74 * height, 1), text, kind))
        top += height
    return tuple(words)
