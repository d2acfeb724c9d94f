"""The official number of a clause: 「第1の5(1)」 as printed, `1-5-1` as an address, and back.

Also the printed number of a condition or an agenda item: 1, (2), ア. Data of the document, never a position in a list.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import AfterValidator

from macros.records.record import Text, wrong

_LABEL = r"(?:[(（][0-9０-９ぁ-んァ-ヶA-Za-z]+[)）]|[0-9０-９]+|[ア-ン]|[①-⑳])"
_CITED = re.compile(rf"(?:第([0-9]+)の)?({_LABEL})((?:{_LABEL})*)")
_SEE = re.compile(r"(.+?)(のとおり|[にと]同じ|のうち、(.+))?")


class ClauseNumber(NamedTuple):
    """`part` is the 1 of 第1 (None in a document without 第n); `labels` are printed: ("5", "(1)")."""

    part: int | None
    labels: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The address within the page, typed from the citation: 第1の5(1) → 1-5-1 (DESIGN.md §4)."""
        tokens = [_token(label) for label in self.labels]
        return "-".join(tokens if self.part is None else [str(self.part), *tokens])

    def __str__(self) -> str:
        printed = "".join(self.labels)
        return printed if self.part is None else f"第{self.part}の{printed}"


def read_clause_number(text: str) -> ClauseNumber | None:
    """「第1の5(1)」 or 「5(1)」 → its number; None when `text` is no such thing."""
    match = _CITED.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    part, first, below = match.groups()
    return ClauseNumber(int(part) if part else None, (first, *re.findall(_LABEL, below)))


def read_see(text: str) -> tuple[ClauseNumber, str | None] | None:
    """「第1の4のうち、区の…使用する者」 → the clause referred to and the restriction, if any."""
    match = _SEE.fullmatch(text)
    number = read_clause_number(match[1]) if match else None
    return (number, match[3]) if match and number else None


def is_label(text: str) -> bool:
    """Whether `text` can stand as the printed number of one clause: 5, (1), ア, ①."""
    return re.fullmatch(_LABEL, text) is not None


@lru_cache(maxsize=1_000)
def _token(label: str) -> str:
    inner = unicodedata.normalize("NFKC", label).strip("()").lower()
    return inner if inner.isascii() else "".join(_romanised(letter) for letter in inner)


def _romanised(letter: str) -> str:
    return unicodedata.name(letter, "x").split()[-1].lower()


def _label(value: str) -> str:
    if not is_label(value):
        raise wrong(f"「{value}」は番号として読めません。1、(2)、ア のように、資料にある番号を書いてください。")
    return value


Label: TypeAlias = Annotated[Text, AfterValidator(_label)]


def anchor(prefix: str, label: str) -> str:
    """The address within a page: agenda and (2) → agenda-2."""
    return f"{prefix}-{ClauseNumber(None, (label,)).anchor}"
