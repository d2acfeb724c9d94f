"""Words of the vocabulary as open data, with who does what under each: api/v1/items/account-number.json."""

from pydantic import Field

from macros.derived.handlings import Handling, handlings, occurrences
from macros.exports.open_data.discussions import AgendaReference, agenda_reference
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Document, Reference, Shape, shaped
from macros.records.kinds import WITH_PAGES, WordKind
from macros.records.vocabulary import Entry


class RouteEntry(Shape):
    """From whom to whom, in the words of the document; null where it does not say."""

    source: str | None
    destination: str | None
    means: str | None
    content: str | None = Field(description="What the document calls the whole, where it lists no items")


class HandlingEntry(Shape):
    """What one part of one consultation does with the word."""

    consultation: Reference
    part: int | None
    act: Reference
    routes: tuple[RouteEntry, ...] = Field(description="For items: every way the item takes in this part")
    onward: tuple[RouteEntry, ...] = Field(
        description="For items: how its receivers hand on what the document names only as a whole"
    )
    counterparties: tuple[str, ...] = Field(description="Names; 未定 where undecided; empty where not recorded")
    since: Date | None
    subjects: tuple[str, ...]
    clauses: tuple[str, ...] = Field(description="Addresses of the clauses that say so")


class SensitiveEntry(Shape):
    """Why an item may be 要配慮個人情報: a word of its name. A rule, not a finding."""

    kind: str
    legal_basis: str
    word: str


class WordDocument(Document):
    """A word: an item, operation, counterparty, act, article, division or group of people."""

    type: str = Field(json_schema_extra={"enum": [kind.singular for kind in WITH_PAGES]})
    reading: str
    aliases: tuple[str, ...]
    description: tuple[str, ...]
    group: str | None = Field(description="Category of an item, kind of a counterparty, law of an article, 部 of a 課")
    sensitive: tuple[SensitiveEntry, ...]
    consultations: tuple[Reference, ...] = Field(description="Newest first")
    handlings: tuple[HandlingEntry, ...] = Field(description="Newest first")
    meetings: tuple[AgendaReference, ...] = Field(description="Items of agendas that name it, oldest first")


def word_document(kind: WordKind, entry: Entry, links: Links) -> WordDocument:
    """One word with all that is recorded of it."""
    mentions = links.references.mentions(kind.name, entry)
    naming = links.references.deliberations.agenda_naming(kind.name, entry)
    return shaped(
        WordDocument,
        entry,
        links,
        type=kind.singular,
        **links.addresses(kind.name, entry.id),
        group=getattr(entry, kind.group_by) or None if kind.group_by else None,
        sensitive=_sensitive(entry, links) if kind.name == "items" else (),
        consultations=[links.consultation(occurrence.consultation) for occurrence in occurrences(mentions)],
        handlings=[_handling(handling, links) for handling in handlings(mentions)],
        meetings=[agenda_reference(discussion, links) for discussion in naming],
    )


def _sensitive(entry: Entry, links: Links) -> tuple[SensitiveEntry, ...]:
    reasons = links.archive.vocabulary.sensitive_as(entry)
    return tuple(
        SensitiveEntry(kind=reason.kind.name, legal_basis=reason.kind.legal_basis, word=reason.word)
        for reason in reasons
    )


def _handling(handling: Handling, links: Links) -> HandlingEntry:
    consultation, part = handling.consultation, handling.part
    facts = links.parts.facts(part, consultation)
    page = links.page("consultations", consultation.id)
    return HandlingEntry(
        consultation=links.consultation(consultation),
        part=part.number,
        act=links.word("acts", part.act),
        routes=tuple(shaped(RouteEntry, route, links) for route in handling.routes),
        onward=tuple(shaped(RouteEntry, route, links) for route in handling.onward),
        counterparties=facts.counterparties,
        since=facts.since,
        subjects=facts.subjects,
        clauses=tuple(dict.fromkeys(f"{page}#{place.number.anchor}" for place in handling.places)),
    )
