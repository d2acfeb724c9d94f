"""The rows of each table for spreadsheets, from the documents of open data. How cells are written: `tables.py`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from macros.opendata.consultations import ConsultationDocument
from macros.opendata.shapes import Date, Reference
from macros.opendata.words import WordDocument

Row: TypeAlias = Sequence[str]


@dataclass(frozen=True)
class Table:
    """One file, and the rows that each document of one kind adds to it."""

    path: str
    title: str
    kind: str
    columns: Row
    rows: Callable[[Any], Iterable[Row]]


_CONSULTATION_COLUMNS = (
    *("諮問番号", "件名", "副題", "諮問日", "諮問日（和暦）", "資料日", "資料日（和暦）"),
    *("行為", "業務", "所管課", "根拠", "本文", "アドレス"),
)


def _consultation(document: ConsultationDocument) -> Iterator[Row]:
    yield (
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


def _handlings(item: WordDocument) -> Iterator[Row]:
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


def _names(references: Iterable[Reference]) -> str:
    return "、".join(reference.name for reference in references)


TABLES = (
    Table("data/consultations.csv", "諮問の一覧", "consultations", _CONSULTATION_COLUMNS, _consultation),
    Table("data/handlings.csv", "項目の流れの一覧", "items", _HANDLING_COLUMNS, _handlings),
)
