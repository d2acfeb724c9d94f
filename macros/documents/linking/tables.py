"""The column of a table that holds numbers of 諮問 alone: below the head 諮問番号 a bare 690 is one.

A table has its cells parted by | or tabs; a list without either has them parted by spaces, and the numbers stand first.
The same stands in `overrides/assets/linking/tables.js`.
"""

from collections.abc import Sequence

from macros.documents.linking.citation import Piece
from macros.documents.linking.grammar import COMPILED as ARE
from macros.records.numerals import number


def number_column(text: str, column: int | None) -> int | None:
    """The column of numbers as of this line; `column` is that of the line above. None where no table is."""
    cells = [text[start:end].strip() for start, end in _cells(text)]
    is_table = ARE["cell_end"].search(text) is not None
    heads = [place for place, cell in enumerate(cells) if ARE["number_head"].fullmatch(cell)]
    if heads and (is_table or (heads[0] == 0 and "番号" in cells[0])):
        return heads[0]
    goes_on = is_table or (column == 0 and bool(cells) and ARE["bare_cell"].fullmatch(cells[0]) is not None)
    return column if goes_on else None


def with_column(text: str, column: int | None, read: Sequence[Piece]) -> list[Piece]:
    """`read`, and the number in the cell of that column if nothing has been read there."""
    cells = _cells(text)
    start, end = cells[column] if column is not None and column < len(cells) else (0, 0)
    cell = ARE["bare_cell"].match(text, start, end)
    value = number(cell[1]) if cell and not text[cell.end() : end].strip() else None
    if cell is None or value is None or any(piece.start < end and start < piece.end for piece in read):
        return list(read)
    here = Piece(cell.end() - len(cell[0].lstrip()), cell.start() + len(cell[0].rstrip()), "consultation", number=value)
    return sorted([*read, here], key=lambda piece: piece.start)


def _cells(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends; what stands before a | at the beginning of the line is a cell too."""
    name = "cell_end" if ARE["cell_end"].search(text) else "gap"
    start, cells = len(text) - len(text.lstrip(" ")) if name == "gap" else 0, []
    for between in ARE[name].finditer(text, start):
        cells.append((start, between.start()))
        start = between.end()
    return [*cells, (start, len(text))]
