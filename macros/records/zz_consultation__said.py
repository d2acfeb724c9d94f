"""What one part of a consultation says, itself or by reference (準用). Worked out once: every list that names it asks."""

from dataclasses import dataclass
from functools import cached_property

from macros.records.clause import Clause, CounterpartyUse, Period


@dataclass(frozen=True)
class Said:
    """The clauses of a part in printed order, those referred to in the place of the reference; one may come twice."""

    clauses: tuple[Clause, ...]

    @cached_property
    def counterparties(self) -> tuple[CounterpartyUse, ...]:
        """Each once."""
        return tuple(dict.fromkeys(use for clause in self.clauses for use in clause.counterparties))

    @cached_property
    def period(self) -> Period | None:
        """From when the handling begins; None where nothing says so."""
        return next((clause.period for clause in self.clauses if clause.period), None)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Whom it concerns, as printed, each once."""
        return tuple(dict.fromkeys(text for clause in self.clauses for text in clause.subjects))

    @cached_property
    def item_names(self) -> tuple[str, ...]:
        """The items that are handled, as printed, each once."""
        flows = (flow for clause in self.clauses for flow in clause.flows)
        return tuple(dict.fromkeys(use.name for flow in flows for _, use in flow.items.uses()))
