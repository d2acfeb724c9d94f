"""What each part of a 諮問 does with the information of one person: for whom, by which work, who gets what, why, since when.

The rows from which somebody's own case is answered, whatever they tick; see /mine/. Data alone, no HTML, no choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import Arrow, PartArrows, Side, part_pictures
from macros.derived.handlings import handlings
from macros.derived.six_questions import at_a_glance
from macros.records.consultation import Consultation, Part
from macros.records.items import ItemUse
from macros.records.vocabulary import Entry, Item


@dataclass(frozen=True)
class Tick:
    """A group of people or an operation that somebody may choose; `kind` is its folder, `name` how residents call it."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True)
class PersonalWay:
    """One arrow of a part: `common` items go whatever the operation, `own` those of an operation's 区分, by its id."""

    arrow: Arrow
    common: frozenset[str]
    own: dict[str, frozenset[str]]


@dataclass(frozen=True)
class PersonalPart:
    """One part with whom and what it concerns, and its ways, what is said not to flow left out."""

    consultation: Consultation
    part: Part
    subjects: tuple[str, ...]
    operations: tuple[str, ...]
    ways: tuple[PersonalWay, ...]
    why: str


class PersonalCases:
    """All rows of one archive, the newest first, and what can be ticked for them."""

    def __init__(self, references: CrossReferences) -> None:
        self._references = references
        self._arrows = PartArrows(references.archive)

    @cached_property
    def subjects(self) -> tuple[Tick, ...]:
        """The groups of people that some part concerns."""
        return tuple(self._ticks("subjects"))

    @cached_property
    def operations(self) -> tuple[Tick, ...]:
        """The operations that some part concerns, by the words of residents where the vocabulary has them."""
        return tuple(self._ticks("operations"))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of the vocabulary, those marked as perhaps 要配慮 first."""
        vocabulary = self._references.archive.vocabulary
        items = (item for item in vocabulary.of("items").entries if isinstance(item, Item))
        return tuple(sorted(items, key=lambda item: not vocabulary.sensitive_as(item)))

    def parts(self) -> Iterator[PersonalPart]:
        """Of every consultation that says between whom it lies."""
        for consultation in reversed(self._references.archive.consultations):
            pictures = part_pictures(consultation, self._arrows)
            purpose = at_a_glance(consultation, self._references.archive, pictures).purpose
            for part in consultation.parts:
                ways = tuple(self._ways(consultation, part))
                if ways:
                    yield PersonalPart(
                        *(consultation, part),
                        subjects=self._of_part("subjects", part),
                        operations=self._of_part("operations", part),
                        ways=ways,
                        why=purpose.text if purpose else "",
                    )

    def _ticks(self, kind: str) -> Iterator[Tick]:
        for entry in self._references.words(kind).entries:
            if self._references.mentions(kind, entry):
                yield Tick(kind, entry.id, getattr(entry, "everyday", None) or entry.name)

    def _of_part(self, kind: str, part: Part) -> tuple[str, ...]:
        return tuple(self._by_part[kind].get(id(part), ()))

    @cached_property
    def _by_part(self) -> dict[str, dict[int, list[str]]]:
        """By kind and id() of the part, which lives as long as its archive."""
        found: dict[str, dict[int, list[str]]] = {"subjects": {}, "operations": {}}
        for kind, parts in found.items():
            for entry in self._references.words(kind).entries:
                for handling in handlings(self._references.mentions(kind, entry)):
                    parts.setdefault(id(handling.part), []).append(entry.id)
        return found

    def _ways(self, consultation: Consultation, part: Part) -> Iterator[PersonalWay]:
        own = {
            operation: self._own_items(consultation, part, operation) for operation in self._of_part("operations", part)
        }
        tied = frozenset[str]().union(*own.values())
        arrows = self._arrows.of(consultation, part)
        for arrow in sorted(arrows, key=lambda arrow: arrow.source.side != Side.PERSON):  # as the information travels
            if not arrow.is_none:
                mine = {operation: ids & arrow.item_ids for operation, ids in own.items() if ids & arrow.item_ids}
                yield PersonalWay(arrow, arrow.item_ids - tied, mine)

    def _own_items(self, consultation: Consultation, part: Part, operation: str) -> frozenset[str]:
        entry = next(entry for entry in self._references.words("operations").entries if entry.id == operation)
        uses = (
            use for flow in consultation.flows_of(part) for use in flow.items.uses_for((entry.name, *entry.aliases))
        )
        return frozenset(item.id for is_own, use in uses if is_own and (item := self._item(use)))

    def _item(self, use: ItemUse) -> Entry | None:
        return self._references.words("items").find(use.name)
