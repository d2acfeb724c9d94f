"""The tables of what the council did: conclusions, conditions with what became of them, and agendas."""

from collections.abc import Iterator

from macros.exports.csv_table import Row, Table, both, names
from macros.exports.open_data.answers import AnswerDocument
from macros.exports.open_data.meetings import MeetingDocument
from macros.records.absence import NOT_HELD

_CONCLUSION_COLUMNS = (
    *("答申", "種類", "件名", "答申日", "答申日（和暦）", "諮問", "部", "行為"),
    *("結論", "結論の分類", "条件・付帯意見", "資料のアドレス", "アドレス"),
)


def _conclusions(document: AnswerDocument) -> Iterator[Row]:
    for answered in document.answered:
        for conclusion in answered.conclusions:
            word = conclusion.conclusion
            yield (
                document.name,
                document.kind,
                document.title or "",
                *both(document.answered_on),
                answered.consultation.name,
                str(conclusion.part or ""),
                conclusion.act.name,
                *((word.text, word.name) if word else ("", "")),
                str(sum(answered.consultation in condition.consultations for condition in document.conditions)),
                " ".join(source.address for source in document.sources if source.address),
                document.url,
            )


_CONDITION_COLUMNS = (
    *("答申", "答申日", "答申日（和暦）", "番号", "種類", "要旨", "記載", "かかる諮問", "かかる行為"),
    *("状況", "報告日", "報告日（和暦）", "報告した会議", "報告のアドレス", "アドレス"),
)


def _conditions(document: AnswerDocument) -> Iterator[Row]:
    for condition in document.conditions:
        last = condition.reports[-1] if condition.reports else None
        at = last.reported_at if last else None
        yield (
            document.name,
            *both(document.answered_on),
            condition.number,
            condition.kind,
            "".join(condition.summary),
            "".join(condition.text),
            names(condition.consultations),
            names(condition.acts) or "すべて",
            last.text if last else NOT_HELD,
            *both(at.held_on if at else None),
            *((at.meeting.name, at.url) if at else ("", "")),
            condition.url,
        )


_AGENDA_COLUMNS = (
    *("開催日", "開催日（和暦）", "会議", "会議体", "会議の公開", "傍聴", "議題の番号", "議題の種類", "議題"),
    *("諮問", "答申", "結果", "業務", "所管課", "根拠", "非公開の根拠", "アドレス"),
)


def _agenda(document: MeetingDocument) -> Iterator[Row]:
    for item in document.agenda:
        closed = item.closed or document.closed
        yield (
            *both(document.held_on),
            document.name,
            document.body,
            document.openness or "",
            document.attendance or "",
            item.number or "",
            item.text,
            item.title or "",
            names(item.consultations),
            names(item.answers),
            item.result.text if item.result else "",
            names(item.operations),
            names(item.divisions),
            names(item.legal_basis),
            names(closed.legal_basis) if closed else "",
            item.url,
        )


DELIBERATION_TABLES = (
    Table(
        path="data/answers.csv",
        title="答申の結論の一覧",
        row="答申・諮問・行為、の組",
        kind="answers",
        columns=_CONCLUSION_COLUMNS,
        rows=_conclusions,
    ),
    Table(
        path="data/conditions.csv",
        title="答申の条件・付帯意見の一覧",
        row="1つの条件・付帯意見と、その後の状況",
        kind="answers",
        columns=_CONDITION_COLUMNS,
        rows=_conditions,
    ),
    Table(
        path="data/meetings.csv",
        title="会議の議題の一覧",
        row="1つの議題",
        kind="meetings",
        columns=_AGENDA_COLUMNS,
        rows=_agenda,
    ),
)
