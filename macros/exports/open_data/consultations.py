"""A consultation as open data: api/v1/consultations/948.json."""

from typing import Literal

from pydantic import Field

from macros.exports.open_data.answers import ConsultationAnswer, consultation_answer
from macros.exports.open_data.clauses import ClauseEntry, clause_entry
from macros.exports.open_data.conclusions import StatusEntry, status_entry
from macros.exports.open_data.discussions import AgendaReference, MinutesEntry, agenda_reference, minutes_entry
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Act, Acts, Articles, Date, Divisions, Document, Operations, Shape, shaped
from macros.records.consultation import Consultation, Part


class OfficeEntry(Shape):
    """Who is addressed or who asks."""

    body: str | None
    post: str | None
    person: str | None


class PartEntry(Shape):
    """A part (第1, 第2 …): one act each."""

    number: int | None
    heading: str | None
    subtitle: str | None
    act: Act
    operations: Operations
    source_operations: Operations
    clauses: tuple[ClauseEntry, ...]


class OverviewEntry(Shape):
    """The 事業の概要."""

    heading: str
    summary: tuple[str, ...]
    legal_basis: Articles


class AttachmentEntry(Shape):
    """A paper that the document names."""

    name: str
    note: str | None


class CorrectionEntry(Shape):
    """A suspected error of the source, corrected in the open."""

    place: str
    original: str
    corrected: str
    reason: str


class ConsultationDocument(Document):
    """One 諮問, whole."""

    type: Literal["consultation"] = "consultation"
    number: int | None
    mark: str | None = Field(description="What the council writes in place of a number", examples=["【令3-1】"])
    title: str
    subtitle: str | None
    consulted_on: Date
    document_date: Date | None
    addressee: OfficeEntry
    author: OfficeEntry
    is_body_recorded: bool = Field(description="false: only the cover sheet is in the source (このサイトに未収録)")
    legal_basis: Articles
    operations: Operations
    divisions: Divisions
    acts: Acts
    status: StatusEntry
    answers: tuple[ConsultationAnswer, ...] = Field(description="Oldest first; empty: none is in the archive")
    meetings: tuple[AgendaReference, ...] = Field(description="Where it was on the agenda, oldest first")
    minutes: tuple[MinutesEntry, ...] = Field(description="The passages of minutes that speak of it, clause by clause")
    overview: OverviewEntry | None
    parts: tuple[PartEntry, ...]
    attachments: tuple[AttachmentEntry, ...]
    corrections: tuple[CorrectionEntry, ...]


def consultation_document(consultation: Consultation, links: Links) -> ConsultationDocument:
    """Everything that is recorded of a consultation, and what the council did with it."""
    deliberations = links.references.deliberations
    return shaped(
        ConsultationDocument,
        consultation,
        links,
        **links.addresses("consultations", consultation.id),
        status=status_entry(consultation, links),
        answers=[consultation_answer(answer, consultation, links) for answer in deliberations.answers(consultation)],
        meetings=[agenda_reference(discussion, links) for discussion in deliberations.discussions(consultation)],
        minutes=[minutes_entry(minuted, consultation, links) for minuted in deliberations.minuted(consultation)],
        parts=[_part(part, consultation, links) for part in consultation.parts],
    )


def _part(part: Part, consultation: Consultation, links: Links) -> PartEntry:
    page = links.page("consultations", consultation.id)
    return shaped(
        PartEntry,
        part,
        links,
        operations=links.words("operations", part.operations or consultation.operations),
        clauses=[clause_entry(numbered, page, links) for numbered in part.numbered_clauses()],
    )
