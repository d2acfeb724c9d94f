"""openapi.json: what api/v1/ holds, for programs, generated from the very shapes that it is written from."""

from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

from macros.exports.api import BRIEF
from macros.exports.export import Export, Exported, as_json
from macros.exports.open_data.answers import AnswerDocument
from macros.exports.open_data.consultations import ConsultationDocument
from macros.exports.open_data.links import API
from macros.exports.open_data.meetings import MeetingDocument
from macros.exports.open_data.schedules import ScheduleDocument
from macros.exports.open_data.shapes import SCHEMA_VERSION, Document
from macros.exports.open_data.vocabulary import WordDocument
from macros.records.kinds import WITH_PAGES

SHAPES: dict[str, type[Document]] = {
    "consultations": ConsultationDocument,
    "answers": AnswerDocument,
    "meetings": MeetingDocument,
    **{kind.name: WordDocument for kind in WITH_PAGES},
    "schedules": ScheduleDocument,
}


def openapi(exported: Exported) -> Iterator[Export]:
    """OpenAPI 3.1.1."""
    council = exported.archive.council
    description = {
        "openapi": "3.1.1",
        "info": {
            "title": council.site.name,
            "version": f"{SCHEMA_VERSION}.0.0",
            "description": council.site.description,
            "license": {"name": council.licence.name, "url": council.licence_address},
        },
        "servers": [{"url": exported.address("").rstrip("/")}],
        "tags": [{"name": kind, "description": _summary(shape)} for kind, shape in SHAPES.items()],
        "paths": dict(_paths()),
        "components": {"schemas": _schemas()},
    }
    yield Export("openapi.json", as_json(description))


def _summary(shape: type[Document]) -> str:
    """The first line of what a shape says of itself."""
    return (shape.__doc__ or "").partition("\n")[0]


def _paths() -> Iterator[tuple[str, Any]]:
    told = "Who publishes this archive, on which terms, and how many documents of each kind it has."
    yield f"/{API}index.json", _get("getIndex", "Everything there is", "Index", [], told)
    for kind, shape in SHAPES.items():
        name = "".join(word.title() for word in kind.split("_"))
        yield (
            f"/{API}{kind}/index.json",
            _get(f"list{name}", f"All {kind}", "List", [kind], f"Id, name and both addresses of all {kind}."),
        )
        path = _get(f"get{name}", f"One of the {kind}", shape.__name__, [kind], _summary(shape))
        identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        yield f"/{API}{kind}/{{id}}.json", {"parameters": [identity], **path}


def _get(operation: str, summary: str, schema: str, tags: list[str], description: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    responses = {"200": {"description": summary, "content": content}, "404": {"description": "No such document"}}
    names = {"operationId": operation, "summary": summary, "description": description, "tags": tags}
    return {"get": {**names, "security": [], "responses": responses}}


def _schemas() -> dict[str, Any]:
    shapes = [(shape, "serialization") for shape in dict.fromkeys(SHAPES.values())]
    _, generated = models_json_schema(shapes, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    brief = {"type": "object", "required": [*BRIEF], "properties": {name: {"type": "string"} for name in BRIEF}}
    version = {"const": SCHEMA_VERSION}
    count = {"type": "integer", "minimum": 0}
    listed = {"schema_version": version, "kind": {"enum": [*SHAPES]}, "count": count}
    listed["documents"] = {"type": "array", "items": brief}
    kinds = {"type": "object", "required": ["count", "url"], "properties": {"count": count, "url": {"type": "string"}}}
    texts = (
        "name",
        "municipality",
        "council",
        "publisher",
        "licence",
        "licence_url",
        "licence_compatible_with",
        "attribution",
    )
    index = {"schema_version": version, **{name: {"type": "string"} for name in (*texts, "description", "everything")}}
    index["municipality_code"] = {"type": ["string", "null"], "description": "全国地方公共団体コード"}
    index["kinds"] = {"type": "object", "additionalProperties": kinds}
    own = {"List": listed, "Index": index}
    return {
        **generated["$defs"],
        **{name: {"type": "object", "required": [*keys], "properties": keys} for name, keys in own.items()},
    }
