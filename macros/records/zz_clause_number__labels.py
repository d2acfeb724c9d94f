"""The printed number of a condition or an agenda item: 1, (2), ア. Data of the document, never a position in a list."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator

from macros.records.clause_number import ClauseNumber, is_label
from macros.records.record import Text, wrong


def _label(value: str) -> str:
    if not is_label(value):
        raise wrong(f"「{value}」は番号として読めません。1、(2)、ア のように、資料にある番号を書いてください。")
    return value


Label: TypeAlias = Annotated[Text, AfterValidator(_label)]


def anchor(prefix: str, label: str) -> str:
    """The address within a page: agenda and (2) → agenda-2."""
    return f"{prefix}-{ClauseNumber(None, (label,)).anchor}"
