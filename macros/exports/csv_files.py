"""CSV for spreadsheets, one table for each question. Not the whole of the data; that is the API's.

UTF-8 with a byte order mark and CRLF (RFC 4180), which Excel opens as Japanese. A cell that a spreadsheet would take
for a formula, or for another number or date than is written, begins with an apostrophe.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from macros.exports.api import Take
from macros.exports.csv_answers_and_meetings import DELIBERATION_TABLES
from macros.exports.csv_consultations import CONSULTATION_TABLES
from macros.exports.csv_table import Table
from macros.exports.export import Exported
from macros.exports.open_data.shapes import Document

TABLES = (*CONSULTATION_TABLES, *DELIBERATION_TABLES)

# A formula; a number with zeros that would be dropped; (1), which accountants write for minus one; a month, which would
# be given a day, and what else reads as one: 2022-04, 5-1, 1/2.
_TAKEN_AMISS = re.compile(r"[=+\-@\t\r\n＝＋－＠]|0\d|[(（]\d+[)）]$|\d{1,4}[-/]\d{1,2}$")


@contextmanager
def tables(exported: Exported, site: Path) -> Iterator[Take]:  # noqa: ARG001 — a stream like the others
    """data/consultations.csv, data/handlings.csv, data/answers.csv …"""
    with ExitStack() as opened:
        writing = [(table.kind, opened.enter_context(_written(table, site))) for table in TABLES]

        def take(kind: str, document: Document) -> None:
            for of_kind, take_rows in writing:
                if of_kind == kind:
                    take_rows(kind, document)

        yield take


def as_cell(text: str) -> str:
    """`text` as a spreadsheet shows it unchanged."""
    return f"'{text}" if _TAKEN_AMISS.match(text) else text


@contextmanager
def _written(table: Table, site: Path) -> Iterator[Take]:
    path = site / table.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.columns)
        yield lambda _, document: writer.writerows([as_cell(cell) for cell in row] for row in table.rows(document))
