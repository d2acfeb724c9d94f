"""What refers to what across the archive: who uses an item, where an operation occurs, who cites a precedent.

Computed once for all pages. Holds no facts of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from macros.archive import Archive
from macros.records.citation import ClauseNumber
from macros.records.clause import Clause, CounterpartyUse
from macros.records.consultation import Consultation, Part
from macros.records.items import Flow, ItemUse
from macros.records.vocabulary import Entry, Words


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


@dataclass
class CrossReferences:
    """All mentions, by kind of word (the names of `Vocabulary`) and id."""

    archive: Archive
    _mentions: dict[tuple[str, str], list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _citing: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for consultation in self.archive.consultations:
            for kind, name, mention in _mentions(consultation):
                entry = self.words(kind).find(name)
                if entry is not None:
                    self._mentions[kind, entry.id].append(mention)
            for numbered in consultation.numbered_clauses:
                for precedent in numbered.clause.precedents:
                    self._citing[precedent.number].append(Mention(consultation, number=numbered.number))

    def words(self, kind: str) -> Words:
        """The vocabulary of this kind."""
        words: Words = getattr(self.archive.vocabulary, kind)
        return words

    def mentions(self, kind: str, entry: Entry) -> Sequence[Mention]:
        """Where this word occurs, in the order of the archive."""
        return self._mentions.get((kind, entry.id), ())

    def consultations(self, kind: str, entry: Entry) -> tuple[Consultation, ...]:
        """The consultations in which this word occurs, newest first."""
        found = {mention.consultation.id: mention.consultation for mention in self.mentions(kind, entry)}
        return tuple(reversed(found.values()))

    def citing(self, consultation: Consultation) -> Sequence[Mention]:
        """The clauses of other consultations that name this one as a precedent."""
        return self._citing.get(consultation.number or 0, ())

    def numbered(self, number: int) -> Consultation | None:
        """The consultation with this number, if it is in the archive."""
        return self._by_number.get(number)

    @cached_property
    def _by_number(self) -> dict[int, Consultation]:
        return {record.number: record for record in self.archive.consultations if record.number}


def _mentions(consultation: Consultation) -> Iterator[tuple[str, str, Mention]]:
    for name in consultation.divisions:
        yield "divisions", name, Mention(consultation)
    for name in consultation.legal_basis:
        yield "articles", name, Mention(consultation, role="諮問の根拠")
    if consultation.overview:
        for name in consultation.overview.legal_basis:
            yield "articles", name, Mention(consultation, role=consultation.overview.heading)
    yield from _operations(consultation)
    for position, part in enumerate(consultation.parts):
        yield "acts", part.act, Mention(consultation, part)
        for numbered in part.numbered_clauses(("部", position)):
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
    for name in clause.legal_basis:
        yield "articles", name, Mention(consultation, part, number, clause, role="条項での言及")
    see = clause.see.target if clause.see else None
    for said in consultation.said_by(clause):
        for counterparty in said.counterparties:
            mention = Mention(consultation, part, number, clause, counterparty=counterparty, see=see)
            yield "counterparties", counterparty.name, mention
        for flow in said.flows:
            for _, use in flow.items.uses():
                yield "items", use.name, Mention(consultation, part, number, clause, flow, use, see=see)
