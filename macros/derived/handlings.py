"""Handlings: what one consultation's part does with one item or for one operation, as a row that residents can read.

Mentions of the same thing in one part are one row. Holds no facts of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.derived.cross_references import Mention
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation, Part
from macros.records.vocabulary import Entry


@dataclass(frozen=True)
class Occurrence:
    """One consultation, with every mention of the word in it."""

    consultation: Consultation
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Handling:
    """One part of one consultation, with every mention of the word in it."""

    consultation: Consultation
    part: Part
    mentions: tuple[Mention, ...]

    @property
    def routes(self) -> tuple["Route", ...]:
        """Every way that the item takes in this part, each once, in printed order."""
        flows = (mention.flow for mention in self.mentions if mention.flow)
        return tuple(dict.fromkeys(Route(flow.source, flow.destination, flow.means) for flow in flows))

    @property
    def onward(self) -> tuple["Route", ...]:
        """How its receivers in this part hand on what the paper names only as a whole, so that the item may be in it."""
        receivers = {route.destination for route in self.routes if route.destination}
        flows = (flow for flow in self.consultation.flows_of(self.part) if not flow.items.entries and flow.content)
        return tuple(
            dict.fromkeys(
                Route(flow.source, flow.destination, flow.means, flow.content)
                for flow in flows
                if flow.source in receivers and flow.destination
            )
        )

    def item_names(self, operation: Entry) -> tuple[str, ...]:
        """The items that the part handles for `operation`, each once: those of its own 区分, then those common to all."""
        names = (operation.name, *operation.aliases)
        uses = [use for flow in self.consultation.flows_of(self.part) for use in flow.items.uses_for(names)]
        return tuple(dict.fromkeys(use.name for _, use in sorted(uses, key=lambda pair: not pair[0])))

    @property
    def places(self) -> tuple["Place", ...]:
        """The clauses that say so, each once, with the item's printed name."""
        numbered = ((mention, mention.number) for mention in self.mentions)
        return tuple(
            dict.fromkeys(
                Place(number, mention.see, mention.use.name if mention.use else "")
                for mention, number in numbered
                if number
            )
        )

    @property
    def roles(self) -> tuple[str, ...]:
        """As what the part names the word (情報の提供元), each once."""
        return tuple(dict.fromkeys(mention.role for mention in self.mentions if mention.role))


@dataclass(frozen=True)
class Place:
    """A clause, the clause it refers to (準用), and the name as printed there."""

    number: ClauseNumber
    see: ClauseNumber | None
    printed: str


@dataclass(frozen=True)
class Route:
    """From whom to whom by which means, and what the paper calls the whole; what it does not say is None."""

    source: str | None
    destination: str | None
    means: str | None
    content: str | None = None


def occurrences(mentions: Sequence[Mention]) -> tuple[Occurrence, ...]:
    """The mentions consultation by consultation, newest first."""
    by_consultation = [tuple(group) for _, group in groupby(mentions, key=lambda mention: mention.consultation.id)]
    return tuple(Occurrence(group[0].consultation, group) for group in reversed(by_consultation))


def handlings(mentions: Sequence[Mention]) -> tuple[Handling, ...]:
    """The mentions part by part, newest consultation first, parts in printed order."""
    with_part = [mention for mention in mentions if mention.part is not None]
    return tuple(handling for occurrence in occurrences(with_part) for handling in _by_part(occurrence.mentions))


def _by_part(mentions: Iterable[Mention]) -> Iterator[Handling]:
    for _, group in groupby(mentions, key=lambda mention: id(mention.part)):
        same = tuple(group)
        if same[0].part is not None:
            yield Handling(same[0].consultation, same[0].part, same)
