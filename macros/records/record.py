"""What every record shares: it is frozen, knows only its own keys, and reads Japanese values.

Not a record itself. YAML arrives as text (see `reading.py`); the types here turn that text into values
and say in a Japanese sentence what is wrong with it.
"""

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in its YAML file: keys and list positions from the top."""


class Record(BaseModel):
    """A frozen record whose attributes are English and whose YAML keys (aliases) are Japanese."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def wrong(sentence: str) -> PydanticCustomError:
    """A problem in the words of the person who wrote the value: what is wrong; what would be right."""
    return PydanticCustomError("sentence", "{sentence}", {"sentence": sentence})


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and str(int(value)) == value:
        return int(value)
    raise wrong(f"「{value}」は番号として読めません。948 のように半角の数字だけで書いてください。")


def _yes_or_no(value: Any) -> Any:
    if value in ("はい", "いいえ"):
        return value == "はい"
    raise wrong(f"「{value}」とは書けません。「はい」か「いいえ」と書いてください。")


Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)]
"""One text or a list of texts; always a tuple once read."""
Number: TypeAlias = Annotated[int, BeforeValidator(_whole_number)]
YesNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_or_no)]
