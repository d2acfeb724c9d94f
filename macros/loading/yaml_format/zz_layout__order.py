"""Keys in the order of the models, which is the order of the printed document. Found by the schemas."""

from collections.abc import Iterator
from typing import Any

from macros.loading.schemas import schema_of

Schema = dict[str, Any]


def in_order(values: Any, shape: str) -> Any:
    """`values` with the keys of every mapping in order; keys that no model has an order for stay as they are."""
    schema = schema_of(shape)
    return _ordered(values, [schema], schema["$defs"])


def _ordered(values: Any, schemas: list[Schema], definitions: Schema) -> Any:
    forms = [form for schema in schemas for form in _forms(schema, definitions)]
    if isinstance(values, list):
        entries = [form["items"] for form in forms if "items" in form]
        return [_ordered(value, entries, definitions) for value in values]
    if not isinstance(values, dict):
        return values
    known: Schema = next(
        (form["properties"] for form in forms if values.keys() <= form.get("properties", {}).keys()), {}
    )
    keys = [key for key in known if key in values] or list(values)
    return {key: _ordered(values[key], [known[key]] if known else [], definitions) for key in keys}


def _forms(schema: Schema, definitions: Schema) -> Iterator[Schema]:
    """Every way in which `schema` lets a value be written."""
    reference = schema.get("$ref", "")
    if reference.startswith("#/$defs/"):
        yield from _forms(definitions[reference.removeprefix("#/$defs/")], definitions)
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _forms(choice, definitions)
    yield schema
