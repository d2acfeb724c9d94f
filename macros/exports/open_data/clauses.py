"""A clause of a consultation as open data: where it stands, and everything that it says."""

from pydantic import Field

from macros.exports.open_data.flows import FlowEntry, PeriodEntry, VolumeEntry, flow_entry, volume_entry
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Articles, Reference, Shape, shaped
from macros.records.clause import CounterpartyUse, NumberedClause, PrecedentUse


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
    legal_basis: Articles
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


def clause_entry(numbered: NumberedClause, page: str, links: Links) -> ClauseEntry:
    """A clause of the consultation whose page this is."""
    clause, number = numbered.clause, numbered.number
    above = number._replace(labels=number.labels[:-1])
    see = clause.see
    return shaped(
        ClauseEntry,
        clause,
        links,
        number=str(number),
        anchor=number.anchor,
        parent=above.anchor if above.labels else None,
        url=f"{page}#{number.anchor}",
        see=SeeEntry(text=see.text, target=str(see.target), url=f"{page}#{see.target.anchor}") if see else None,
        precedents=[_precedent(precedent, links) for precedent in clause.precedents],
        flows=[flow_entry(flow, links) for flow in clause.flows],
        volume=volume_entry(clause.volume, links) if clause.volume else None,
        counterparties=[_counterparty(use, links) for use in clause.counterparties],
    )


def _precedent(precedent: PrecedentUse, links: Links) -> PrecedentEntry:
    earlier = links.references.numbered(precedent.number)
    url = links.page("consultations", earlier.id) if earlier else None
    return PrecedentEntry(number=precedent.number, meeting=precedent.meeting, url=url)


def _counterparty(use: CounterpartyUse, links: Links) -> CounterpartyEntry:
    counterparty = None if use.is_undecided else links.word("counterparties", use.name)
    return CounterpartyEntry(counterparty=counterparty, text=use.text or use.name, is_undecided=use.is_undecided)
