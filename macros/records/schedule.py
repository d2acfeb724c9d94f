"""A schedule: what was planned, what happened, where each is known from, and how the two compare."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from macros.records.clause import Clause, NumberedClause
from macros.records.clause_number import ClauseNumber
from macros.records.dates import AnyDate, CouncilDate, Day
from macros.records.document import Document
from macros.records.record import Exemptions, Record, Text, Texts, YesNo
from macros.records.vocabulary import Id


@dataclass(frozen=True)
class Outcome:
    """The distance from plan to fact; above zero is later. `unit` is what the two dates allow: か月, 旬 or 日."""

    distance: int
    unit: str

    @property
    def is_later(self) -> bool:
        """Whether it happened later than planned."""
        return self.distance > 0

    @property
    def short(self) -> str:
        """For a picture: 1か月おくれ, 3日早い, 予定どおり."""
        if self.distance == 0:
            return "予定どおり"
        return f"{abs(self.distance)}{self.unit}{'おくれ' if self.is_later else '早い'}"

    @property
    def sentence(self) -> str:
        """予定より1か月遅くなりました。"""
        if self.distance == 0:
            return "予定どおりでした。" if self.unit == "日" else "予定の時期のうちでした。"
        return f"予定より{abs(self.distance)}{self.unit}{'遅く' if self.is_later else '早く'}なりました。"


def compare(planned: CouncilDate, actual: CouncilDate) -> Outcome:
    """Days between two days; between anything vaguer the months, and none where the two may be the same time."""
    if planned.day and actual.day:
        return Outcome((actual.first_day - planned.first_day).days, "日")
    if actual.first_day <= planned.last_day and planned.first_day <= actual.last_day:
        return Outcome(0, "か月")
    if actual.months != planned.months:
        return Outcome(actual.months - planned.months, "か月")
    return Outcome(_third(actual) - _third(planned), "旬")


def _third(of: CouncilDate) -> int:
    """上旬 0, 中旬 1, 下旬 2."""
    return min((of.first_day.day - 1) // 10, 2)


class _Identified(Record):
    id: Id = Field(alias="id", title="この資料の中で使う半角の名前")


class Source(Document, _Identified):
    """A document that a date is known from."""

    is_official: YesNo = Field(True, alias="公式", title="国や自治体の資料か")

    def worth_for(self, last: CouncilDate) -> str:
        """How far it can be relied on for something that ended at `last`: whose it is, and whether it was written after."""
        if not self.is_official:
            return "公式ではない資料"
        if self.written is None:
            return "書かれた時期がわからない公式の資料"
        if self.written.first_day >= last.first_day:
            return "後から書かれた公式の資料"
        return "前もって書かれた公式の資料（見込み）"


class Step(Record):
    """One step: planned, done, or both. At least one of the two dates is known."""

    id: Id = Field(alias="id", title="アドレスに使う半角の名前")
    body: Text | None = Field(None, alias="会議体", title="会議体")
    content: Text = Field(alias="内容", title="内容")
    planned: AnyDate | None = Field(None, alias="予定", title="予定の時期")
    planned_source: Text | None = Field(None, alias="予定の出典", title="予定の出典の id")
    remark: Text | None = Field(None, alias="注記", title="原文の注記")
    actual: AnyDate | None = Field(None, alias="実績", title="実際の日付")
    actual_end: AnyDate | None = Field(None, alias="実績の終わり", title="実際に終わった日付（期間のとき）")
    actual_source: Text | None = Field(None, alias="実績の出典", title="実績の出典の id")
    notes: Texts = Field((), alias="注", title="当サイトの注")

    @property
    def known(self) -> CouncilDate:
        """When it took place or, where that is not recorded, when it was planned for."""
        date = self.actual or self.planned
        assert date is not None  # noqa: S101 — checking/schedules.py sees to it
        return date

    @property
    def known_end(self) -> CouncilDate:
        """When it ended: another day than it began only for what took a while."""
        return self.actual_end or self.known

    @property
    def outcome(self) -> Outcome | None:
        """How the actual date compares with the plan; None where one of the two is not recorded."""
        return compare(self.planned, self.actual) if self.planned and self.actual else None

    @property
    def name(self) -> str:
        """As printed in a list of dates: 審議会（答申）."""
        return f"{self.body}（{self.content}）" if self.body else self.content


class Schedule(Record):
    """A document with a schedule; its file name is its address."""

    id: SkipJsonSchema[Annotated[Text, Field(exclude=True)]] = ""
    title: Text = Field(alias="件名", title="件名")
    short_name: Text | None = Field(None, alias="略称", title="ページの見出しにする短い名前")
    document_date: Day = Field(alias="資料日", title="資料の日付")
    sources: tuple[Source, ...] = Field(alias="出典", title="出典")
    clauses: tuple[Clause, ...] = Field((), alias="条項", title="条項")
    steps: tuple[Step, ...] = Field(alias="日程", title="日程")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")

    @property
    def name(self) -> str:
        """What its page is called."""
        return self.short_name or self.title

    def source(self, source_id: str | None) -> Source | None:
        """The source with this id."""
        return next((source for source in self.sources if source.id == source_id), None)

    def worth_of(self, step: Step) -> str | None:
        """How good the source of the actual date of `step` is; None where there is no such date."""
        source = self.source(step.actual_source) if step.actual else None
        return source.worth_for(step.known_end) if source else None

    @property
    def last(self) -> Step | None:
        """What it all leads to: the latest step, by its actual date where that is recorded; None without steps."""
        return max(self.steps, key=lambda step: step.known, default=None)

    @property
    def numbered_clauses(self) -> tuple[NumberedClause, ...]:
        """Every clause with its number, in printed order."""
        return tuple(
            numbered
            for position, clause in enumerate(self.clauses)
            for numbered in clause.within(ClauseNumber(None, ()), ("条項", position))
        )
