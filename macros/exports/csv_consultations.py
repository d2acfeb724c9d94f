"""The tables of consultations: one row for each, and one for each way that an item takes."""

from collections.abc import Iterator

from macros.exports.csv_table import Row, Table, both, names
from macros.exports.open_data.consultations import ConsultationDocument
from macros.exports.open_data.vocabulary import WordDocument

_CONSULTATION_COLUMNS = (
    *("諮問番号", "件名", "副題", "諮問日", "諮問日（和暦）", "資料日", "資料日（和暦）"),
    *("行為", "業務", "所管課", "根拠", "本文", "アドレス", "答申の状況", "答申"),
)


def _consultation(document: ConsultationDocument) -> Iterator[Row]:
    yield (
        str(document.number or document.mark or ""),
        document.title,
        document.subtitle or "",
        *both(document.consulted_on),
        *both(document.document_date),
        *(
            names(references)
            for references in (document.acts, document.operations, document.divisions, document.legal_basis)
        ),
        "収録" if document.is_body_recorded else "未収録",
        document.url,
        document.status.text,
        names(answer.answer for answer in document.answers),
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
                *(text or "" for text in (route.source, route.destination, route.means)),
                "、".join(handling.counterparties),
                *both(handling.since),
                "、".join(handling.subjects),
                " ".join(handling.clauses),
            )


CONSULTATION_TABLES = (
    Table(
        path="data/consultations.csv",
        title="諮問の一覧",
        row="1件の諮問",
        kind="consultations",
        columns=_CONSULTATION_COLUMNS,
        rows=_consultation,
    ),
    Table(
        path="data/handlings.csv",
        title="項目の流れの一覧",
        row="項目・諮問・だれからだれへ、の組",
        kind="items",
        columns=_HANDLING_COLUMNS,
        rows=_handlings,
    ),
)
