"""What search knows of a consultation beyond its text: what a result shows, filters by, and is about."""

from collections.abc import Iterable
from typing import Any

from macros.derived.cross_references import CrossReferences
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.dates import fiscal_year, fiscal_year_name
from macros.records.meeting import Meeting
from macros.records.vocabulary import Entry, Words

FACETS = ("act", "operation", "item", "article", "division", "party", "year", "answer")
"""What consultations are filtered by, in the order of the search page."""


def consultation_facts(consultation: Consultation, references: CrossReferences) -> dict[str, Any]:
    """Number, date and acts as shown; `facets` to filter by; `subjects`, the names that it is about."""
    vocabulary = references.archive.vocabulary
    items = _entries(vocabulary.of("items"), consultation.item_names)
    parties = _entries(vocabulary.of("counterparties"), consultation.counterparty_names)
    facets = {
        "act": consultation.acts,
        "operation": consultation.operations,
        "item": [item.name for item in items],
        "article": consultation.legal_basis,
        "division": consultation.divisions,
        "party": _each_once([*(party.kind for party in parties), *_undecided(consultation)]),  # type: ignore[attr-defined]
        "year": [fiscal_year_name(fiscal_year(consultation.consulted_on.first_day))],
        "answer": references.status(consultation).facets,
    }
    return {
        "number": consultation.number,
        "date": consultation.consulted_on.iso,
        "printed_date": consultation.consulted_on.japanese,
        "acts": list(consultation.acts),
        "facets": {name: list(facets[name]) for name in FACETS},
        "subjects": [*consultation.operations, *consultation.item_names, *(party.name for party in parties)],
    }


def answer_facts(answer: Answer) -> dict[str, Any]:
    """Kind and day of an answer."""
    return {"kind": answer.kind, "printed_date": answer.answered_on.japanese}


def meeting_facts(meeting: Meeting) -> dict[str, Any]:
    """Kind and day of a meeting."""
    return {"kind": "会議", "printed_date": meeting.held_on.japanese}


def _entries(words: Words, names: Iterable[str]) -> list[Entry]:
    found = (words.find(name) for name in names)
    return _each_once(entry for entry in found if entry is not None)


def _each_once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _undecided(consultation: Consultation) -> list[str]:
    return ["未定"] if consultation.has_undecided_counterparty else []
