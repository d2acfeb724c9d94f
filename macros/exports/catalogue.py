"""data/catalog.jsonld: the archive as a data catalogue (DCAT 3, W3C Recommendation), for portals of open data."""

from collections.abc import Iterator
from typing import Any

from macros.exports.csv_files import TABLES
from macros.exports.export import Export, Exported, as_json
from macros.exports.open_data.links import API

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": "@id",
    "type": "@type",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def catalogue(exported: Exported) -> Iterator[Export]:
    """One catalogue, one dataset, a distribution for each way to get it."""
    council = exported.archive.council
    publisher = {"type": "foaf:Agent", "foaf:name": council.site.name}
    terms = {"id": exported.address("about/#terms")}
    dataset = {
        "id": exported.address("data/#dataset"),
        "type": "dcat:Dataset",
        "dct:title": _japanese(f"{council.municipality.name}の個人情報の諮問"),
        "dct:description": _japanese(council.site.description),
        "dct:publisher": publisher,
        "dct:license": terms,
        "dct:language": "ja",
        "dcat:landingPage": {"id": exported.address("data/")},
        "dcat:keyword": [_japanese(word) for word in ("諮問", "個人情報", "審議会", council.municipality.name)],
        "dcat:distribution": [_distribution(exported, terms, *way) for way in WAYS],
    }
    described = {
        "@context": _CONTEXT,
        "id": exported.address("data/#catalog"),
        "type": "dcat:Catalog",
        "dct:title": _japanese(council.site.name),
        "dct:description": _japanese(council.site.description),
        "dct:publisher": publisher,
        "dct:license": terms,
        "foaf:homepage": {"id": exported.address("")},
        "dcat:dataset": [dataset],
    }
    yield Export("data/catalog.jsonld", as_json(described))


WAYS = (
    ("すべて（NDJSON）", f"{API}all.ndjson", "application/x-ndjson"),
    *((f"{table.title}（CSV）", table.path, "text/csv") for table in TABLES),
    ("API（JSON）", f"{API}index.json", "application/json"),
)


def _distribution(exported: Exported, terms: dict[str, str], title: str, path: str, media: str) -> dict[str, Any]:
    return {
        "id": exported.address(path),
        "type": "dcat:Distribution",
        "dct:title": _japanese(title),
        "dct:license": terms,
        "dcat:accessURL": {"id": exported.address("data/")},
        "dcat:downloadURL": {"id": exported.address(path)},
        "dcat:mediaType": {"id": _MEDIA + media},
    }


def _japanese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "ja"}
