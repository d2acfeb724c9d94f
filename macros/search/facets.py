"""What search knows of a consultation beyond its text: what a result shows, filters by, and is about."""

from collections.abc import Iterable
from typing import Any

from macros.derived.cross_references import CrossReferences
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.dates import fiscal_year, fiscal_year_name
from macros.records.kinds import FACETS, KINDS
from macros.records.meeting import Meeting
from macros.records.names import names_used
from macros.records.vocabulary import Entry


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
