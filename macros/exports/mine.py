"""mine/handlings.json: the rows of /mine/ in one file, so that nothing a reader ticks is ever asked of the host.

For the page alone: its shape may change with it. What others build on is `api.py`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.derived.mine import PersonalCases, PersonalPart, PersonalWay
from macros.exports.export import Export, Exported, as_json

PATH = "mine/handlings.json"


def mine(exported: Exported) -> Iterator[Export]:
    """One file; items are named by their place in its list."""
    cases = PersonalCases(exported.references)
    vocabulary = exported.archive.vocabulary
    places = {item.id: place for place, item in enumerate(cases.items)}
    items = [[item.name, item.id, bool(vocabulary.sensitive_as(item))] for item in cases.items]
    yield Export(PATH, as_json({"items": items, "parts": [_part(part, places) for part in cases.parts()]}))


def _part(row: PersonalPart, places: dict[str, int]) -> dict[str, Any]:
    consultation, part = row.consultation, row.part
    page = f"consultations/{consultation.id}/"
    period = consultation.period_of(part)
    return {
        "page": page,
        "name": consultation.name,
        "subject": consultation.subject or consultation.title,
        "act": part.act,
        "subjects": row.subjects,
        "operations": row.operations,
        "why": row.why,
        "since": f"{period.start.japanese}（{period.start.western}）" if period else consultation.absent,
        "ways": [_way(way, page, places) for way in row.ways],
    }


def _way(way: PersonalWay, page: str, places: dict[str, int]) -> dict[str, Any]:
    arrow = way.arrow
    return {
        "from": arrow.source.full_name,
        "to": arrow.destination.full_name,
        "directed": arrow.is_directed,
        "known": all(party.is_named for party in (arrow.destination, *(() if arrow.is_directed else (arrow.source,)))),
        "content": arrow.content or ("" if arrow.item_ids else "、".join(arrow.label)),
        "items": _numbers(way.common, places),
        "own": {operation: _numbers(ids, places) for operation, ids in way.own.items()},
        "place": arrow.place,
        "link": f"{page}{arrow.link}",
    }


def _numbers(ids: Iterable[str], places: dict[str, int]) -> list[int]:
    return sorted(places[item] for item in ids)
