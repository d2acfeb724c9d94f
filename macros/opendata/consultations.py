"""A consultation as open data: api/v1/consultations/948.json."""

from typing import Literal

from pydantic import Field

from macros.opendata.flows import FlowEntry, PeriodEntry, VolumeEntry, flow_entry, period_entry, volume_entry
from macros.opendata.links import Links
from macros.opendata.shapes import Date, Document, Reference, Shape, date
from macros.records.clause import CounterpartyUse, NumberedClause, PrecedentUse
from macros.records.consultation import Consultation, Office, Part


class OfficeEntry(Shape):
    """Who is addressed or who asks."""

    body: str | None
    post: str | None
    person: str | None


class CounterpartyEntry(Shape):
    """A counterparty as a clause names it."""

    counterparty: Reference | None = Field(description="null where the document says 未定")
    text: str = Field(description="As printed")
    is_undecided: bool


class PrecedentEntry(Shape):
    """An earlier consultation."""

    number: int
    meeting: str | None
    url: str | None = Field(description="null where it is not in the archive")


class SeeEntry(Shape):
    """A reference to another clause in place of a text (準用)."""

    text: str
    target: str
    url: str


class ClauseEntry(Shape):
    """A clause. Clauses stand in printed order; `parent` is the anchor of the clause above it."""

    number: str = Field(examples=["第1の5(1)"])
    anchor: str = Field(examples=["1-5-1"])
    parent: str | None
    url: str
    heading: str | None
    summary: tuple[str, ...] = Field(description="要旨: condensed by this site, not the words of the document")
    text: tuple[str, ...] = Field(description="Short words of the document")
    see: SeeEntry | None
    legal_basis: tuple[Reference, ...]
    precedents: tuple[PrecedentEntry, ...]
    subjects: tuple[str, ...]
    flows: tuple[FlowEntry, ...]
    volume: VolumeEntry | None
    counterparties: tuple[CounterpartyEntry, ...]
    place: str | None
    period: PeriodEntry | None
    certifications: tuple[str, ...]
    rules: tuple[str, ...]
    notes: tuple[str, ...] = Field(description="注: remarks of this site")


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
    overview: OverviewEntry | None
    parts: tuple[PartEntry, ...]
    attachments: tuple[AttachmentEntry, ...]
    corrections: tuple[CorrectionEntry, ...]


def consultation_document(consultation: Consultation, links: Links) -> ConsultationDocument:
    """Everything that is recorded of a consultation."""
    consulted_on = date(consultation.consulted_on)
    if consulted_on is None:
        raise LookupError(consultation.id)
    return ConsultationDocument(
        id=consultation.id,
        name=consultation.name,
        url=links.page("consultations", consultation.id),
        api_url=links.api("consultations", consultation.id),
        number=consultation.number,
        title=consultation.title,
        subtitle=consultation.subtitle,
        consulted_on=consulted_on,
        document_date=date(consultation.document_date),
        addressee=_office(consultation.addressee),
        author=_office(consultation.author),
        is_body_recorded=consultation.is_body_recorded,
        legal_basis=links.words("articles", consultation.legal_basis),
        operations=links.words("operations", consultation.operations),
        divisions=links.words("divisions", consultation.divisions),
        acts=links.words("acts", consultation.acts),
        overview=_overview(consultation, links),
        parts=tuple(_part(part, consultation, links) for part in consultation.parts),
        attachments=tuple(AttachmentEntry(name=each.name, note=each.note) for each in consultation.attachments),
        corrections=tuple(
            CorrectionEntry(place=each.place, original=each.original, corrected=each.corrected, reason=each.reason)
            for each in consultation.corrections
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
        clauses=tuple(_clause(numbered, page, links) for numbered in part.numbered_clauses()),
    )


def _clause(numbered: NumberedClause, page: str, links: Links) -> ClauseEntry:
    clause, number = numbered.clause, numbered.number
    above = number._replace(labels=number.labels[:-1])
    see = clause.see
    return ClauseEntry(
        number=str(number),
        anchor=number.anchor,
        parent=above.anchor if above.labels else None,
        url=f"{page}#{number.anchor}",
        heading=clause.heading,
        summary=clause.summary,
        text=clause.text,
        see=SeeEntry(text=see.text, target=str(see.target), url=f"{page}#{see.target.anchor}") if see else None,
        legal_basis=links.words("articles", clause.legal_basis),
        precedents=tuple(_precedent(precedent, links) for precedent in clause.precedents),
        subjects=clause.subjects,
        flows=tuple(flow_entry(flow, links) for flow in clause.flows),
        volume=volume_entry(clause.volume),
        counterparties=tuple(_counterparty(use, links) for use in clause.counterparties),
        place=clause.place,
        period=period_entry(clause.period),
        certifications=clause.certifications,
        rules=clause.rules,
        notes=clause.notes,
    )


def _precedent(precedent: PrecedentUse, links: Links) -> PrecedentEntry:
    earlier = links.references.numbered(precedent.number)
    url = links.page("consultations", earlier.id) if earlier else None
    return PrecedentEntry(number=precedent.number, meeting=precedent.meeting, url=url)


def _counterparty(use: CounterpartyUse, links: Links) -> CounterpartyEntry:
    counterparty = None if use.is_undecided else links.word("counterparties", use.name)
    return CounterpartyEntry(counterparty=counterparty, text=use.text or use.name, is_undecided=use.is_undecided)
