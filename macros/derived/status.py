"""How far a consultation has come, part by part: derived from what was recorded, never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from macros.records.absence import NOT_HELD
from macros.records.answer import Answer
from macros.records.consultation import Part
from macros.records.dates import CouncilDate
from macros.records.meeting import Meeting
from macros.records.vocabulary import ConclusionWord

UNRECORDED = NOT_HELD
CONTINUED = "継続審議"
PARTLY = "一部答申済み"
ANSWERED = "答申済み"


@dataclass(frozen=True)
class Event:
    """One thing the council decided about one part: in an answer, or in a meeting where no answer follows."""

    word: ConclusionWord
    printed: str
    """The word of the document, which may be another name of `word`."""
    on: CouncilDate
    answer: Answer | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True)
class PartStatus:
    """One part with the latest that was decided about it; None where nothing is recorded."""

    part: Part
    latest: Event | None

    @property
    def stage(self) -> str | None:
        """答申, 継続 or 終了 (see `ConclusionWord`)."""
        return self.latest.word.stage if self.latest else None

    @property
    def facet(self) -> str:
        """What search filters by: このサイトに未収録, 継続審議, 取下げ or 答申済み（承認）."""
        if self.latest is None:
            return UNRECORDED
        name = self.latest.word.name
        return {"答申": f"{ANSWERED}（{name}）", "継続": CONTINUED}.get(self.latest.word.stage, name)


@dataclass(frozen=True)
class Status:
    """The state of a whole consultation."""

    parts: tuple[PartStatus, ...]

    @property
    def is_recorded(self) -> bool:
        """Whether anything is recorded of any part."""
        return any(part.latest for part in self.parts)

    @property
    def is_open(self) -> bool:
        """Whether a part still waits for its conclusion."""
        return any(part.stage in (None, "継続") for part in self.parts)

    @cached_property
    def label(self) -> str:
        """One term: このサイトに未収録, 継続審議, 一部答申済み, 答申済み, or how it ended without an answer (取下げ)."""
        stages = {part.stage for part in self.parts}
        if "答申" in stages:
            return PARTLY if self.is_open else ANSWERED
        if "継続" in stages:
            return CONTINUED
        return next((part.latest.word.name for part in self.parts if part.latest), UNRECORDED)

    @property
    def conclusions(self) -> tuple[str, ...]:
        """The conclusions of its answers as printed, each once, in the order of the parts."""
        return tuple(dict.fromkeys(part.latest.printed for part in self.parts if part.latest and part.stage == "答申"))

    @property
    def sentence(self) -> str:
        """答申済み（条件付き承認・承認）, for one line."""
        return self.label + (f"（{'・'.join(self.conclusions)}）" if self.conclusions else "")

    @property
    def facets(self) -> tuple[str, ...]:
        """The values to filter by, each once."""
        return tuple(dict.fromkeys(part.facet for part in self.parts))


def status(parts: tuple[Part, ...], events: Iterable[tuple[int, Event]]) -> Status:
    """The status of a consultation with these parts, from (place of the part, event).

    The latest event counts; of two on one day the answer.
    """
    latest = dict(sorted(events, key=lambda pair: (pair[1].on.first_day, pair[1].answer is not None)))
    return Status(tuple(PartStatus(part, latest.get(place)) for place, part in enumerate(parts)))
