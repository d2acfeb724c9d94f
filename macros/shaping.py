"""Plain values → records, or sentences that say why not. Knows pydantic's errors, no rule of any council.

What is wrong is set aside and the rest is read again, so that one run reports as much as possible.
"""

import copy
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem
from macros.reading import Document
from macros.records.record import Path, Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


def shape(document: Document, model: type[AnyRecord]) -> tuple[AnyRecord | None, list[Problem]]:
    """The record that `document` describes, as whole as its problems allow, and those problems."""
    if document.values is None:
        return None, []
    if not isinstance(document.values, dict):
        return None, [document.problem((), "ファイルの一番外側は「名前: 値」の並びにしてください。")]
    try:
        return model.model_validate(document.values), []
    except ValidationError as error:
        problems = [document.problem(_place(detail), _sentence(detail)) for detail in error.errors()]
        return _salvage(document.values, error, model), problems


def shape_entries(document: Document, model: type[AnyRecord]) -> tuple[list[AnyRecord], list[Problem]]:
    """A file that is a list of records."""
    if document.values is None:
        return [], []
    if not isinstance(document.values, list):
        return [], [document.problem((), "ファイルの一番外側は「- 名前: 値」の一覧にしてください。")]
    entries, problems = [], []
    for position, values in enumerate(document.values):
        try:
            entries.append(model.model_validate(values))
        except ValidationError as error:
            problems += [
                document.problem((position, *_place(detail)), _sentence(detail)) for detail in error.errors()
            ]
    return entries, problems


def _place(detail: ErrorDetails) -> Path:
    return detail["loc"]


def _salvage(values: dict[str, Any], error: ValidationError, model: type[AnyRecord]) -> AnyRecord | None:
    rest = copy.deepcopy(values)
    for detail in sorted(error.errors(), key=lambda detail: _order(detail["loc"]), reverse=True):
        _remove(rest, detail["loc"])
    try:
        return model.model_validate(rest)
    except ValidationError:
        return None


def _order(place: Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in place]


def _remove(values: Any, place: Path) -> None:
    holder, last = None, None
    for step in place:
        if isinstance(values, dict) and step in values or isinstance(values, list) and _is_index(step, values):
            holder, last, values = values, step, values[step]
    if holder is not None:
        del holder[last]


def _is_index(step: str | int, values: list[Any]) -> bool:
    return isinstance(step, int) and step < len(values)


def _sentence(detail: ErrorDetails) -> str:
    key = next((step for step in reversed(detail["loc"]) if isinstance(step, str) and step in _known_keys()), "")
    about = f"「{key}」" if key else "この値"
    match detail["type"]:
        case "sentence":
            return detail["msg"]
        case "missing":
            missing = detail["loc"][-1]
            return f"「{missing}」がありません。「{missing}: …」の行を加えてください。"
        case "extra_forbidden":
            return _unknown_key(str(detail["loc"][-1]))
        case "string_too_short":
            return f"{about}が空です。値を書くか、行ごと消してください。"
        case "string_type":
            return f"{about}は文字で書いてください。一覧や「名前: 値」は書けません。"
        case "tuple_type" | "list_type":
            return f"{about}は一覧で書いてください。[…, …] か、「- 」で始まる行を並べます。"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{about}は「名前: 値」の並びで書いてください。"
        case "too_short":
            return f"{about}に少なくとも1つ書いてください。"
        case "literal_error":
            expected = detail.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", " か ")
            return f"{about}に「{detail['input']}」とは書けません。{expected} のどれかにしてください。"
        case "string_pattern_mismatch":
            return _mismatch(about, key, detail["input"])
    return f"{about}の値「{detail['input']}」が正しくありません。書き方を確かめてください。"


def _mismatch(about: str, key: str, value: object) -> str:
    if key == "id":
        return f"{about}の「{value}」は使えません。半角の英小文字・数字を「-」でつないでください（例 account-number）。"
    return f"{about}の「{value}」は正しい形ではありません。https:// で始まり / で終わるアドレスにしてください。"


def _unknown_key(key: str) -> str:
    near = get_close_matches(key, _known_keys(), n=1, cutoff=0.5)
    hint = f"「{near[0]}」ではありませんか。" if near else "その行を消すか、書き方の説明で正しい名前を確かめてください。"
    return f"「{key}」という名前は使えません。{hint}"


@cache
def _known_keys() -> frozenset[str]:
    def subclasses(model: type[BaseModel]) -> list[type[BaseModel]]:
        return [model, *(below for child in model.__subclasses__() for below in subclasses(child))]

    return frozenset(
        field.alias for model in subclasses(Record) for field in model.model_fields.values() if field.alias
    )
