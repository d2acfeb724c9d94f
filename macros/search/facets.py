"""What search knows of a page beyond its text: what a result shows, filters by, and is about."""

from collections.abc import Iterable, Sequence
from typing import Any

from macros.derived.cross_references import CrossReferences, Mention
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.dates import fiscal_year, fiscal_year_name
from macros.records.kinds import FACETS, KINDS, WordKind
from macros.records.meeting import Meeting
from macros.records.names import names_used
from macros.records.vocabulary import Entry

_WITH_CARD = ("items", "operations", "counterparties")
_ON_A_CARD = 3


def consultation_facts(consultation: Consultation, references: CrossReferences) -> dict[str, Any]:
    """Number, date and acts as shown; `facets` to filter by; `subjects`, the names that it is about."""
    words = _words(consultation, references)
    parties = words["counterparties"]
    facets = {
        **{kind.facet.name: [word.name for word in words[kind.name]] for kind in KINDS.values() if kind.facet},
        "article": consultation.legal_basis,
        "party": _each_once([*(party.kind for party in parties), *_undecided(consultation)]),  # type: ignore[attr-defined]
        "year": [fiscal_year_name(fiscal_year(consultation.consulted_on.first_day))],
        "answer": references.status(consultation).facets,
    }
    return {
        "number": consultation.number,
        "date": consultation.consulted_on.iso,
        "printed_date": consultation.consulted_on.japanese,
        "acts": list(consultation.acts),
        "facets": {facet.name: list(facets[facet.name]) for facet in FACETS},
        "subjects": [*consultation.operations, *consultation.item_names, *(party.name for party in parties)],
    }


def word_facts(kind: WordKind, entry: Entry, mentions: Sequence[Mention]) -> dict[str, Any]:
    """Kind and names of a word; of an item, an operation or a receiver also the card that answers at once."""
    facts: dict[str, Any] = {"kind": kind.label, "subjects": [entry.name, *entry.aliases]}
    return facts | {"card": _card(kind, mentions)} if kind.name in _WITH_CARD else facts


def _card(kind: WordKind, mentions: Sequence[Mention]) -> dict[str, Any]:
    """Who gets it, since when, and the newest 諮問 that say so."""
    parts = {id(mention.part): (mention.consultation, mention.part) for mention in mentions if mention.part}
    starts = [period.start for consultation, part in parts.values() if (period := consultation.period_of(part))]
    receivers = [use.name for consultation, part in parts.values() for use in consultation.parties_of(part)]
    newest_first = {mention.consultation.id: mention.consultation.name for mention in reversed(mentions)}
    return {
        "receivers": _each_once(receivers)[:_ON_A_CARD] if kind.name != "counterparties" else [],
        "since": min(starts, key=lambda start: start.first_day).japanese if starts else "",
        "consultations": [
            {"url": f"consultations/{id_}/", "name": name} for id_, name in list(newest_first.items())[:_ON_A_CARD]
        ],
    }


def answer_facts(answer: Answer) -> dict[str, Any]:
    """Kind and day of an answer."""
    return {"kind": answer.kind, "printed_date": answer.answered_on.japanese}


def meeting_facts(meeting: Meeting) -> dict[str, Any]:
    """Kind and day of a meeting."""
    return {"kind": "会議", "printed_date": meeting.held_on.japanese}


def _words(consultation: Consultation, references: CrossReferences) -> dict[str, list[Entry]]:
    """The words that a consultation names, each once, by kind."""
    words: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    for kind, name in dict.fromkeys((use.kind, use.name) for use in names_used(consultation)):
        if entry := references.words(kind).find(name):
            words[kind][entry.id] = entry
    return {kind: list(entries.values()) for kind, entries in words.items()}


def _each_once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _undecided(consultation: Consultation) -> list[str]:
    return ["未定"] if consultation.has_undecided_counterparty else []
