"""Stars → boxes and lines at exact places. A hub is as tall as its spokes, so every line is level and none crosses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.derived.flow_pictures.arrows import Arrow, Party
from macros.derived.flow_pictures.drawing import Box, Drawing, Line, Style, Words
from macros.derived.flow_pictures.measuring import wrapped
from macros.derived.flow_pictures.star_layout import Spoke, Star

_EDGE = 2  # room for the stroke of an outermost box
_PAD = 8  # between a box and its text
_ROW_GAP = 16
_STAR_GAP = 32
_ARROW_GAP = 16
_AIR = 6  # between a line and the text at it
_TOUCH = 4  # between a line and a box


_Texts = list[tuple[str, str]]  # lines, each with its style


@dataclass(frozen=True)
class _Column:
    """Spokes one below the other: their boxes at `box`, their lines between `start` and `end`."""

    box: float
    start: float
    end: float
    spokes: tuple[Spoke, ...]


class _Label(NamedTuple):
    """A party and all that is written in its box."""

    party: Party
    texts: _Texts


class _Row(NamedTuple):
    """A spoke with all that is written in its box, and above and below each of its arrows."""

    label: _Label
    arrows: list[tuple[Arrow, _Texts, _Texts]]
    arrows_height: float
    height: float


def drawing(stars: Iterable[Star], style: Style) -> Drawing:
    """The picture of these stars, one below the other."""
    boxes: list[Box] = []
    lines: list[Line] = []
    top: float = _EDGE
    for star in stars:
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
        rows = [[_row(spoke, column, style) for spoke in column.spokes] for column in columns]
        hub = _label(star.hub, style)
        self.height = max(_box_height(hub, style), *(_stacked(row) for row in rows))
        self.boxes = [_box(hub, hub_at, top, self.height, style)]
        self.lines: list[Line] = []
        for column, own in zip(columns, rows, strict=True):
            self._fill(column, own, top)

    def _fill(self, column: _Column, rows: list[_Row], top: float) -> None:
        stretch = (self.height - _stacked(rows)) / max(1, len(rows))
        for row in rows:
            height = row.height + stretch
            self.boxes.append(_box(row.label, column.box, top, height, self.style))
            self._lines(row, column, top, height)
            top += height + _ROW_GAP

    def _lines(self, row: _Row, column: _Column, top: float, height: float) -> None:
        middle = (column.start + column.end) / 2
        near, far = sorted((column.start, column.end), key=lambda x: abs(x - column.box - self.style.box / 2))
        y = top + (height - row.arrows_height) / 2
        for arrow, above, below in row.arrows:
            line_y = y + _height(above, self.style) + _AIR
            words = (
                *_set(above, middle, y, self.style),
                *_set(below, middle, line_y + _AIR, self.style),
            )
            start, end = (far, near) if arrow.destination == row.label.party else (near, far)
            self.lines.append(_line(start, end, line_y, arrow, words))
            y = line_y + _AIR + _height(below, self.style) + _ARROW_GAP


def _row(spoke: Spoke, column: _Column, style: Style) -> _Row:
    room = (column.end - column.start - 2 * _TOUCH) / style.text_size
    label = _label(spoke.party, style)
    arrows = [(arrow, _above(arrow, style, room), _below(arrow, room)) for arrow in spoke.arrows]
    heights = [_height(above, style) + _height(below, style) + 2 * _AIR for _, above, below in arrows]
    arrows_height = sum(heights) + _ARROW_GAP * (len(heights) - 1)
    return _Row(label, arrows, arrows_height, max(_box_height(label, style), arrows_height))


def _above(arrow: Arrow, style: Style, room: float) -> _Texts:
    label = arrow.label if style.is_wide or not arrow.brief else arrow.brief
    amount = [(line, "amount") for line in wrapped(arrow.amount, room)]
    return amount + [(line, "label") for paragraph in label for line in wrapped(paragraph, room)]


def _below(arrow: Arrow, room: float) -> _Texts:
    means = (arrow.means, "" if arrow.is_directed else "向きの記載なし")
    return [(line, "means") for paragraph in means for line in wrapped(paragraph, room)]


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


def _stacked(rows: Sequence[_Row]) -> float:
    return sum(row.height for row in rows) + _ROW_GAP * (len(rows) - 1)


def _line(start: float, end: float, y: float, arrow: Arrow, words: tuple[Words, ...]) -> Line:
    return Line(round(start, 1), round(end, 1), round(y, 1), arrow.is_directed, arrow.is_none, words)


def _label(party: Party, style: Style) -> _Label:
    room = style.box - 2 * _PAD
    names = [(line, "name") for line in wrapped(party.name, room / style.name_size)]
    return _Label(party, names + [(line, "detail") for line in wrapped(party.detail, room / style.text_size)])


def _box_height(label: _Label, style: Style) -> float:
    return _height(label.texts, style) + 2 * _PAD


def _box(label: _Label, x: float, y: float, height: float, style: Style) -> Box:
    first = y + (height - _height(label.texts, style)) / 2
    words = _set(label.texts, x + style.box / 2, first, style)
    return Box(x, round(y, 1), style.box, round(height, 1), label.party.side, label.party.is_named, words)


def _height(texts: _Texts, style: Style) -> float:
    return sum(style.name_line if kind == "name" else style.text_line for _, kind in texts)


def _set(texts: _Texts, x: float, top: float, style: Style) -> tuple[Words, ...]:
    """The lines one below the other; a baseline lies at about three quarters of a line."""
    words = []
    for text, kind in texts:
        height = style.name_line if kind == "name" else style.text_line
        words.append(Words(round(x, 1), round(top + 0.74 * height, 1), text, kind))
        top += height
    return tuple(words)
