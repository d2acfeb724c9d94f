"""What refers to what across the archive: who uses an item, where an operation occurs, who cites a precedent.

Computed once for all pages, each kind when it is first asked for. Holds no facts of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from macros.derived.deliberations import Deliberations
from macros.derived.status import Status
from macros.loading.archive import Archive
from macros.records.clause import Clause, CounterpartyUse
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation, Overview, Part
from macros.records.items import Flow, ItemUse
from macros.records.kinds import KINDS
from macros.records.names import NameUse, names_used
from macros.records.record import Record
from macros.records.vocabulary import Entry, SensitiveKind, SubjectGroup, Words

_IN_A_CLAUSE = "条項での言及"

Holder = TypeVar("Holder", bound=Record)


@dataclass(frozen=True)
class Mention:
    """One place where a word of the vocabulary occurs; as exact as the record allows."""

    consultation: Consultation
    part: Part | None = None
    number: ClauseNumber | None = None
    clause: Clause | None = None
    flow: Flow | None = None
    use: ItemUse | None = None
    counterparty: CounterpartyUse | None = None
    see: ClauseNumber | None = None
    """The clause that says it, where `number` only refers to that clause (準用)."""
    role: str = ""
    texts: tuple[str, ...] = ()
    """The printed texts by which a word was recognised."""


@dataclass
class CrossReferences:
    """All mentions, by kind of word and id."""

    archive: Archive

    def words(self, kind: str) -> Words:
        """The vocabulary of this kind."""
        return self.archive.vocabulary.of(kind)

    def mentions(self, kind: str, entry: Entry) -> Sequence[Mention]:
        """Where this word occurs, in the order of the archive."""
        return self._mentions.get((kind, entry.id), ())

    def consultations(self, kind: str, entry: Entry) -> tuple[Consultation, ...]:
        """The consultations in which this word occurs, newest first."""
        by_id = {mention.consultation.id: mention.consultation for mention in self.mentions(kind, entry)}
        return tuple(reversed(by_id.values()))

    def by_act(self, operation: Entry) -> dict[str, list[Consultation]]:
        """The consultations that concern an operation, by the name of the act, newest first."""
        acts: dict[str, dict[str, Consultation]] = defaultdict(dict)
        for mention in reversed(self.mentions("operations", operation)):
            if mention.part is not None:
                acts[mention.part.act][mention.consultation.id] = mention.consultation
        return {act: list(consultations.values()) for act, consultations in acts.items()}

    def spotted_items(self, kind: SensitiveKind) -> tuple[Entry, ...]:
        """The items that the rule of this kind marks."""
        return tuple(item for item in self.words("items").entries if kind.spotted_in(item.name))

    def citing(self, consultation: Consultation) -> Sequence[Mention]:
        """The clauses of other consultations that name this one as a precedent."""
        return self._citing.get(consultation.number or 0, ())

    @property
    def missing_precedents(self) -> dict[int, Sequence[Mention]]:
        """The numbers that clauses name as precedents and the archive does not have, smallest first, with those clauses."""
        return {number: self._citing[number] for number in sorted(self._citing) if not self.numbered(number)}

    @cached_property
    def _mentions(self) -> Mapping[tuple[str, str], list[Mention]]:
        mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for consultation in self.archive.consultations:
            for kind, name, mention in _mentions(consultation):
                entry = self.words(kind).find(name)
                if entry is not None:
                    mentions[kind, entry.id].append(mention)
            for group, mention in _subjects(consultation, self.words("subjects")):
                mentions["subjects", group.id].append(mention)
        return mentions

    @cached_property
    def _citing(self) -> Mapping[int, list[Mention]]:
        mentions: dict[int, list[Mention]] = defaultdict(list)
        for consultation in self.archive.consultations:
            for numbered in consultation.numbered_clauses:
                for precedent in numbered.clause.precedents:
                    mentions[precedent.number].append(Mention(consultation, number=numbered.number))
        return mentions

    @cached_property
    def deliberations(self) -> Deliberations:
        """What the council did with each consultation."""
        return Deliberations(self.archive)

    def status(self, consultation: Consultation) -> Status:
        """How far this consultation has come; derived, never typed."""
        return self.deliberations.status(consultation)

    def numbered(self, number: int) -> Consultation | None:
        """The consultation with this number, if it is in the archive."""
        return self._by_number.get(number)

    @cached_property
    def _by_number(self) -> dict[int, Consultation]:
        return {record.number: record for record in self.archive.consultations if record.number}


def _mentions(consultation: Consultation) -> Iterator[tuple[str, str, Mention]]:
    """Kind and name of each word with its mention: of the cover, of operations, then part by part."""
    for use in names_used(consultation, skip=("operations", "parts")):
        heading = next((record.heading for record in use.within if isinstance(record, Overview)), "")
        role = heading or ("諮問の根拠" if use.field == "Consultation.legal_basis" else "")
        yield use.kind, use.name, Mention(consultation, role=role)
    yield from _operations(consultation)
    for part in consultation.parts:
        for use in names_used(part, skip=("operations", "source_operations", "clauses")):
            yield use.kind, use.name, Mention(consultation, part)
        for numbered in part.numbered_clauses():
            yield from _in_clause(consultation, part, numbered.number, numbered.clause)


def _operations(consultation: Consultation) -> Iterator[tuple[str, str, Mention]]:
    """An operation with the acts that concern it, and whether data leave it or enter it."""
    for name in consultation.operations:
        for part in consultation.parts:
            if name in part.source_operations:
                yield "operations", name, Mention(consultation, part, role="情報の提供元")
            elif name in (part.operations or consultation.operations):
                yield "operations", name, Mention(consultation, part)


def _in_clause(
    consultation: Consultation, part: Part, number: ClauseNumber, clause: Clause
) -> Iterator[tuple[str, str, Mention]]:
    """What a clause says itself or by reference (準用); an article is mentioned where it is printed."""
    for name in clause.legal_basis:
        yield "articles", name, Mention(consultation, part, number, clause, role=_IN_A_CLAUSE)
    see = clause.see.target if clause.see else None
    for stated in consultation.said_by(clause):
        for use in names_used(stated, skip=("legal_basis", "children")):
            if use.kind == "operations":
                continue  # of a 区分: whom its items are for, which the part says of itself
            holders = (_holder(use, Flow), _holder(use, ItemUse), _holder(use, CounterpartyUse))
            role = "" if KINDS[use.kind].by_part else _IN_A_CLAUSE
            yield use.kind, use.name, Mention(consultation, part, number, clause, *holders, see, role)


def _holder(use: NameUse, model: type[Holder]) -> Holder | None:
    """The innermost record of this model around a name."""
    return next((record for record in reversed(use.within) if isinstance(record, model)), None)


def _subjects(consultation: Consultation, groups: Words) -> Iterator[tuple[Entry, Mention]]:
    for position, part in enumerate(consultation.parts):
        for numbered in part.numbered_clauses(("部", position)):
            clause = numbered.clause
            texts = [text for stated in consultation.said_by(clause) for text in stated.subjects]
            see = clause.see.target if clause.see else None
            for group in groups.entries:
                if isinstance(group, SubjectGroup) and any(group.spotted_in(text) for text in texts):
                    yield group, Mention(consultation, part, numbered.number, clause, see=see, texts=tuple(texts))
