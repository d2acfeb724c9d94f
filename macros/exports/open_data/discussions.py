"""Where a meeting spoke of something: an item of its agenda, or a passage of its minutes. As open data."""

from pydantic import Field

from macros.derived.deliberations import Discussion, Minuted
from macros.exports.open_data.conclusions import WordEntry, word_entry
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Reference, Shape, known_date, shaped
from macros.records.consultation import Consultation
from macros.records.meeting import Passage


class AgendaReference(Shape):
    """An item of the agenda of a meeting."""

    meeting: Reference
    held_on: Date
    number: str | None = Field(description="As printed; null: the agenda prints no numbers")
    title: str | None = Field(description="Of a report; null where it is about consultations or answers")
    url: str
    result: WordEntry | None = Field(description="What followed without an answer (継続審議, 取下げ)")


class SourceDocument(Shape):
    """An official document that stands elsewhere."""

    name: str
    publisher: str | None
    address: str | None = Field(description="null: known to exist, not where")
    checked_on: Date | None = Field(description="When it was last found there")


class CitedClauseEntry(Shape):
    """A clause that minutes speak of."""

    text: str = Field(description="As the minutes cite it", examples=["第1の2(1)"])
    anchor: str = Field(examples=["1-2-1"])
    url: str


class MinutesEntry(Shape):
    """A passage of a document of a meeting that speaks of a consultation."""

    meeting: Reference
    held_on: Date
    document: SourceDocument
    place: str = Field(examples=["4ページ"])
    clauses: tuple[CitedClauseEntry, ...] = Field(description="empty: of the consultation as a whole")


def agenda_reference(discussion: Discussion, links: Links) -> AgendaReference:
    """An item of an agenda, by address and day."""
    meeting, item = discussion.meeting, discussion.item
    return AgendaReference(
        meeting=links.meeting(meeting),
        held_on=known_date(meeting.held_on),
        number=item.label,
        title=item.title,
        url=links.page("meetings", meeting.id) + (f"#{item.anchor}" if item.anchor else ""),
        result=word_entry(item.result, links) if item.result else None,
    )


def minutes_entry(minuted: Minuted, consultation: Consultation, links: Links) -> MinutesEntry:
    """A passage, with the addresses of the clauses that it cites."""
    return MinutesEntry(
        meeting=links.meeting(minuted.meeting),
        held_on=known_date(minuted.meeting.held_on),
        document=shaped(SourceDocument, minuted.document, links),
        place=minuted.passage.place,
        clauses=cited_clauses(minuted.passage, consultation, links),
    )


def cited_clauses(passage: Passage, consultation: Consultation, links: Links) -> tuple[CitedClauseEntry, ...]:
    """The clauses of this consultation that a passage cites."""
    page = links.page("consultations", consultation.id)
    return tuple(
        CitedClauseEntry(text=cited.text, anchor=cited.number.anchor, url=f"{page}#{cited.number.anchor}")
        for cited in passage.clauses
    )
