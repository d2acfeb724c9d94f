"""Rows of a list with its column heads → cells by field. 「〃」 and 「同上」 mean the cell above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.documents.extractors.line import Line, closed_up, squeezed

_SAME = re.compile("〃|同上|″|々")
_CELLS = re.compile(r"\t|[｜|]")
_FEWEST = 3  # columns


@dataclass(frozen=True)
class Row:
    """The cells of a row by the heads of their columns, in order."""

    line: Line
    cells: dict[str, str]


def cells_of(line: Line) -> list[str]:
    """The cells of a row; one where the line is no row."""
    return [cell.strip() for cell in _CELLS.split(line.text)]


def rows(lines: list[Line]) -> Iterator[Row | Line]:
    """Every line: those of a table with column heads as rows, the head itself left out; a line without words too."""
    heads: list[str] = []
    above: list[str] = []
    for line in lines:
        cells = cells_of(line)
        if len(cells) < _FEWEST:
            heads = heads if not line.text else []
            yield line
        elif len(cells) != len(heads) or all(re.fullmatch(r"[^\d、。]{1,14}", squeezed(cell)) for cell in cells):
            heads, above = [closed_up(cell) for cell in cells], [""] * len(cells)
            yield line
        else:
            above = [
                _SAME.sub(before, cell, count=1) if _SAME.match(cell) else cell
                for cell, before in zip(cells, above, strict=True)
            ]
            yield Row(line, dict(zip(heads, above, strict=True)))
