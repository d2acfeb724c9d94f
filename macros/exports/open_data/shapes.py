"""What every open-data document shares: how a date, a word and a document are written, and made of a record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Protocol, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from macros.records.dates import CouncilDate

SCHEMA_VERSION = 1


class Shape(BaseModel):
    """A published shape: frozen, complete, keys in English. Every key is always there; null: not in the paper, or not held."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Date(Shape):
    """A date as precise as the source."""

    iso: str = Field(description="ISO 8601, as precise as known: 2022-04-01 or 2022-04", examples=["2022-04"])
    precision: Literal["day", "month", "third"] = Field(description="third: 上旬, 中旬, 下旬 or 頃; see text")
    text: str = Field(description="In the Japanese calendar", examples=["令和4年4月"])


class Reference(Shape):
    """Another document, by its id within its kind."""

    id: str = Field(description="Lasting; the last part of both addresses")
    name: str
    url: str = Field(description="The page")


@dataclass(frozen=True)
class Named:
    """Marks a field whose record has names of one vocabulary; the field has those words."""

    kind: str


Act: TypeAlias = Annotated[Reference, Named("acts")]
Acts: TypeAlias = Annotated[tuple[Reference, ...], Named("acts")]
Articles: TypeAlias = Annotated[tuple[Reference, ...], Named("articles")]
Divisions: TypeAlias = Annotated[tuple[Reference, ...], Named("divisions")]
Operations: TypeAlias = Annotated[tuple[Reference, ...], Named("operations")]


class Document(Shape):
    """What every document begins with."""

    schema_version: Literal[1] = 1
    type: str
    id: str
    name: str
    url: str = Field(description="The page for people")
    api_url: str = Field(description="This document")
    licence_url: str = Field(description="The terms on which it may be used")


def date(value: CouncilDate | None) -> Date | None:
    """A recorded date; None stays None."""
    return known_date(value) if value else None


def known_date(value: CouncilDate) -> Date:
    """A date that a record must have."""
    precision: Any = "third" if value.part else "day" if value.day else "month"
    return Date(iso=value.iso, precision=precision, text=value.japanese)


class Words(Protocol):
    """Where the words of the vocabulary stand; see `links.py`."""

    def word(self, kind: str, name: str) -> Reference:
        """The word that `name` means."""


Made = TypeVar("Made", bound=Shape)
_Turn: TypeAlias = Callable[[Any, Words], Any]


def shaped(shape: type[Made], record: object, words: Words, **own: Any) -> Made:
    """`record` as it is published: every field that is not in `own` is made of its attribute of the same name.

    A date, the name of a word, a record within it become what the field is declared to be; all else stays.
    """
    taken = {name: turn(getattr(record, name), words) for name, turn in _turns(shape) if name not in own}
    return shape.model_validate(taken | own)


@cache
def _turns(shape: type[Shape]) -> tuple[tuple[str, _Turn], ...]:
    """Fields with a default are constants, which no record has."""
    return tuple((name, _turn(field)) for name, field in shape.model_fields.items() if field.is_required())


def _turn(field: FieldInfo) -> _Turn:
    types = {*_types(field.annotation)}
    named = next((mark for mark in field.metadata if isinstance(mark, Named)), None)
    within = next((kind for kind in types if isinstance(kind, type) and issubclass(kind, Shape)), None)
    if named:
        turn: _Turn = lambda name, words: words.word(named.kind, name)  # noqa: E731 — a def in each branch is longer
    elif within is Date:
        return lambda value, _: date(value)
    elif within:
        turn = lambda record, words: shaped(within, record, words)  # noqa: E731
    else:
        return lambda value, _: value
    if tuple in types:
        return lambda values, words: tuple(turn(value, words) for value in values)
    return lambda value, words: None if value is None else turn(value, words)


def _types(annotation: Any) -> Iterator[Any]:
    """Every type within an annotation: tuple and Reference of tuple[Reference, ...]."""
    yield getattr(annotation, "__origin__", annotation)
    for argument in get_args(annotation):
        yield from _types(argument)
