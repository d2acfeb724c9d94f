"""A consultation (諮問): what the ward asked its council, part by part, and the questions a reader has.

Not the answer to it, nor anything that needs another record; see `derived/cross_references.py` for those. What a part
says by reference (準用) is worked out once: every list that names it asks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from macros.records.absence import NOT_HELD, NOT_IN_PAPER
from macros.records.clause import Clause, CounterpartyUse, NumberedClause, Period
from macros.records.clause_number import ClauseNumber, read_clause_number
from macros.records.dates import Day
from macros.records.document import Document
from macros.records.items import Flow
from macros.records.record import Exemptions, Number, Record, Text, Texts, ValuePath, wrong


@dataclass(frozen=True)
class Said:
    """The clauses of a part in printed order, those referred to in the place of the reference; one may come twice."""

    clauses: tuple[Clause, ...]

    @cached_property
    def counterparties(self) -> tuple[CounterpartyUse, ...]:
        """Each once."""
        return tuple(dict.fromkeys(use for clause in self.clauses for use in clause.counterparties))

    @cached_property
    def period(self) -> Period | None:
        """From when the handling begins; None where nothing says so."""
        return next((clause.period for clause in self.clauses if clause.period), None)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Whom it concerns, as printed, each once."""
        return tuple(dict.fromkeys(text for clause in self.clauses for text in clause.subjects))

    @cached_property
    def item_names(self) -> tuple[str, ...]:
        """The items that are handled, as printed, each once."""
        return tuple(dict.fromkeys(use.name for flow in self.flows for _, use in flow.items.uses()))

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Each as often as a clause states it or refers to it."""
        return tuple(flow for clause in self.clauses for flow in clause.flows)


class Office(Record):
    """Who is addressed or who asks: a body, a post and the person in it."""

    body: Text | None = Field(None, alias="機関", title="機関")
    post: Text | None = Field(None, alias="職", title="職名")
    person: Text | None = Field(None, alias="氏名", title="氏名")


class Overview(Record):
    """The unnumbered 事業の概要 at the head of a document."""

    heading: Text = Field(alias="見出し", title="原文の見出し")
    summary: Texts = Field(alias="要旨", title="当サイトが要約した文章")
    purpose_at: Number = Field(1, alias="目的の段落", title="何のためにかを述べている、要旨の何番目かの段落")
    legal_basis: Texts = Field((), alias="根拠", title="概要で言及された条")

    @model_validator(mode="after")
    def _has_that_paragraph(self) -> "Overview":
        if self.purpose_at > len(self.summary):
            raise wrong(f"要旨は{len(self.summary)}段落です。「目的の段落」には、その中の番号を書いてください。")
        return self

    @property
    def purpose(self) -> str:
        """The paragraph that says what for."""
        return self.summary[self.purpose_at - 1]


class Attachment(Record):
    """A figure or paper that the document names."""

    name: Text = Field(alias="名前", title="資料の名前")
    note: Text | None = Field(None, alias="注", title="当サイトの注")


class Correction(Record):
    """A suspected error of the source text, corrected in the open."""

    place: Text = Field(alias="箇所", title="どこを")
    original: Text = Field(alias="原文", title="原文の文字")
    corrected: Text = Field(alias="訂正", title="訂正した文字")
    reason: Text = Field(alias="理由", title="訂正の理由")


class Part(Record):
    """A part (第1, 第2 …): one act each. Its number is None in a document without 第n."""

    number: Number | None = Field(None, alias="番号", title="第n の n")
    heading: Text | None = Field(None, alias="見出し", title="原文の見出し")
    subtitle: Text | None = Field(None, alias="副題", title="見出しの下の（ ）の中")
    act: Text = Field(alias="行為", title="行為")
    operations: Texts = Field((), alias="業務", title="この部だけの業務")
    source_operations: Texts = Field((), alias="元の業務", title="目的外利用の元となる業務")
    clauses: tuple[Clause, ...] = Field((), alias="条項", title="条項")

    def numbered_clauses(self, at: ValuePath = ()) -> Iterator[NumberedClause]:
        """Every clause at any depth, in printed order."""
        for position, clause in enumerate(self.clauses):
            yield from clause.within(ClauseNumber(self.number, ()), (*at, "条項", position))


class Consultation(Record):
    """One 諮問. Its file name is its identity and its address (DESIGN.md §3)."""

    STAND_INS: ClassVar[Mapping[str, Any]] = {
        "諮問日": "2000-01-01",
        "件名": "件名",
        "宛先": {},
        "諮問者": {},
        "根拠": [],
        "業務": [],
    }

    id: SkipJsonSchema[Annotated[Text, Field(exclude=True)]] = ""
    number: Number | None = Field(None, alias="諮問番号", title="諮問番号")
    mark: Text | None = Field(None, alias="符号", title="番号のかわりに資料にある符号（【令3-1】、ア など）")
    consulted_on: Day = Field(alias="諮問日", title="諮問日")
    document_date: Day | None = Field(None, alias="資料日", title="資料の日付")
    title: Text = Field(alias="件名", title="件名")
    subtitle: Text | None = Field(None, alias="副題", title="件名の下の（ ）の中")
    addressee: Office = Field(alias="宛先", title="宛先")
    author: Office = Field(alias="諮問者", title="諮問者")
    body: Literal["収録", "未収録"] = Field("収録", alias="本文", title="本文の収録")
    legal_basis: Texts = Field(alias="根拠", title="諮問の根拠となる条")
    operations: Texts = Field(alias="業務", title="業務")
    divisions: Texts = Field((), alias="所管", title="所管課")
    overview: Overview | None = Field(None, alias="概要", title="事業の概要")
    parts: tuple[Part, ...] = Field(alias="部", title="部（第1、第2 …）", min_length=1)
    sources: tuple[Document, ...] = Field((), alias="出典", title="この諮問の資料")
    attachments: tuple[Attachment, ...] = Field((), alias="付属資料", title="付属資料")
    corrections: tuple[Correction, ...] = Field((), alias="訂正", title="原文の誤記の訂正")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")

    @property
    def name(self) -> str:
        """諮問第948号; 諮問【令3-1】 or the title where the council gives no numbers."""
        if self.number:
            return f"諮問第{self.number}号"
        return f"諮問{self.mark}" if self.mark else self.title

    @property
    def subject(self) -> str | None:
        """What it is about, beside its name; None where the name says that already."""
        return (self.subtitle or self.title) if self.number or self.mark else None

    @property
    def absent(self) -> str:
        """What stands where it says nothing: that the paper does not say it, or that the body is not held."""
        return NOT_IN_PAPER if self.is_body_recorded else NOT_HELD

    @property
    def is_body_recorded(self) -> bool:
        """Whether more than the cover sheet is in the source."""
        return self.body == "収録"

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The acts of its parts, each once, in printed order."""
        return tuple(dict.fromkeys(part.act for part in self.parts))

    @cached_property
    def numbered_clauses(self) -> tuple[NumberedClause, ...]:
        """Every clause of every part with its full number, in printed order."""
        return tuple(
            numbered for position, part in enumerate(self.parts) for numbered in part.numbered_clauses(("部", position))
        )

    @cached_property
    def item_names(self) -> tuple[str, ...]:
        """Every item of every flow as printed, each once, in printed order."""
        flows = (flow for numbered in self.numbered_clauses for flow in numbered.clause.flows)
        return tuple(dict.fromkeys(use.name for flow in flows for _, use in flow.items.uses()))

    @cached_property
    def counterparty_names(self) -> tuple[str, ...]:
        """Every counterparty of every part, itself or by reference, each once; 未定 where one is undecided."""
        return tuple(dict.fromkeys(use.name for said in self._said_by_part for use in said.counterparties))

    @property
    def has_undecided_counterparty(self) -> bool:
        """Whether a clause says of its counterparty 未定."""
        return any(use.is_undecided for numbered in self.numbered_clauses for use in numbered.clause.counterparties)

    def clause(self, number: ClauseNumber) -> Clause | None:
        """The clause with this official number, if the document has it."""
        return self._by_anchor.get(number.anchor)

    def anchor_of(self, cited: str) -> str | None:
        """The anchor of the clause that 「第1の5(1)」 cites, if the document has it."""
        number = read_clause_number(cited)
        return number.anchor if number and self.clause(number) else None

    def said_by(self, clause: Clause) -> Iterator[Clause]:
        """What `clause` says: itself, or where it only refers (準用), the clause referred to with all below it."""
        if clause.see is None:
            yield clause
            return
        target = self.clause(clause.see.target)
        for stated in (target, *target.children) if target else ():
            yield from self.said_by(stated)

    def parties_of(self, part: Part) -> tuple[CounterpartyUse, ...]:
        """The counterparties that a part names, itself or by reference."""
        return self._said(part).counterparties

    def period_of(self, part: Part) -> Period | None:
        """From when a part's handling begins, as it says itself or by reference; None where it does not."""
        return self._said(part).period

    def subjects_of(self, part: Part) -> tuple[str, ...]:
        """Whom a part concerns, as printed, itself or by reference."""
        return self._said(part).subjects

    def item_names_of(self, part: Part) -> tuple[str, ...]:
        """The items that a part handles, as printed, itself or by reference."""
        return self._said(part).item_names

    def flows_of(self, part: Part) -> tuple[Flow, ...]:
        """The flows that a part states, itself or by reference."""
        return self._said(part).flows

    def _said(self, part: Part) -> Said:
        return self._said_by_part[self.parts.index(part)]

    @cached_property
    def _said_by_part(self) -> tuple[Said, ...]:
        return tuple(
            Said(tuple(stated for numbered in part.numbered_clauses() for stated in self.said_by(numbered.clause)))
            for part in self.parts
        )

    @cached_property
    def _by_anchor(self) -> dict[str, Clause]:
        return {numbered.number.anchor: numbered.clause for numbered in self.numbered_clauses}
