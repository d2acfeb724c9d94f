"""A meeting as open data: api/v1/meetings/2021-12-24.json."""

from typing import Literal, TypeAlias

from pydantic import Field

from macros.exports.open_data.conclusions import WordEntry, word_entry
from macros.exports.open_data.conditions import State, state_of
from macros.exports.open_data.discussions import CitedClauseEntry, SourceDocument, cited_clauses
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Articles, Date, Divisions, Document, Operations, Reference, Shape, shaped
from macros.records.meeting import AgendaItem, BlanketUse, ConditionReport, Meeting, Passage
from macros.records.meeting import MeetingDocument as MeetingPaper

AgendaKind: TypeAlias = Literal["consultations", "answers", "report", "later_report", "other"]
_KINDS: dict[str, AgendaKind] = {
    "諮問": "consultations",
    "答申の確認": "answers",
    "報告": "report",
    "事後報告": "later_report",
    "その他": "other",
}


class ClosedEntry(Shape):
    """Why a meeting or an item was closed to the public."""

    legal_basis: Articles
    reason: str | None


class ReportedCondition(Shape):
    """What a report says of a condition of an earlier answer."""

    answer: Reference
    number: str
    url: str
    state: State
    text: str
    summary: tuple[str, ...]


class BlanketUseEntry(Shape):
    """The kind of case, approved beforehand, that a report belongs to."""

    answer: Reference
    id: str
    name: str
    url: str


class AgendaEntry(Shape):
    """One item, in the order of the agenda."""

    number: str | None = Field(description="As printed; null: the agenda prints no numbers")
    url: str
    kind: AgendaKind = Field(description="later_report: 事後報告, instead of a consultation beforehand")
    text: str = Field(examples=["諮問", "答申の確認", "報告"])
    title: str | None
    consultations: tuple[Reference, ...]
    answers: tuple[Reference, ...]
    result: WordEntry | None = Field(description="What followed without an answer (継続審議, 取下げ)")
    summary: tuple[str, ...]
    operations: Operations
    divisions: Divisions
    legal_basis: Articles
    conditions: tuple[ReportedCondition, ...]
    blanket_approval: BlanketUseEntry | None
    closed: ClosedEntry | None


class PassageEntry(Shape):
    """Where a document speaks of a consultation."""

    place: str
    consultation: Reference
    clauses: tuple[CitedClauseEntry, ...] = Field(description="empty: of the consultation as a whole")


class MeetingPaperEntry(SourceDocument):
    """Minutes or another paper of the meeting."""

    passages: tuple[PassageEntry, ...]


class MeetingDocument(Document):
    """One sitting of the council or of a subcommittee, whole."""

    type: Literal["meeting"] = "meeting"
    held_on: Date
    body: str = Field(examples=["審議会", "第1部会"])
    place: str | None
    openness: Literal["公開", "一部非公開", "非公開"] | None = Field(description="Open, partly closed or closed")
    attendance: str | None = Field(description="Of the public, as printed")
    closed: ClosedEntry | None
    agenda: tuple[AgendaEntry, ...]
    documents: tuple[MeetingPaperEntry, ...]
    notes: tuple[str, ...] = Field(description="注: remarks of this site")


def meeting_document(meeting: Meeting, links: Links) -> MeetingDocument:
    """Everything that is recorded of a meeting."""
    page = links.page("meetings", meeting.id)
    return shaped(
        MeetingDocument,
        meeting,
        links,
        name=meeting.title,
        **links.addresses("meetings", meeting.id),
        agenda=[_agenda(item, page, links) for item in meeting.agenda],
        documents=[_paper(document, links) for document in meeting.documents],
    )


def _agenda(item: AgendaItem, page: str, links: Links) -> AgendaEntry:
    return shaped(
        AgendaEntry,
        item,
        links,
        number=item.label,
        url=page + (f"#{item.anchor}" if item.anchor else ""),
        kind=_KINDS[item.kind],
        text=item.kind,
        consultations=[links.consultation(links.consultation_of(name)) for name in item.consultations],
        answers=[links.answer(links.answer_of(name)) for name in item.answers],
        result=word_entry(item.result, links) if item.result else None,
        conditions=[_reported(report, links) for report in item.conditions],
        blanket_approval=_blanket(item.blanket, links),
    )


def _reported(report: ConditionReport, links: Links) -> ReportedCondition:
    answer = links.answer_of(report.answer)
    condition = answer.condition(report.label)
    return ReportedCondition(
        answer=links.answer(answer),
        number=report.label,
        url=links.page("answers", answer.id) + (f"#{condition.anchor}" if condition else ""),
        state=state_of(report),
        text=report.state,
        summary=report.summary,
    )


def _blanket(use: BlanketUse | None, links: Links) -> BlanketUseEntry | None:
    answer = links.answer_of(use.answer) if use else None
    approval = answer.blanket_approval(use.approval) if use and answer else None
    if answer is None or approval is None:
        return None
    url = f"{links.page('answers', answer.id)}#approval-{approval.id}"
    return BlanketUseEntry(answer=links.answer(answer), id=approval.id, name=approval.name, url=url)


def _paper(document: MeetingPaper, links: Links) -> MeetingPaperEntry:
    passages = [_passage(passage, links) for passage in document.passages]
    return shaped(MeetingPaperEntry, document, links, passages=passages)


def _passage(passage: Passage, links: Links) -> PassageEntry:
    consultation = links.consultation_of(passage.consultation)
    clauses = cited_clauses(passage, consultation, links)
    return PassageEntry(place=passage.place, consultation=links.consultation(consultation), clauses=clauses)
