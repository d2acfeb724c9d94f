"""Every name of the vocabulary that a record uses, and where: one walk over the models, for all who ask.

Which field holds names of which kind says `kinds.py`, so that a field noted there tomorrow is found tomorrow. Not the
check that a name is in the vocabulary (`loading/rules/names.py`).
"""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from macros.records.kinds import NAMED_IN
from macros.records.record import Record, ValuePath


class NameUse(NamedTuple):
    """One name as it is written, and its place in the file."""

    kind: str
    name: str
    at: ValuePath
    field: str
    """The field that holds it: Clause.legal_basis."""
    within: tuple[Record, ...]
    """The records around it, from the one that was asked about to the one that has the field."""


class _Field(NamedTuple):
    name: str
    key: ValuePath
    """Its key in the file; none where the record is written as the value of this field alone, such as a list."""
    path: str
    kind: str | None
    """Of the names that it holds; None for a field of further records."""


def names_used(
    record: Record, at: ValuePath = (), skip: Collection[str] = (), _around: tuple[Record, ...] = ()
) -> Iterator[NameUse]:
    """In the order of the model, at any depth; `at` is the place of the record, `skip` names fields of its own."""
    within = (*_around, record)
    for field in _fields(type(record)):
        if field.name in skip:
            continue
        for place, value in _values(getattr(record, field.name), (*at, *field.key)):
            if field.kind:
                yield NameUse(field.kind, value, place, field.path, within)
            else:
                yield from names_used(value, place, (), within)


def _values(value: Any, at: ValuePath) -> Iterator[tuple[ValuePath, Any]]:
    if isinstance(value, tuple):
        yield from (((*at, position), inner) for position, inner in enumerate(value))
    elif value is not None:
        yield at, value


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    """The fields of `model` that hold names, or records that do."""
    fields = (
        _Field(name, (facts.alias,) if facts.alias else (), f"{model.__name__}.{name}", _kind(model, name))
        for name, facts in model.model_fields.items()
    )
    return tuple(field for field in fields if field.kind or _leads_to_names(model, field.name, frozenset()))


def _kind(model: type[Record], field: str) -> str | None:
    return NAMED_IN.get(f"{model.__name__}.{field}")


def _leads_to_names(model: type[Record], field: str, seen: frozenset[type[Record]]) -> bool:
    inner = {*_records(model.model_fields[field].annotation)} - seen
    return any(
        _kind(record, name) or _leads_to_names(record, name, seen | inner)
        for record in inner
        for name in record.model_fields
    )


def _records(annotation: Any) -> Iterator[type[Record]]:
    """The models within a type: ItemUse in tuple[ItemUse, ...] | None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records(inner)
