"""What every record shares: it is frozen, knows only its own keys, and reads Japanese values.

YAML arrives as text (see `loading/yaml_reader.py`); the types here turn that text into values and say in a Japanese
sentence what is wrong with it. Any record may hold exemptions (公開の例外): a text that looks like something that must
not be public, and why it may be.
"""

from collections.abc import Mapping
from sys import intern
from typing import Annotated, Any, ClassVar, Self, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.records.kinds import NAMED_IN

ValuePath: TypeAlias = tuple[str | int, ...]
"""Where a value stands in its YAML file: keys and list positions from the top."""


NAMED = "x-vocabulary"
"""Marks a name of the vocabulary in JSON Schema; its value is the kind."""

_KEYS: dict[frozenset[str], set[str]] = {}


class Record(BaseModel):
    """A frozen record whose attributes are English and whose YAML keys (aliases) are Japanese."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    STAND_INS: ClassVar[Mapping[str, Any]] = {}
    """Values of the right form for keys that a record must have, where what is written is wrong (`loading/partial_records.py`)."""

    def model_post_init(self, _: Any) -> None:
        """Share the set of keys that were written with all records of the same keys: there are a hundred thousand."""
        keys = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _KEYS.setdefault(frozenset(keys), keys))

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """A record that was kept shares it too, and texts with those of other records."""
        for name in ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"):
            object.__setattr__(self, name, state[name])
        for name, value in state["__dict__"].items():  # one by one: then all records of a kind share their names
            object.__setattr__(self, intern(name), _shared(value))
        self.model_post_init(None)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values; nothing that was worked out from the old ones goes with it."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """The JSON Schema of this record in a file, from that of its `mapping`: shorter forms are added here."""
        return mapping

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema as written, without the English name and docstring of the class."""
        reference = handler(core)
        schema = handler.resolve_ref_schema(reference)
        mapping = {key: value for key, value in schema.items() if key not in ("title", "description")}
        schema.clear()
        schema.update(cls.schema_as_written(mapping | cls._with_marked_names(mapping)))
        return reference

    @classmethod
    def _with_marked_names(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """The properties, those that hold names of the vocabulary marked with the kind: editors complete by it."""
        properties = dict(mapping.get("properties", {}))
        for name, facts in cls.model_fields.items():
            kind = NAMED_IN.get(f"{cls.__name__}.{name}")
            if kind and facts.alias in properties:
                properties[facts.alias] = _marked(properties[facts.alias], kind)
        return {"properties": properties} if properties else {}


class ShortRecord(Record):
    """A record that may be written as the value of one of its keys alone: 氏名 for {項目: 氏名}."""

    SHORT: ClassVar[str]
    """That key."""
    OR_ELSE: ClassVar[tuple[str, ...]] = ()
    """What may stand there in place of a name of the vocabulary."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.SHORT: value} if isinstance(value, str) else value

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """The value alone, or the mapping."""
        return {"anyOf": [mapping["properties"][cls.SHORT], *({"const": text} for text in cls.OR_ELSE), mapping]}


def _marked(schema: Any, kind: str) -> Any:
    if isinstance(schema, list):
        return [_marked(inner, kind) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.items() >= WRITTEN_TEXT.items():
        return {key: value for key, value in schema.items() if key not in WRITTEN_TEXT} | {NAMED: kind}
    return {key: _marked(value, kind) for key, value in schema.items()}


def _shared(value: Any) -> Any:
    return intern(value) if type(value) is str else value


def wrong(sentence: str) -> PydanticCustomError:
    """A problem in the words of the person who wrote the value: what is wrong; what would be right."""
    return PydanticCustomError("sentence", "{sentence}", {"sentence": sentence})


class OneOrMore:
    """Marks a tuple that may be written as one value without a list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The tuple, after one value has become a list."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """One value or the list."""
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]}


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and str(int(value)) == value:
        return int(value)
    raise wrong(f"「{value}」は番号として読めません。948 のように半角の数字だけで書いてください。")


def _yes_or_no(value: Any) -> Any:
    if value in ("はい", "いいえ"):
        return value == "はい"
    raise wrong(f"「{value}」とは書けません。「はい」か「いいえ」と書いてください。")


def matching(pattern: str, otherwise: str) -> JsonSchemaValue:
    """JSON Schema of text that matches `pattern`; editors of the VS Code family say `otherwise` where it does not."""
    return {"pattern": pattern, "patternErrorMessage": otherwise}


# Editors read YAML's 12 as a number, we as the text that was typed: the schemas allow both.
WRITTEN_TEXT: JsonSchemaValue = {"type": ["string", "number"], "minLength": 1}
_WRITTEN_NUMBER: JsonSchemaValue = {
    "type": ["integer", "string"],
    "minimum": 0,
    **matching("^(0|[1-9][0-9]*)$", "948 のように半角の数字だけで書いてください。"),
}

Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), WithJsonSchema(WRITTEN_TEXT)]
Texts: TypeAlias = Annotated[tuple[Text, ...], OneOrMore()]
"""One text or a list of texts; always a tuple once read."""
Number: TypeAlias = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema(_WRITTEN_NUMBER)]
YesNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["はい", "いいえ"]})]


KEY = "公開の例外"


class Exemption(Record):
    """`text` as it stands in the record; without a reason it exempts nothing."""

    text: Text = Field(alias="文字", title="そのまま公開する文字")
    reason: Text = Field(alias="理由", title="公開してよい理由")


Exemptions = tuple[Exemption, ...]
