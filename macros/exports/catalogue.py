"""data/catalog.jsonld: the archive as a data catalogue (DCAT 3, by the profile DCAT-AP 3), for portals of open data.

Says nothing that no record and no council.yml says: where the code of the municipality or an office to ask is missing,
it is missing here.
"""

from collections.abc import Iterator
from typing import Any

from macros.exports.csv_files import TABLES
from macros.exports.export import Export, Exported, as_json
from macros.exports.open_data.links import API

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
# The vocabularies that DCAT-AP asks for.
_EU = "http://publications.europa.eu/resource/authority/"
_JAPANESE = {"id": f"{_EU}language/JPN"}
_GOVERNMENT = {"id": f"{_EU}data-theme/GOVE"}
_IRREGULAR = {"id": f"{_EU}frequency/IRREG"}
_PUBLIC = {"id": f"{_EU}access-right/PUBLIC"}
_OPENAPI = {"id": "https://spec.openapis.org/oas/v3.1.1"}
_DCAT_AP = {"id": "http://data.europa.eu/r5r/"}

WAYS = (
    ("すべて（NDJSON）", f"{API}all.ndjson", "application/x-ndjson"),
    *((f"{table.title}（CSV）", table.path, "text/csv") for table in TABLES),
    ("API（JSON）", f"{API}index.json", "application/json"),
)


def catalogue(exported: Exported) -> Iterator[Export]:
    """One catalogue, one dataset with a distribution for each way to get it, and the API as a service."""
    council = exported.archive.council
    common = {
        "dct:publisher": {
            "type": "foaf:Agent",
            "id": exported.address("about/#publisher"),
            "foaf:name": council.publisher,
        },
        "dct:license": {"id": council.licence_address},
        "dct:language": _JAPANESE,
    } | _days(exported)
    described = {
        "@context": _CONTEXT,
        "id": exported.address("data/#catalog"),
        "type": "dcat:Catalog",
        "dct:title": _japanese(council.site.name),
        "dct:description": _japanese(council.site.description),
        **common,
        "dct:conformsTo": _DCAT_AP,
        "dct:spatial": _place(exported),
        "foaf:homepage": {"id": exported.address("")},
        "dcat:dataset": _dataset(exported, common),
        "dcat:service": _service(exported, common),
    }
    yield Export("data/catalog.jsonld", as_json(described))


def _dataset(exported: Exported, common: dict[str, Any]) -> dict[str, Any]:
    council = exported.archive.council
    return {
        "id": exported.address("data/#dataset"),
        "type": "dcat:Dataset",
        "dct:title": _japanese(f"{council.municipality.name}の個人情報の諮問"),
        "dct:description": _japanese(council.site.description),
        "dct:identifier": exported.address("data/#dataset"),
        **common,
        **_contact(exported),
        **_period(exported),
        "dct:spatial": _place(exported),
        "dct:accessRights": _PUBLIC,
        "dct:accrualPeriodicity": _IRREGULAR,
        "dcat:theme": _GOVERNMENT,
        "dcat:landingPage": {"id": exported.address("data/")},
        "dcat:keyword": [_japanese(word) for word in ("諮問", "個人情報", "審議会", council.municipality.name)],
        "dcat:distribution": [_distribution(exported, *way) for way in WAYS],
    }


def _service(exported: Exported, common: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": exported.address("data/#api"),
        "type": "dcat:DataService",
        "dct:title": _japanese(f"{exported.archive.council.site.name}のAPI"),
        **common,
        **_contact(exported),
        "dct:accessRights": _PUBLIC,
        "dct:conformsTo": _OPENAPI,
        "dcat:theme": _GOVERNMENT,
        "dcat:endpointURL": {"id": exported.address(API)},
        "dcat:endpointDescription": {"id": exported.address("openapi.json")},
        "dcat:servesDataset": {"id": exported.address("data/#dataset")},
    }


def _distribution(exported: Exported, title: str, path: str, media: str) -> dict[str, Any]:
    is_service = path == f"{API}index.json"
    return {
        "id": exported.address(path),
        "type": "dcat:Distribution",
        "dct:title": _japanese(title),
        "dct:description": _japanese(f"{title}。登録も申し込みもいりません。"),
        "dct:license": {"id": exported.archive.council.licence_address},
        "dct:language": _JAPANESE,
        "dcat:accessURL": {"id": exported.address("data/")},
        "dcat:downloadURL": {"id": exported.address(path)},
        "dcat:mediaType": {"id": _MEDIA + media},
        **({"dcat:accessService": {"id": exported.address("data/#api")}} if is_service else {}),
    }


def _place(exported: Exported) -> dict[str, Any]:
    """The municipality, by the code that the state gave it."""
    municipality = exported.archive.council.municipality
    code = {"dct:identifier": municipality.code} if municipality.code else {}
    return {
        "id": exported.address("about/#municipality"),
        "type": "dct:Location",
        "http://www.w3.org/2004/02/skos/core#prefLabel": _japanese(municipality.name),
        **code,
    }


def _contact(exported: Exported) -> dict[str, Any]:
    office = exported.archive.council.contact
    if not office:
        return {}
    reached = {"vcard:hasEmail": {"id": f"mailto:{office.mail}"}} if office.mail else {}
    if office.address:
        reached["vcard:hasURL"] = {"id": office.address}
    return {"dcat:contactPoint": {"type": "vcard:Organization", "vcard:fn": office.desk, **reached}}


def _days(exported: Exported) -> dict[str, Any]:
    """Since when, and when a record last changed; each only where it is known to the day."""
    opened = exported.archive.council.site.published_on
    changed = max((day.iso for day in exported.pages.values() if day), default=None)
    days = {"dct:issued": opened and opened.iso, "dct:modified": changed}
    return {name: _day(iso) for name, iso in days.items() if iso}


def _period(exported: Exported) -> dict[str, Any]:
    """From the first consultation to the last."""
    days = sorted(consultation.consulted_on.iso for consultation in exported.archive.consultations)
    if not days:
        return {}
    ends = {"dcat:startDate": _day(days[0]), "dcat:endDate": _day(days[-1])}
    return {"dct:temporal": {"type": "dct:PeriodOfTime", **ends}}


def _day(iso: str) -> dict[str, str]:
    return {"@value": iso, "@type": "xsd:date" if len(iso) == len("2022-04-01") else "xsd:gYearMonth"}


def _japanese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "ja"}
