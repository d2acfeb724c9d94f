"""What the accessibility statement says: every criterion of JIS X 8341-3:2016 AA and of WCAG 2.2 AA, with its result.

The results stand in `accessibility_criteria.yml`; a test ties them to the tests that they name.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter, model_validator

from macros.loading.problems import ProblemsFound
from macros.loading.yaml_reader import read
from macros.records.record import Record, Text, Texts, YesNo, wrong

_BY_KEYBOARD = "tests/test_keyboard.py"


class Criterion(Record):
    """A criterion of level A or AA. Nothing is met of which no test and no look has shown it."""

    number: Text = Field(alias="番号", title="達成基準の番号")
    name: Text = Field(alias="名称", title="規格にある名称")
    level: Literal["A", "AA"] = Field(alias="レベル", title="適合レベル")
    since: Literal["2.0", "2.1", "2.2"] = Field("2.0", alias="版", title="加わった WCAG の版。2.0 は JIS X 8341-3:2016")
    applies: YesNo = Field(alias="適用", title="関係するものがページにあるか")
    result: Literal["適合", "不適合", "未確認"] = Field(alias="結果", title="試験の結果")
    shown: Text = Field(alias="確かめたこと", title="何を確かめたか")
    tests: Texts = Field((), alias="検査", title="保ち続けている検査（ファイル::名前）")
    looked: YesNo = Field(False, alias="目視", title="人が画面を見て確かめたか")

    @model_validator(mode="after")
    def _is_shown(self) -> "Criterion":
        if self.result == "適合" and not (self.tests or self.looked):
            raise wrong(f"{self.number} は、検査も目視もないので「適合」とは書けません。「未確認」と書いてください。")
        return self

    @property
    def methods(self) -> tuple[str, ...]:
        """How it was tested: 機械, キーボード, 目視."""
        by_keyboard = [test.startswith(_BY_KEYBOARD) for test in self.tests]
        used = {"機械": not all(by_keyboard), "キーボード": any(by_keyboard), "目視": self.looked}
        return tuple(method for method, is_used in used.items() if is_used)


_CRITERIA = Path(__file__).parent / "accessibility_criteria.yml"


@dataclass(frozen=True)
class Conformance:
    """All criteria in the order of their numbers."""

    criteria: tuple[Criterion, ...]

    @property
    def standard(self) -> tuple[Criterion, ...]:
        """The 38 of JIS X 8341-3:2016, which are those of WCAG 2.0."""
        return tuple(criterion for criterion in self.criteria if criterion.since == "2.0")

    @property
    def newer(self) -> tuple[Criterion, ...]:
        """What WCAG 2.1 and 2.2 add."""
        return tuple(criterion for criterion in self.criteria if criterion.since != "2.0")


def met(criteria: tuple[Criterion, ...], level: str) -> str:
    """25項目のうち25項目: how many of `level` are met."""
    of_level = [criterion for criterion in criteria if criterion.level == level]
    return f"{len(of_level)}項目のうち{sum(criterion.result == '適合' for criterion in of_level)}項目"


@cache
def conformance() -> Conformance:
    """The committed results. Raises ProblemsFound, and pydantic's ValidationError."""
    document, problems = read(_CRITERIA)
    if problems:
        raise ProblemsFound(problems)
    return Conformance(TypeAdapter(tuple[Criterion, ...]).validate_python(document.values))
