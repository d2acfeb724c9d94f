"""An answer as open data: api/v1/answers/2.json. And what a consultation says of its answers."""

from typing import Literal

from pydantic import Field

from macros.exports.open_data.conclusions import ConclusionEntry, conclusion_entries
from macros.exports.open_data.conditions import ConditionEntry, condition_entry
from macros.exports.open_data.discussions import AgendaReference, SourceDocument, agenda_reference
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Act, Date, Document, Reference, Shape, known_date, shaped
from macros.records.answer import Answer, Answered, BlanketApproval
from macros.records.consultation import Consultation


class AnsweredEntry(Shape):
    """What an answer says of one consultation."""

    consultation: Reference
    conclusions: tuple[ConclusionEntry, ...] = Field(description="Part by part, in printed order")


class BlanketApprovalEntry(Shape):
    """A kind of case that is approved beforehand (事前一括承認) and only reported later."""

    id: str
    url: str
    name: str
    act: Act
    summary: tuple[str, ...]
    reports: tuple[AgendaReference, ...] = Field(description="Cases of this kind, oldest first")


class AnswerDocument(Document):
    """One 答申 or 意見書, whole."""

    type: Literal["answer"] = "answer"
    number: int | None
    kind: str = Field(examples=["答申", "意見書"])
    title: str | None
    answered_on: Date
    summary: tuple[str, ...] = Field(description="要旨: condensed by this site, not the words of the document")
    answered: tuple[AnsweredEntry, ...]
    conditions: tuple[ConditionEntry, ...]
    blanket_approvals: tuple[BlanketApprovalEntry, ...]
    confirmed_at: tuple[AgendaReference, ...] = Field(description="Where the council confirmed it")
    sources: tuple[SourceDocument, ...]
    notes: tuple[str, ...] = Field(description="注: remarks of this site")


class ConsultationAnswer(Shape):
    """An answer, as far as it is about one consultation."""

    answer: Reference
    api_url: str
    answered_on: Date
    conclusions: tuple[ConclusionEntry, ...] = Field(description="Part by part, in printed order")
    conditions: tuple[ConditionEntry, ...] = Field(description="Those that bind this consultation")


def answer_document(answer: Answer, links: Links) -> AnswerDocument:
    """Everything that is recorded of an answer, and what became of its conditions."""
    confirmations = links.references.deliberations.confirmations(answer)
    return shaped(
        AnswerDocument,
        answer,
        links,
        **links.addresses("answers", answer.id),
        answered=[_answered(answered, links) for answered in answer.answered],
        conditions=[condition_entry(answer, condition, links) for condition in answer.conditions],
        blanket_approvals=[_blanket_approval(answer, approval, links) for approval in answer.blanket_approvals],
        confirmed_at=[agenda_reference(confirmation, links) for confirmation in confirmations],
    )


def consultation_answer(answer: Answer, consultation: Consultation, links: Links) -> ConsultationAnswer:
    """What `answer` says of this consultation, which it answers."""
    answered = answer.about(consultation)
    conclusions = conclusion_entries(answered, consultation, links) if answered else ()
    return ConsultationAnswer(
        answer=links.answer(answer),
        api_url=links.api("answers", answer.id),
        answered_on=known_date(answer.answered_on),
        conclusions=tuple(conclusions),
        conditions=tuple(condition_entry(answer, condition, links) for condition in answer.conditions_on(consultation)),
    )


def _answered(answered: Answered, links: Links) -> AnsweredEntry:
    consultation = links.consultation_of(answered.consultation)
    conclusions = tuple(conclusion_entries(answered, consultation, links))
    return AnsweredEntry(consultation=links.consultation(consultation), conclusions=conclusions)


def _blanket_approval(answer: Answer, approval: BlanketApproval, links: Links) -> BlanketApprovalEntry:
    reports = links.references.deliberations.reports_under(answer, approval)
    return shaped(
        BlanketApprovalEntry,
        approval,
        links,
        url=f"{links.page('answers', answer.id)}#approval-{approval.id}",
        reports=[agenda_reference(report, links) for report in reports],
    )
