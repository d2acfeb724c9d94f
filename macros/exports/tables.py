"""CSV for spreadsheets, one table for each question. Not the whole of the data; that is the API's.

UTF-8 with a byte order mark and CRLF (RFC 4180), which Excel opens as Japanese. A cell that a spreadsheet would take
for a formula, or from which it would drop zeros, begins with an apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from macros.exports.export import Export, Exported
from macros.opendata.consultations import ConsultationDocument
from macros.opendata.shapes import Date
from macros.opendata.words import WordDocument

_TAKEN_AMISS = re.compile(r"[=+\-@\t\r＝＋－＠]|0\d")


def tables(exported: Exported) -> Iterator[Export]:
    """data/consultations.csv and data/handlings.csv."""
    by_kind = exported.documents.by_kind
    consultations = [each for each in by_kind["consultations"] if isinstance(each, ConsultationDocument)]
    items = [each for each in by_kind["items"] if isinstance(each, WordDocument)]
    yield Export("data/consultations.csv", _csv(_CONSULTATION_COLUMNS, map(_consultation, consultations)))
    yield Export("data/handlings.csv", _csv(_HANDLING_COLUMNS, (row for item in items for row in _handlings(item))))


def as_cell(text: str) -> str:
    """`text` as a spreadsheet shows it unchanged."""
    return f"'{text}" if _TAKEN_AMISS.match(text) else text


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([as_cell(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


_CONSULTATION_COLUMNS = (
    *("諮問番号", "件名", "副題", "諮問日", "諮問日（和暦）", "資料日", "資料日（和暦）"),
    *("行為", "業務", "所管課", "根拠", "本文", "アドレス"),
)


def _consultation(document: ConsultationDocument) -> Sequence[str]:
    return (
        str(document.number or ""),
        document.title,
        document.subtitle or "",
        *_both(document.consulted_on),
        *_both(document.document_date),
        *(_names(each) for each in (document.acts, document.operations, document.divisions, document.legal_basis)),
        "収録" if document.is_body_recorded else "未収録",
        document.url,
    )


_HANDLING_COLUMNS = (
    *("項目", "分類", "諮問", "部", "行為", "から", "へ", "手段", "相手方"),
    *("開始", "開始（和暦）", "対象", "条項のアドレス"),
)


def _handlings(item: WordDocument) -> Iterator[Sequence[str]]:
    for handling in item.handlings:
        for route in handling.routes:
            yield (
                item.name,
                item.group or "",
                handling.consultation.name,
                str(handling.part or ""),
                handling.act.name,
                *(each or "" for each in (route.source, route.destination, route.means)),
                "、".join(handling.counterparties),
                *_both(handling.since),
                "、".join(handling.subjects),
                " ".join(handling.clauses),
            )


def _both(date: Date | None) -> tuple[str, str]:
    return (date.iso, date.text) if date else ("", "")


def _names(references: Iterable[object]) -> str:
    return "、".join(getattr(reference, "name", "") for reference in references)
