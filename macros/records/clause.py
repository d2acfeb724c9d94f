"""A clause (条項) of a consultation: its printed number and heading, and what it says.

Prose is our condensed 要旨; everything else stands as printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from macros.records.clause_number import ClauseNumber, is_label, read_see
from macros.records.dates import AnyDate
from macros.records.items import Flow
from macros.records.record import Number, OneOrMore, Record, ShortRecord, Text, Texts, ValuePath, YesNo, matching, wrong
from macros.records.volume import Volume

UNDECIDED = "未定"


def _label(value: str) -> str:
    if not is_label(value):
        raise wrong(f"「{value}」は条項の番号として読めません。5、(1)、ア のように、原文の番号を書いてください。")
    return value


class See(Record):
    """A reference to another clause of the same document in place of a text (準用): 「第1の4のとおり」."""

    text: Text
    target: ClauseNumber
    restriction: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        read = read_see(value) if isinstance(value, str) else None
        if read is None:
            raise wrong(f"「{value}」は準用として読めません。「第1の4のとおり」のように書いてください。")
        target, restriction = read
        return {"text": value, "target": target, "restriction": restriction}

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:  # noqa: ARG003 — always written as text
        """The printed words alone."""
        advice = "「第1の4のとおり」のように書いてください。"
        return {"type": ["string", "number"], **matching("^(第[0-9０-９]+の)?[(（0-9０-９ア-ン①-⑳]", advice)}


class CounterpartyUse(ShortRecord):
    """A counterparty as a clause names it; `text` is the printed word where it differs from the name."""

    name: Text = Field(alias="名前", title="相手方の名前")
    text: Text | None = Field(None, alias="記載", title="原文での呼び方")
    SHORT: ClassVar[str] = "名前"
    OR_ELSE: ClassVar[tuple[str, ...]] = (UNDECIDED,)

    @property
    def is_undecided(self) -> bool:
        """Whether the source says 未定."""
        return self.name == UNDECIDED


class Period(Record):
    """From when, and for how long; `text` as printed, the dates for ordering and search."""

    text: Text = Field(alias="記載", title="原文の表現")
    start: AnyDate = Field(alias="開始", title="いつから")
    end: AnyDate | None = Field(None, alias="終了", title="いつまで")
    is_continuing: YesNo = Field(False, alias="継続", title="継続して行うか")


class PrecedentUse(ShortRecord):
    """An earlier 諮問 that a clause refers to, with the meeting where the source prints it."""

    number: Number = Field(alias="番号", title="諮問番号")
    meeting: Text | None = Field(None, alias="会議", title="原文に記された会議")
    SHORT: ClassVar[str] = "番号"


class Clause(Record):
    """One numbered clause. All but the number is optional; what is absent the source does not say."""

    label: Annotated[Text, AfterValidator(_label)] = Field(alias="番号", title="原文の番号")
    heading: Text | None = Field(None, alias="見出し", title="原文の見出し")
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")
    text: Texts = Field((), alias="記載", title="原文どおりの短い記載")
    see: See | None = Field(None, alias="準用", title="ほかの条項の準用")
    legal_basis: Texts = Field((), alias="根拠", title="根拠となる条")
    precedents: tuple[PrecedentUse, ...] = Field((), alias="前例", title="前例となる諮問")
    subjects: Texts = Field((), alias="対象", title="対象となる個人の範囲")
    flows: tuple[Flow, ...] = Field((), alias="流れ", title="個人情報の流れ")
    volume: Volume | None = Field(None, alias="件数", title="件数")
    counterparties: Annotated[tuple[CounterpartyUse, ...], OneOrMore()] = Field(
        (), alias="相手方", title="相手方・委託先"
    )
    place: Text | None = Field(None, alias="場所", title="個人情報を取り扱う場所")
    period: Period | None = Field(None, alias="期間", title="開始時期及び期間")
    certifications: Texts = Field((), alias="認証", title="認証・規格の名称")
    rules: Texts = Field((), alias="規程", title="規程・手順書の名称")
    notes: Texts = Field((), alias="注", title="当サイトの注")
    children: tuple["Clause", ...] = Field((), alias="細目", title="(1)、(2) などの条項")

    def within(self, above: ClauseNumber, at: ValuePath) -> Iterator["NumberedClause"]:
        """This clause and its children with their full numbers; `above` is the number of the parent."""
        number = ClauseNumber(above.part, (*above.labels, self.label))
        yield NumberedClause(number=number, clause=self, at=at)
        for position, child in enumerate(self.children):
            yield from child.within(number, (*at, "細目", position))


@dataclass(frozen=True, slots=True)
class NumberedClause:
    """A clause with its full official number and its place in the YAML file. Derived, so there is nothing to validate."""

    number: ClauseNumber
    clause: Clause
    at: tuple[str | int, ...]
