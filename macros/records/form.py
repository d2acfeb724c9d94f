"""A form (様式): the headings under which a council's documents say something about one act.

Not a consultation: it says what a clause is about, never what it says. Drafts are made from it
(`shimon new`, `shimon import`); records are free to differ.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from macros.records.clause_number import is_label
from macros.records.record import Record, Text, Texts, wrong

ClauseField: TypeAlias = Literal["要旨", "記載", "対象", "流れ", "件数", "相手方", "場所", "期間"]
"""The key of a clause (see `clause.py`) that holds what stands below a heading."""


def _label(value: str) -> str:
    if not is_label(value):
        raise wrong(f"「{value}」は条項の番号として読めません。5、(1)、ア のように、様式の番号を書いてください。")
    return value


class FormFlow(Record):
    """A heading within an item list that says from whom to whom: 「区から委託先へ提供するもの」."""

    heading: Text = Field(alias="見出し", title="様式の見出し")
    source: Text | None = Field(None, alias="から", title="だれから")
    destination: Text | None = Field(None, alias="へ", title="だれへ")


class FormClause(Record):
    """A clause of a form: its usual number and heading, and the key under which its content is recorded."""

    label: Annotated[Text, AfterValidator(_label)] = Field(alias="番号", title="様式の番号")
    heading: Text = Field(alias="見出し", title="様式の見出し")
    other_headings: Texts = Field((), alias="別の見出し", title="同じことを指す別の見出し")
    field: ClauseField = Field("要旨", alias="欄", title="内容を書く欄")
    flows: tuple[FormFlow, ...] = Field((), alias="流れ", title="項目の一覧の中の見出し")
    children: tuple["FormClause", ...] = Field((), alias="細目", title="(1)、(2) などの条項")

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading under which this clause is known, the usual one first."""
        return (self.heading, *self.other_headings)


class Form(Record):
    """The form for one act, in printed order."""

    act: Text = Field(alias="行為", title="行為")
    heading: Text | None = Field(None, alias="見出し", title="「第1」などに続く部の見出し")
    clauses: tuple[FormClause, ...] = Field(alias="条項", title="条項", min_length=1)
