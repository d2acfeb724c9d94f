"""What a council concluded about the parts of a consultation, and how far it has come: as open data."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import Field

from macros.derived.status import ANSWERED, CONTINUED, PARTLY, UNRECORDED, Event, PartStatus
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Reference, Shape, known_date
from macros.records.absence import NOT_HELD
from macros.records.answer import Answered
from macros.records.consultation import Consultation
from macros.records.vocabulary import ConclusionWord

Stage: TypeAlias = Literal["answered", "continued", "ended"]
_STAGES: dict[str, Stage] = {"答申": "answered", "継続": "continued", "終了": "ended"}

Code: TypeAlias = Literal["unrecorded", "continued", "partly_answered", "answered", "ended"]
_CODES: dict[str, Code] = {
    UNRECORDED: "unrecorded",
    CONTINUED: "continued",
    PARTLY: "partly_answered",
    ANSWERED: "answered",
}


class WordEntry(Shape):
    """A conclusion: the word of the document, and what it counts as."""

    text: str = Field(description="As printed", examples=["適当"])
    id: str = Field(description="What it counts as", examples=["approved"])
    name: str = Field(examples=["承認"])
    stage: Stage = Field(description="Ends the deliberation by an answer, continues it, or ends it without an answer")


class ConclusionEntry(Shape):
    """What an answer concludes about one part."""

    part: int | None
    act: Reference
    conclusion: WordEntry | None = Field(description="null: this answer says nothing of the part")


class DecisionEntry(Shape):
    """The latest that was decided about a part, and where: in an answer or, where none follows, in a meeting."""

    conclusion: WordEntry
    decided_on: Date
    answer: Reference | None
    meeting: Reference | None


class PartStatusEntry(Shape):
    """How far one part has come."""

    part: int | None
    act: Reference
    latest: DecisionEntry | None = Field(description="null: nothing is held (このサイトに未収録)")


class StatusEntry(Shape):
    """How far a consultation has come: derived from all answers and meetings of the archive."""

    code: Code = Field(description="unrecorded: the archive has no answer; there may be one")
    text: str = Field(examples=[NOT_HELD, "答申済み（条件付き承認・承認）"])
    parts: tuple[PartStatusEntry, ...]


def status_entry(consultation: Consultation, links: Links) -> StatusEntry:
    """The derived status; see `macros/derived/status.py`."""
    status = links.references.status(consultation)
    parts = tuple(_part_status(part, links) for part in status.parts)
    return StatusEntry(code=_CODES.get(status.label, "ended"), text=status.sentence, parts=parts)


def conclusion_entries(answered: Answered, consultation: Consultation, links: Links) -> Iterator[ConclusionEntry]:
    """Part by part, in printed order."""
    for part in consultation.parts:
        concluded = answered.conclusion_of(part)
        conclusion = word_entry(concluded.word, links) if concluded else None
        yield ConclusionEntry(part=part.number, act=links.word("acts", part.act), conclusion=conclusion)


def word_entry(printed: str, links: Links) -> WordEntry:
    """The conclusion that a document prints; it is in the vocabulary, as checks make sure."""
    word = links.references.words("conclusions").find(printed)
    if not isinstance(word, ConclusionWord):
        raise LookupError(printed)
    return WordEntry(text=printed, id=word.id, name=word.name, stage=_STAGES[word.stage])


def _part_status(status: PartStatus, links: Links) -> PartStatusEntry:
    latest = _decision(status.latest, links) if status.latest else None
    return PartStatusEntry(part=status.part.number, act=links.word("acts", status.part.act), latest=latest)


def _decision(event: Event, links: Links) -> DecisionEntry:
    return DecisionEntry(
        conclusion=word_entry(event.printed, links),
        decided_on=known_date(event.on),
        answer=links.answer(event.answer) if event.answer else None,
        meeting=links.meeting(event.meeting) if event.meeting else None,
    )
