"""api/v1/: every document as a file of its own, a list of each kind, and an index of all."""

from collections.abc import Iterator, Sequence
from typing import Any

from macros.exports.export import Export, Exported, as_json
from macros.opendata.links import API
from macros.opendata.shapes import SCHEMA_VERSION, Document

BRIEF = ("id", "name", "url", "api_url")


def api(exported: Exported) -> Iterator[Export]:
    """index.json, <kind>/index.json and <kind>/<id>.json."""
    by_kind = exported.documents.by_kind
    yield Export(f"{API}index.json", as_json(_index(exported)))
    for kind, documents in by_kind.items():
        yield Export(f"{API}{kind}/index.json", as_json(_list(kind, documents)))
        for document in documents:
            yield Export(f"{API}{kind}/{document.id}.json", document.model_dump_json(indent=1).encode())


def _index(exported: Exported) -> dict[str, Any]:
    council = exported.archive.council
    return {
        "schema_version": SCHEMA_VERSION,
        "name": council.site.name,
        "municipality": council.municipality.name,
        "council": council.council.name,
        "licence": council.licence.name,
        "licence_compatible_with": council.licence.compatible,
        "attribution": f"出典：{council.site.name}（{exported.address('')}）",
        "description": exported.address("openapi.json"),
        "everything": exported.address(f"{API}all.ndjson"),
        "kinds": {
            kind: {"count": len(documents), "url": exported.address(f"{API}{kind}/index.json")}
            for kind, documents in exported.documents.by_kind.items()
        },
    }


def _list(kind: str, documents: Sequence[Document]) -> dict[str, Any]:
    entries = [{name: getattr(document, name) for name in BRIEF} for document in documents]
    return {"schema_version": SCHEMA_VERSION, "kind": kind, "count": len(entries), "documents": entries}
