"""The shape of every file of `data/` as JSON Schema (draft 2020-12), for editors and other programs.

Made from the models, so that it cannot differ from them. Names of the vocabulary complete but are not
demanded: which names exist is a matter of `names.json`, and `shimon check` says more about an unknown one.
"""

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import yaml
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.loading.field_help import EXPLANATIONS
from macros.records.council import Council
from macros.records.form import Form
from macros.records.kinds import KINDS, RECORD_KINDS, TABLES
from macros.records.models import ENTRIES, RECORDS
from macros.records.record import NAMED, WRITTEN_TEXT
from macros.records.retired import Retired
from macros.records.vocabulary import Synonym, Vocabulary, Words

NAMES = "names.json"
_SHAPES: dict[str, tuple[str, Any]] = {
    "council": ("自治体・審議会・サイト", Council),
    "retired": ("なくなったアドレス", tuple[Retired, ...]),
    **{kind.singular: (kind.label, RECORDS[name]) for name, kind in RECORD_KINDS.items()},
    **{f"vocabulary/{name}": (f"語彙：{KINDS[name].label}", tuple[model, ...]) for name, model in ENTRIES.items()},  # type: ignore[valid-type]
    "vocabulary/forms": (TABLES["forms"], tuple[Form, ...]),
    **{f"vocabulary/{name}": (TABLES[name], tuple[Synonym, ...]) for name in ("synonyms", "intents")},
}


class _AsWritten(GenerateJsonSchema):
    """Without what a file never holds: null, and the defaults of what is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema_of(shape: str) -> dict[str, Any]:
    """The schema of one kind of file: consultation, schedule, vocabulary/items …"""
    title, model = _SHAPES[shape]
    made = TypeAdapter(model).json_schema(by_alias=True, schema_generator=_AsWritten)
    _explain(made.get("$defs", {}) | {getattr(model, "__name__", ""): made})
    names = "../" * shape.count("/") + NAMES
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": title, **_with_names(made, names)}


def _explain(definitions: dict[str, Any]) -> None:
    entries = {entry.__name__: EXPLANATIONS["Entry"] for entry in ENTRIES.values()}
    for record, definition in definitions.items():
        explained = entries.get(record, {}) | EXPLANATIONS.get(record, {})
        properties = _properties(definition)
        for key in explained.keys() & properties.keys():
            sentence, *examples = explained[key]
            shown = [yaml.load(example, Loader=yaml.BaseLoader) for example in examples]  # noqa: S506 — texts only
            properties[key] |= {"description": sentence} | ({"examples": shown} if shown else {})


def _properties(definition: dict[str, Any]) -> dict[str, Any]:
    """The keys of a record, which may also be written shorter."""
    written = (definition, *definition.get("anyOf", ()))
    return next((form["properties"] for form in written if "properties" in form), {})


def shape_of(path: PurePath) -> str | None:
    """The kind of the file at `path` within `data/`: consultations/948.yml → consultation; None for no record."""
    place = path.with_suffix("").as_posix()
    kind = RECORD_KINDS.get(path.parent.as_posix())
    return kind.singular if kind else place if place in _SHAPES else None


def schemas() -> Iterator[tuple[str, str]]:
    """Path below `schema/v1/` and text of the schema of every kind of file."""
    for shape in _SHAPES:
        yield f"{shape}.json", _text(schema_of(shape))


def names(vocabulary: Vocabulary) -> str:
    """`names.json`: every name that is known, for completion; any other text is allowed too."""
    by_kind = {kind: _names_of(vocabulary.of(kind)) for kind in KINDS}
    definitions = {kind: {"anyOf": [{"enum": listed}, WRITTEN_TEXT]} for kind, listed in by_kind.items()}
    return _text({"$schema": GenerateJsonSchema.schema_dialect, "title": "語彙の名前", "$defs": definitions})


def _names_of(words: Words) -> list[str]:
    return [name for entry in words.entries for name in (entry.name, *entry.aliases)]


def _with_names(schema: Any, names: str) -> Any:
    """`schema` with each mark of a vocabulary name turned into a reference to its names."""
    if isinstance(schema, list):
        return [_with_names(part, names) for part in schema]
    if not isinstance(schema, dict):
        return schema
    turned = {key: _with_names(value, names) for key, value in schema.items() if key != NAMED}
    return turned | ({"$ref": f"{names}#/$defs/{schema[NAMED]}"} if NAMED in schema else {})


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
