"""api/v1/: every document as a file of its own, a list of each kind, an index of all, and all.ndjson, one a line.

The documents are taken one by one as they pass: no more than one of them stands in memory.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from pydantic_core import to_json

from macros.exports.export import Exported, as_json
from macros.exports.open_data.links import API
from macros.exports.open_data.shapes import SCHEMA_VERSION, Document

Take: TypeAlias = Callable[[str, Document], None]
"""Takes a document with its kind."""

Stream: TypeAlias = Callable[[Exported, Path], AbstractContextManager[Take]]


def pass_documents(exported: Exported, site: Path, streams: tuple[Stream, ...]) -> None:
    """Make every document once and show it to each of the streams."""
    with ExitStack() as opened:
        takers = [opened.enter_context(stream(exported, site)) for stream in streams]
        for kind, document in exported.documents:
            for take in takers:
                take(kind, document)


BRIEF = ("id", "name", "url", "api_url")


@contextmanager
def api(exported: Exported, site: Path) -> Iterator[Take]:
    """index.json, <kind>/index.json and <kind>/<id>.json."""
    listed: dict[str, list[dict[str, str]]] = {kind: [] for kind in exported.documents.counts}
    for kind in listed:
        (site / API / kind).mkdir(parents=True, exist_ok=True)

    def take(kind: str, document: Document) -> None:
        (site / API / kind / f"{document.id}.json").write_bytes(to_json(document))
        listed[kind].append({name: getattr(document, name) for name in BRIEF})

    yield take
    (site / API / "index.json").write_bytes(as_json(_index(exported)))
    for kind, entries in listed.items():
        (site / API / kind / "index.json").write_bytes(as_json(_list(kind, entries)))


def _index(exported: Exported) -> dict[str, Any]:
    council = exported.archive.council
    return {
        "schema_version": SCHEMA_VERSION,
        "name": council.site.name,
        "municipality": council.municipality.name,
        "council": council.council.name,
        "municipality_code": council.municipality.code,
        "publisher": council.publisher,
        "licence": council.licence.name,
        "licence_url": council.licence_address,
        "licence_compatible_with": council.licence.compatible,
        "attribution": f"出典：{council.site.name}（{exported.address('')}）",
        "description": exported.address("openapi.json"),
        "everything": exported.address(f"{API}all.ndjson"),
        "kinds": {
            kind: {"count": count, "url": exported.address(f"{API}{kind}/index.json")}
            for kind, count in exported.documents.counts.items()
        },
    }


def _list(kind: str, entries: list[dict[str, str]]) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "kind": kind, "count": len(entries), "documents": entries}


@contextmanager
def ndjson(exported: Exported, site: Path) -> Iterator[Take]:  # noqa: ARG001 — a stream like the others
    """The documents of api/v1/, each the same as in its own file."""
    path = site / API / "all.ndjson"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as lines:
        yield lambda _, document: lines.writelines((to_json(document), b"\n"))
