"""What a part of a consultation says as a whole, itself or by reference: worked out once, though every word in it asks."""

from dataclasses import dataclass, field
from typing import NamedTuple

from macros.exports.open_data.shapes import Date, date
from macros.records.consultation import Consultation, Part


class PartFacts(NamedTuple):
    """Since when, with whom and about whom; see `HandlingEntry`."""

    since: Date | None
    counterparties: tuple[str, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """By the part itself, which lives as long as its archive."""

    _known: dict[int, PartFacts] = field(default_factory=dict)

    def facts(self, part: Part, consultation: Consultation) -> PartFacts:
        """The facts of a part of this consultation."""
        if id(part) not in self._known:
            self._known[id(part)] = _facts(part, consultation)
        return self._known[id(part)]


def _facts(part: Part, consultation: Consultation) -> PartFacts:
    period = consultation.period_of(part)
    return PartFacts(
        since=date(period.start) if period else None,
        counterparties=tuple(dict.fromkeys(use.name for use in consultation.parties_of(part))),
        subjects=consultation.subjects_of(part),
    )
