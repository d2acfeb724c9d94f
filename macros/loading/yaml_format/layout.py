"""What a file says beside its values: where its comments stand, which mappings are on one line, which key comes first.

Comments take whole lines (`yaml_reader.py` refuses others), so each belongs to the next key or list entry. Keys stand
in the order of the models, which is the order of the printed document.
"""

from collections.abc import Container, Iterator
from typing import Any, cast

import yaml

from macros.loading.schemas import schema_of
from macros.loading.yaml_format.yaml_writer import Layout
from macros.records.record import ValuePath

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def layout(text: str, without: Container[str] = ()) -> tuple[Any, Layout]:
    """The values of `text` and how they are laid out, `without` the comments that are not wanted."""
    reading = _Reading()
    values = reading.of(cast(yaml.Node, yaml.compose(text, Loader=_Loader)), ())
    starts = sorted(reading.starts)
    before: dict[ValuePath, list[str]] = {}
    comments = (comment for comment in _beside_values(text, reading.inside) if comment[1] not in without)
    for number, line in comments:
        path = next((path for start, path in starts if start > number), None)
        before.setdefault(path if path is not None else _END, []).append(line)
    head = before.pop(starts[0][1] if starts else _END, [])
    tail = before.pop(_END, [])
    return values, Layout(
        _tidy(head), {path: _tidy(lines) for path, lines in before.items()}, _tidy(tail), reading.flow
    )


_END: ValuePath = ("", "")


def _beside_values(text: str, inside: set[int]) -> Iterator[tuple[int, str]]:
    """Number, from 0, and text of each line that is a comment or empty."""
    for number, line in enumerate(text.splitlines()):
        stripped = line.strip()
        if number not in inside and (not stripped or stripped.startswith("#")):
            yield number, stripped


def _tidy(lines: list[str]) -> tuple[str, ...]:
    """At most one empty line at a time."""
    return tuple(line for position, line in enumerate(lines) if line or position == 0 or lines[position - 1])


class _Reading:
    """One pass over the nodes: where entries begin, which lines lie within a text, what is on one line."""

    def __init__(self) -> None:
        self.starts: list[tuple[int, ValuePath]] = []
        self.inside: set[int] = set()
        self.flow: set[ValuePath] = set()

    def of(self, node: yaml.Node, at: ValuePath) -> Any:
        if isinstance(node, yaml.ScalarNode):
            self.inside.update(range(node.start_mark.line + 1, node.end_mark.line + (node.end_mark.column > 0)))
            return node.value
        if getattr(node, "flow_style", False):
            self.flow.add(at)
        if isinstance(node, yaml.SequenceNode):
            return [self._entry(child, (*at, position), node, child) for position, child in enumerate(node.value)]
        return {key.value: self._entry(value, (*at, key.value), node, key) for key, value in node.value}

    def _entry(self, node: yaml.Node, at: ValuePath, around: yaml.Node, first: yaml.Node) -> Any:
        if not getattr(around, "flow_style", False):
            self.starts.append((first.start_mark.line, at))
        return self.of(node, at)


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
    fields: Schema = next(
        (form["properties"] for form in forms if values.keys() <= form.get("properties", {}).keys()), {}
    )
    keys = [key for key in fields if key in values] or list(values)
    return {key: _ordered(values[key], [fields[key]] if fields else [], definitions) for key in keys}


def _forms(schema: Schema, definitions: Schema) -> Iterator[Schema]:
    """Every way in which `schema` lets a value be written."""
    reference = schema.get("$ref", "")
    if reference.startswith("#/$defs/"):
        yield from _forms(definitions[reference.removeprefix("#/$defs/")], definitions)
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _forms(choice, definitions)
    yield schema
