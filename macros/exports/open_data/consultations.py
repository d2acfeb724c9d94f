"""A consultation as open data: api/v1/consultations/948.json."""

from typing import Literal

from pydantic import Field

from macros.exports.open_data.answers import ConsultationAnswer, consultation_answer
from macros.exports.open_data.clauses import ClauseEntry, clause_entry
from macros.exports.open_data.conclusions import StatusEntry, status_entry
from macros.exports.open_data.discussions import AgendaReference, MinutesEntry, agenda_reference, minutes_entry
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Document, Reference, Shape, date, known_date
from macros.records.consultation import Consultation, Office, Part


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
    act: Reference
    operations: tuple[Reference, ...]
    source_operations: tuple[Reference, ...]
    clauses: tuple[ClauseEntry, ...]


class OverviewEntry(Shape):
    """The 事業の概要."""

    heading: str
    summary: tuple[str, ...]
    legal_basis: tuple[Reference, ...]


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
    is_body_recorded: bool = Field(description="false: only the cover sheet is in the source (本文未収録)")
    legal_basis: tuple[Reference, ...]
    operations: tuple[Reference, ...]
    divisions: tuple[Reference, ...]
    acts: tuple[Reference, ...]
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
    return ConsultationDocument(
        id=consultation.id,
        name=consultation.name,
        url=links.page("consultations", consultation.id),
        api_url=links.api("consultations", consultation.id),
        number=consultation.number,
        mark=consultation.mark,
        title=consultation.title,
        subtitle=consultation.subtitle,
        consulted_on=known_date(consultation.consulted_on),
        document_date=date(consultation.document_date),
        addressee=_office(consultation.addressee),
        author=_office(consultation.author),
        is_body_recorded=consultation.is_body_recorded,
        legal_basis=links.words("articles", consultation.legal_basis),
        operations=links.words("operations", consultation.operations),
        divisions=links.words("divisions", consultation.divisions),
        acts=links.words("acts", consultation.acts),
        status=status_entry(consultation, links),
        answers=tuple(
            consultation_answer(answer, consultation, links) for answer in deliberations.answers(consultation)
        ),
        meetings=tuple(agenda_reference(discussion, links) for discussion in deliberations.discussions(consultation)),
        minutes=tuple(minutes_entry(each, consultation, links) for each in deliberations.minuted(consultation)),
        overview=_overview(consultation, links),
        parts=tuple(_part(part, consultation, links) for part in consultation.parts),
        attachments=tuple(
            AttachmentEntry(name=attachment.name, note=attachment.note) for attachment in consultation.attachments
        ),
        corrections=tuple(
            CorrectionEntry(
                place=correction.place,
                original=correction.original,
                corrected=correction.corrected,
                reason=correction.reason,
            )
            for correction in consultation.corrections
        ),
    )


def _office(office: Office) -> OfficeEntry:
    return OfficeEntry(body=office.body, post=office.post, person=office.person)


def _overview(consultation: Consultation, links: Links) -> OverviewEntry | None:
    overview = consultation.overview
    if overview is None:
        return None
    legal_basis = links.words("articles", overview.legal_basis)
    return OverviewEntry(heading=overview.heading, summary=overview.summary, legal_basis=legal_basis)


def _part(part: Part, consultation: Consultation, links: Links) -> PartEntry:
    page = links.page("consultations", consultation.id)
    return PartEntry(
        number=part.number,
        heading=part.heading,
        subtitle=part.subtitle,
        act=links.word("acts", part.act),
        operations=links.words("operations", part.operations or consultation.operations),
        source_operations=links.words("operations", part.source_operations),
        clauses=tuple(clause_entry(numbered, page, links) for numbered in part.numbered_clauses()),
    )
