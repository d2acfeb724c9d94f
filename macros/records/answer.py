"""An answer (答申・意見書): what the council concluded about one or many consultations, act by act.

Not the status of a consultation, which follows from all answers and meetings; see `derived/deliberations.py`.
"""

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema

from macros.records.clause_number import Label, anchor
from macros.records.consultation import Consultation, Part
from macros.records.dates import Day
from macros.records.document import Document
from macros.records.kinds import NAMED_IN
from macros.records.record import NAMED, Exemptions, Number, Record, Text, Texts
from macros.records.vocabulary import Id


class Conclusion(Record):
    """What the answer says of one act; without an act, of every act of the consultation."""

    act: Text | None = Field(None, alias="行為", title="行為（書かなければすべての行為）")
    part_number: Number | None = Field(None, alias="部の番号", title="同じ行為の部が2つ以上あるとき、第n の n")
    word: Text = Field(alias="結論", title="結論")

    def is_about(self, part: Part) -> bool:
        """Whether this part of a consultation is concluded here."""
        return self.act in (None, part.act) and self.part_number in (None, part.number)


class Answered(Record):
    """One of the consultations that an answer answers."""

    consultation: Text = Field(alias="諮問", title="諮問のファイル名（.yml を除く）")
    conclusions: tuple[Conclusion, ...] = Field(alias="結論", title="行為ごとの結論", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("結論"), str):
            return {**value, "結論": [{"結論": value["結論"]}]}
        return value

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """The conclusion may be one word for every act."""
        by_act = mapping["properties"]["結論"]
        word = {NAMED: NAMED_IN["Conclusion.word"]}
        return mapping | {"properties": mapping["properties"] | {"結論": {"anyOf": [word, by_act]}}}

    def conclusion_of(self, part: Part) -> Conclusion | None:
        """What is concluded about this part; a conclusion that names its act comes before one for all."""
        concluding = [conclusion for conclusion in self.conclusions if conclusion.is_about(part)]
        return min(
            concluding, key=lambda candidate: (candidate.part_number is None, candidate.act is None), default=None
        )


class Condition(Record):
    """A condition or remark (条件・付帯意見) that later reports can name by its printed number."""

    label: Label = Field(alias="番号", title="原文の番号")
    kind: Text = Field("条件", alias="種類", title="条件・付帯意見など")
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")
    text: Texts = Field((), alias="記載", title="原文どおりの短い記載")
    consultations: Texts = Field((), alias="諮問", title="この条件がかかる諮問（書かなければすべて）")
    acts: Texts = Field((), alias="行為", title="この条件がかかる行為（書かなければすべて）")

    @property
    def anchor(self) -> str:
        """(1) → condition-1."""
        return anchor("condition", self.label)


class BlanketApproval(Record):
    """A kind of case (類型) that the council approves beforehand; each case is only reported later."""

    id: Id = Field(alias="id", title="報告から指すための半角の名前")
    name: Text = Field(alias="名前", title="類型の名前")
    act: Text = Field(alias="行為", title="行為")
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")


class Answer(Record):
    """One 答申; its file name is its identity and its address."""

    id: SkipJsonSchema[Annotated[Text, Field(exclude=True)]] = ""
    number: Number | None = Field(None, alias="答申番号", title="答申番号")
    kind: Text = Field("答申", alias="種類", title="答申・意見書など")
    title: Text | None = Field(None, alias="件名", title="件名")
    answered_on: Day = Field(alias="答申日", title="答申日")
    answered: tuple[Answered, ...] = Field(alias="諮問", title="答えた諮問と結論", min_length=1)
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")
    conditions: tuple[Condition, ...] = Field((), alias="条件", title="条件・付帯意見")
    blanket_approvals: tuple[BlanketApproval, ...] = Field((), alias="事前一括承認", title="類型による事前一括承認")
    sources: tuple[Document, ...] = Field(alias="出典", title="出典", min_length=1)
    notes: Texts = Field((), alias="注", title="当サイトの注")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")

    @property
    def name(self) -> str:
        """答申第2号, or by its day where the council gives no numbers."""
        return f"{self.kind}第{self.number}号" if self.number else f"{self.answered_on.japanese}の{self.kind}"

    def about(self, consultation: Consultation) -> Answered | None:
        """What it says of this consultation."""
        return next((answered for answered in self.answered if answered.consultation == consultation.id), None)

    def conditions_on(self, consultation: Consultation) -> tuple[Condition, ...]:
        """The conditions that bind this consultation."""
        return tuple(
            condition
            for condition in self.conditions
            if consultation.id in (condition.consultations or (consultation.id,))
        )

    def condition(self, label: str) -> Condition | None:
        """The condition with this printed number."""
        return next((condition for condition in self.conditions if condition.label == label), None)

    def blanket_approval(self, approval_id: str) -> BlanketApproval | None:
        """The kind of case with this id."""
        return next(
            (approval for approval in self.blanket_approvals if approval.id == approval_id),
            None,
        )
