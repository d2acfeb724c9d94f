"""Plain values → records, or sentences that say why not. Knows pydantic's errors, no rule of any council.

What is wrong is set aside and the rest is read again, so that one run reports as much as possible.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.partial_records import Salvaged, first_causes, salvage
from macros.loading.problems import Problem
from macros.loading.rules import Finding
from macros.loading.yaml_reader import Document
from macros.records.record import Record, ValuePath
from macros.records.vocabulary import Entry, Words

AnyRecord = TypeVar("AnyRecord", bound=Record)

_NEAR = 2  # a value, or a value within the value, beside the one that a rule speaks of


@dataclass(frozen=True)
class Shaped(Generic[AnyRecord]):
    """A record as whole as its problems allow (None: not at all), those problems, and where they are."""

    record: AnyRecord | None
    problems: list[Problem]
    broken: tuple[ValuePath, ...] = ()
    salvaged: Salvaged[AnyRecord] | None = None

    @property
    def is_made_up(self) -> bool:
        """Whether something in the record is not from the file: then no other record may look at it."""
        return self.salvaged is not None and self.salvaged.is_made_up

    def in_file(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """What rules found in the record, where it stands in the file; without what only repeats a problem."""
        for finding in findings:
            at = self.salvaged.place(finding.at) if self.salvaged else finding.at
            if not self._is_doubtful(at):
                yield Finding(at, finding.sentence)

    def _is_doubtful(self, at: ValuePath) -> bool:
        """Whether something next to `at` was set aside."""
        if at in self.broken:
            return True
        beside = at[:-1]
        return any(
            beside and place[: len(beside)] == beside and len(place) - len(beside) <= _NEAR for place in self.broken
        )


def shape(document: Document, model: type[AnyRecord]) -> Shaped[AnyRecord]:
    """The record that `document` describes."""
    if document.values is None:
        return Shaped(None, [])
    if not isinstance(document.values, dict):
        return Shaped(None, [document.problem((), "ファイルの一番外側は「名前: 値」の並びにしてください。")])
    try:
        return Shaped(model.model_validate(document.values), [])
    except ValidationError as error:
        details = first_causes(error.errors())
        problems = [document.problem(detail["loc"], _sentence(detail, model)) for detail in details]
        broken = tuple(document.known_part(detail["loc"]) for detail in details)
        salvaged = salvage(document.values, details, model)
        return Shaped(salvaged.record, problems, broken, salvaged)


def shape_list(document: Document, model: type[AnyRecord]) -> tuple[list[AnyRecord | None], list[Problem]]:
    """A file that is a list: a record, or None where it is broken, for each place in the list."""
    if document.values is None:
        return [], []
    if not isinstance(document.values, list):
        return [], [document.problem((), "ファイルの一番外側は「- 名前: 値」の一覧にしてください。")]
    records: list[AnyRecord | None] = []
    problems: list[Problem] = []
    for position, values in enumerate(document.values):
        try:
            records.append(model.model_validate(values))
        except ValidationError as error:
            problems += [
                document.problem((position, *detail["loc"]), _sentence(detail, model))
                for detail in first_causes(error.errors())
            ]
            records.append(None)
    return records, problems


def shape_words(document: Document, model: type[Entry]) -> tuple[Words, list[Problem]]:
    """A vocabulary file: a list of entries. A broken one is known at least by its name."""
    shaped, problems = shape_list(document, model)
    pairs = zip(shaped, document.values or (), strict=False)
    entries = tuple(entry or _named(values, model) for entry, values in pairs)
    return Words.model_construct(entries=entries, is_read=isinstance(document.values, list)), problems


def _named(values: Any, model: type[Entry]) -> Entry:
    """An entry that is known by name only, all else empty, so that who uses the name hears of no second problem."""
    name = str(values.get("名前", "")) if isinstance(values, dict) else ""
    empty = {field: "" for field, facts in model.model_fields.items() if facts.is_required()}
    return model.model_construct(**{**empty, "name": name})  # type: ignore[arg-type]


_SENTENCES = {
    "sentence": "{said}",
    "missing": "「{last}」がありません。「{last}: …」の行を加えてください。",
    "string_too_short": "{about}が空です。値を書くか、行ごと消してください。",
    "string_type": "{about}は文字で書いてください。一覧や「名前: 値」は書けません。",
    "tuple_type": "{about}は一覧で書いてください。[…, …] か、「- 」で始まる行を並べます。",
    "model_type": "{about}は「名前: 値」の並びで書いてください。",
    "model_attributes_type": "{about}は「名前: 値」の並びで書いてください。",
    "dict_type": "{about}は「名前: 値」の並びで書いてください。",
    "too_short": "{about}に少なくとも1つ書いてください。",
    "literal_error": "{about}に「{value}」とは書けません。{expected} のどれかにしてください。",
}


def _sentence(detail: ErrorDetails, model: type[Record]) -> str:
    key = next((step for step in reversed(detail["loc"]) if step in _known_keys()), "")
    about = f"「{key}」" if key else "この値"
    if detail["type"] == "extra_forbidden":
        return _unknown_key(str(detail["loc"][-1]), model)
    if detail["type"] == "string_pattern_mismatch":
        return _mismatch(about, str(key), detail["input"])
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", " か ")
    template = _SENTENCES.get(detail["type"], "{about}の値「{value}」が正しくありません。書き方を確かめてください。")
    last = detail["loc"][-1] if detail["loc"] else ""
    return template.format(said=detail["msg"], last=last, about=about, value=detail["input"], expected=expected)


def _mismatch(about: str, key: str, value: object) -> str:
    if key == "id":
        return f"{about}の「{value}」は使えません。半角の英小文字・数字を「-」でつないでください（例 account-number）。"
    return f"{about}の「{value}」は正しい形ではありません。https:// で始まり / で終わるアドレスにしてください。"


def _unknown_key(key: str, model: type[Record]) -> str:
    if re.match(r"\d{3}", key):
        return (
            f'「{key}」の前のコンマで値が切れています。数のコンマは、"約8,500件" のように全体を引用符で囲んでください。'
        )
    if key in _known_keys():
        return f"「{key}」はここには書けません。字下げと、どの名前の下に書くものかを確かめてください。"
    near = get_close_matches(key, _keys_within(model), n=1, cutoff=0.5)
    hint = (
        f"「{near[0]}」ではありませんか。" if near else "その行を消すか、書き方の説明で正しい名前を確かめてください。"
    )
    return f"「{key}」という名前は使えません。{hint}"


@cache
def _keys_within(model: type[Record]) -> frozenset[str]:
    """The keys that a file of this kind may have, at any depth."""
    schema = model.model_json_schema()
    objects = (schema, *schema.get("$defs", {}).values())
    return frozenset(key for described in objects for key in described.get("properties", {})) & _known_keys()


@cache
def _known_keys() -> frozenset[str]:
    def subclasses(model: type[BaseModel]) -> list[type[BaseModel]]:
        return [model, *(below for child in model.__subclasses__() for below in subclasses(child))]

    return frozenset(
        field.alias for model in subclasses(Record) for field in model.model_fields.values() if field.alias
    )
