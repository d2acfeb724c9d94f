"""What search knows of a consultation beyond its text: what a result shows, filters by, and is about."""

from collections.abc import Iterable
from typing import Any

from macros.archive import Archive
from macros.records.consultation import Consultation
from macros.records.dates import fiscal_year, fiscal_year_name
from macros.records.vocabulary import Entry, Words


def consultation_facts(consultation: Consultation, archive: Archive) -> dict[str, Any]:
    """Number, date and acts as shown; `facets` to filter by; `subjects`, the names that it is about."""
    vocabulary = archive.vocabulary
    items = _entries(vocabulary.items, consultation.item_names)
    parties = _entries(vocabulary.counterparties, consultation.counterparty_names)
    facets = {
        "act": consultation.acts,
        "operation": consultation.operations,
        "item": [item.name for item in items],
        "article": consultation.legal_basis,
        "division": consultation.divisions,
        "party": _each_once([*(party.kind for party in parties), *_undecided(consultation)]),  # type: ignore[attr-defined]
        "year": [fiscal_year_name(fiscal_year(consultation.consulted_on.first_day))],
        "answer": ["未登録"],
    }
    return {
        "number": consultation.number,
        "date": consultation.consulted_on.iso,
        "printed_date": consultation.consulted_on.japanese,
        "acts": list(consultation.acts),
        "facets": {name: list(values) for name, values in facets.items()},
        "subjects": [*consultation.operations, *consultation.item_names, *(party.name for party in parties)],
    }


def _entries(words: Words, names: Iterable[str]) -> list[Entry]:
    found = (words.find(name) for name in names)
    return _each_once(entry for entry in found if entry is not None)


def _each_once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _undecided(consultation: Consultation) -> list[str]:
    return ["未定"] if consultation.has_undecided_counterparty else []
