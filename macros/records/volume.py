"""How many: a printed count such as 「年間約2万件程度」, its breakdown and its formula.

Not the rule that sums must agree (see `checking/sums.py`), only what the numbers are.
"""

import ast
import operator
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from macros.records.record import Record, ShortRecord, Text, matching, wrong

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})"
_NUMBER = rf"(?=\d)(?:{_DIGITS}億)?(?:{_DIGITS}万)?(?:{_DIGITS}千)?{_DIGITS}?"
_PRINTED = re.compile(rf"(年間|月間)?(約)?({_NUMBER})([^\d\s、。,約千万億]+?)(程度)?")
_MYRIADS = {"": 1, "千": 1_000, "万": 10_000, "億": 100_000_000}
_LONGEST_FORMULA = 200
_OPERATIONS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
}


class Quantity(Record):
    """A number with its unit: `text` as printed, `number` as counted, `is_about` for 約 and 程度."""

    text: Text
    number: int
    unit: Text
    is_about: bool
    period: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        match = _PRINTED.fullmatch(unicodedata.normalize("NFKC", value)) if isinstance(value, str) else None
        if value == "":
            raise wrong(
                '件数が空です。数の中のコンマで切れていないか確かめてください。"約8,500件" のように引用符で囲みます。'
            )
        if match is None:
            raise wrong(f"「{value}」は件数として読めません。約7,200件 のように、数と単位を続けて書いてください。")
        period, about, printed, unit, degree = match.groups()
        pieces = re.findall(r"([\d,]+)([千万億]?)", printed)
        number = sum(int(digits.replace(",", "")) * _MYRIADS[myriad] for digits, myriad in pieces)
        return {
            "text": value,
            "number": number,
            "unit": unit,
            "is_about": bool(about or degree),
            "period": period,
        }

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:  # noqa: ARG003 — always written as text
        """The printed count: digits and a unit."""
        advice = "約7,200件 のように、数と単位を続けて書いてください。"
        return {"type": "string", **matching("[0-9０-９].*[^0-9０-９]$", advice)}

    @property
    def significant_digits(self) -> int:
        """How many leading digits the printed number vouches for: 約2万 → 1, 約195,550 → 5."""
        return max(1, len(str(self.number).rstrip("0")))

    def agrees_with(self, total: int) -> bool:
        """Whether `total` is this quantity, allowing an 約 the digits that it leaves open."""
        return total == self.number or (self.is_about and self._as_rough_as_this(total) == self.number)

    def _as_rough_as_this(self, total: int) -> int:
        return int(Decimal(f"{Decimal(total):.{self.significant_digits - 1}e}"))


class Volume(ShortRecord):
    """A count (件数) as a clause gives it."""

    text: Text | None = Field(None, alias="記載", title="原文の表現")
    quantity: Quantity | None = Field(None, alias="数", title="件数")
    period: Text | None = Field(None, alias="期間", title="どの期間の件数か")
    subject: Text | None = Field(None, alias="対象", title="何の件数か")
    breakdown: dict[Text, Quantity] = Field(default_factory=dict, alias="内訳", title="内訳")
    breakdown_total: Quantity | None = Field(None, alias="内訳の合計", title="内訳の合計")
    formula: Text | None = Field(None, alias="算式", title="原文の算式")
    arithmetic: Text | None = Field(None, alias="式", title="数だけの式")
    SHORT: ClassVar[str] = "数"

    @property
    def value(self) -> int:
        """What the formula gives. Raises ValueError where there is none that can be computed."""
        return evaluate(self.arithmetic or "")


def evaluate(arithmetic: str) -> int:
    """The value of 「13,150×(12+1)+8,200×3」: whole numbers, + - × and parentheses alone.

    Raises ValueError for anything else.
    """
    plain = unicodedata.normalize("NFKC", arithmetic).replace(",", "").replace("×", "*")
    if not re.fullmatch(rf"[\d+\-*() ]{{1,{_LONGEST_FORMULA}}}", plain):
        raise ValueError(arithmetic)
    try:
        return _value(ast.parse(plain, mode="eval").body)
    except (SyntaxError, MemoryError, RecursionError) as error:
        raise ValueError(arithmetic) from error


def _value(node: ast.expr) -> int:
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATIONS:
            return _OPERATIONS[type(sign)](_value(left), _value(right))
    raise ValueError(ast.dump(node))
