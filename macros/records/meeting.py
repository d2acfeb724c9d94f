"""A meeting (会議) of the council or one of its subcommittees: its agenda in order, and the documents that record it.

Not what follows from it for a consultation; see `derived/deliberations.py`.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema

from macros.records.clause_number import ClauseNumber, Label, anchor, read_clause_number
from macros.records.consultation import Consultation
from macros.records.dates import Day
from macros.records.document import Document
from macros.records.record import Exemptions, Record, Text, Texts, matching, wrong
from macros.records.vocabulary import Id

KINDS = ("諮問", "答申の確認", "報告", "事後報告", "その他")


class ClosedGround(Record):
    """Why a part of a meeting was closed to the public."""

    legal_basis: Texts = Field(alias="根拠", title="非公開の根拠となる条", min_length=1)
    reason: Text | None = Field(None, alias="理由", title="非公開の理由")


class ConditionReport(Record):
    """What a report says of a condition of an earlier answer."""

    answer: Text = Field(alias="答申", title="答申のファイル名（.yml を除く）")
    label: Label = Field(alias="番号", title="条件の番号")
    state: Literal["守られている", "一部守られている", "守られていない", "確認中"] = Field(
        alias="状況", title="条件が守られているか"
    )
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")


class BlanketUse(Record):
    """The kind of case, approved beforehand, that a report belongs to."""

    answer: Text = Field(alias="答申", title="答申のファイル名（.yml を除く）")
    approval: Id = Field(alias="id", title="類型の id")


class AgendaItem(Record):
    """One item of the agenda; which of the five keys is there says what kind it is."""

    label: Label | None = Field(None, alias="番号", title="資料にある番号")
    consultations: Texts = Field((), alias="諮問", title="審議した諮問のファイル名")
    answers: Texts = Field((), alias="答申の確認", title="確認した答申のファイル名")
    report: Text | None = Field(None, alias="報告", title="報告の件名")
    later_report: Text | None = Field(None, alias="事後報告", title="事後報告の件名（諮問にかえて行うもの）")
    other: Text | None = Field(None, alias="その他", title="そのほかの議題")
    result: Text | None = Field(None, alias="結果", title="答申によらない結果（継続審議、取下げなど）")
    summary: Texts = Field((), alias="要旨", title="当サイトが要約した文章")
    operations: Texts = Field((), alias="業務", title="報告に関する業務")
    divisions: Texts = Field((), alias="所管", title="報告した所管課")
    legal_basis: Texts = Field((), alias="根拠", title="報告の根拠となる条")
    conditions: tuple[ConditionReport, ...] = Field((), alias="条件", title="報告した答申の条件")
    blanket: BlanketUse | None = Field(None, alias="類型", title="事前一括承認の類型")
    closed: ClosedGround | None = Field(None, alias="非公開", title="非公開とした根拠と理由")

    @model_validator(mode="before")
    @classmethod
    def _is_of_one_kind(cls, value: Any) -> Any:
        kinds = [key for key in KINDS if isinstance(value, dict) and value.get(key)]
        if len(kinds) != 1:
            fault = f"「{'」と「'.join(kinds)}」の両方があります" if kinds else "何についてかが書かれていません"
            raise wrong(f"この議題には{fault}。{'、'.join(KINDS)} のうち1つだけを書いてください。")
        return value

    @property
    def kind(self) -> str:
        """One of KINDS."""
        values = (self.consultations, self.answers, self.report, self.later_report, self.other)
        return next(kind for kind, value in zip(KINDS, values, strict=True) if value)

    @property
    def title(self) -> str | None:
        """The printed title of a report or other item; consultations and answers have titles of their own."""
        return self.report or self.later_report or self.other

    @property
    def anchor(self) -> str | None:
        """1 → agenda-1; None where the agenda prints no numbers."""
        return anchor("agenda", self.label) if self.label else None


class CitedClause(Record):
    """A clause as minutes cite it: 第1の2(1)."""

    text: Text
    number: ClauseNumber

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        number = read_clause_number(value) if isinstance(value, str) else None
        if number is None:
            raise wrong(f"「{value}」は条項として読めません。第1の5(1) や 5(1) のように書いてください。")
        return {"text": value, "number": number}

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:  # noqa: ARG003 — always written as text
        """The citation alone."""
        advice = "第1の5(1) や 5(1) のように書いてください。"
        return {"type": ["string", "number"], **matching("^(第[0-9０-９]+の)?[(（0-9０-９ア-ン①-⑳]", advice)}


class Passage(Record):
    """Where a document speaks of a consultation, and of which clauses."""

    place: Text = Field(alias="位置", title="資料の中の場所（12ページなど）")
    consultation: Text = Field(alias="諮問", title="諮問のファイル名（.yml を除く）")
    clauses: tuple[CitedClause, ...] = Field((), alias="該当", title="言及している条項")

    def speaks_of(self, consultation: Consultation, number: ClauseNumber | None = None) -> bool:
        """Whether it is about this consultation, and if a clause is given, about that."""
        is_about = self.consultation == consultation.id
        return is_about and (number is None or any(cited.number.anchor == number.anchor for cited in self.clauses))


class MeetingDocument(Document):
    """Minutes or another paper of a meeting."""

    passages: tuple[Passage, ...] = Field((), alias="言及", title="諮問に言及している箇所")


class Meeting(Record):
    """One sitting; its file name begins with its day and is its address."""

    id: SkipJsonSchema[Annotated[Text, Field(exclude=True)]] = ""
    held_on: Day = Field(alias="開催日", title="開催日")
    title: Text = Field(alias="件名", title="会議の名前")
    body: Text = Field("審議会", alias="会議体", title="審議会、部会、小委員会など")
    place: Text | None = Field(None, alias="場所", title="会場")
    openness: Literal["公開", "一部非公開", "非公開"] | None = Field(None, alias="公開", title="会議の公開")
    attendance: Text | None = Field(None, alias="傍聴", title="傍聴した人（3人、なし など）")
    closed: ClosedGround | None = Field(None, alias="非公開", title="会議を非公開とした根拠と理由")
    agenda: tuple[AgendaItem, ...] = Field(alias="議題", title="議題", min_length=1)
    documents: tuple[MeetingDocument, ...] = Field((), alias="資料", title="会議録などの公式の資料")
    notes: Texts = Field((), alias="注", title="当サイトの注")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")
