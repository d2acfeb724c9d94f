"""The picture of a schedule: a row of months, and on it every step, planned beside actual, body by body.

Places and words only; `overrides/schedules/_chart.html` draws it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.derived.timelines.months import Months, Stretch, spanning
from macros.records.absence import NOT_HELD
from macros.records.dates import CouncilDate
from macros.records.schedule import Schedule, Step


@dataclass(frozen=True)
class Row:
    """One step on the row of months; None where a date is not recorded."""

    step: Step
    planned: Stretch | None
    actual: Stretch | None

    @property
    def remark(self) -> str:
        """What stands beside the marks: the actual date, how far it is from the plan, ※ for a note."""
        if self.step.actual is None:
            return NOT_HELD
        outcome = self.step.outcome
        distance = f"（{outcome.short}）" if outcome and outcome.distance else ""
        end = f"〜{self.step.actual_end.within_year}" if self.step.actual_end else ""
        return f"{self.step.actual.within_year}{end}{distance}{'※' if self.step.notes else ''}"

    @property
    def remark_is_left(self) -> bool:
        """Whether the remark stands before the marks, for want of room after them."""
        return self.end > 60  # noqa: PLR2004 — per cent; the longest remark needs the rest on a phone

    @property
    def start(self) -> float:
        """Where the first of the marks begins, in per cent."""
        return min(mark.start for mark in (self.planned, self.actual) if mark)

    @property
    def end(self) -> float:
        """Where the last of the marks ends, in per cent."""
        return max(mark.end for mark in (self.planned, self.actual) if mark)


@dataclass(frozen=True)
class Group:
    """The steps of one body (会議体); `name` is None where the source names none."""

    name: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Chart:
    """A schedule as a picture."""

    months: Months
    groups: tuple[Group, ...]

    @property
    def has_notes(self) -> bool:
        """Whether some step has a note, so that the sign for it must be explained."""
        return any(row.step.notes for group in self.groups for row in group.rows)

    @property
    def summary(self) -> str:
        """The picture in one sentence, with every step that came later than planned."""
        rows = [row for group in self.groups for row in group.rows]
        later = [row.step for row in rows if row.step.outcome and row.step.outcome.is_later]
        delays = "、".join(f"{step.name}は{step.outcome.short}" for step in later if step.outcome)
        recorded = sum(1 for row in rows if row.actual)
        return f"全{len(rows)}件のうち、実際の日付がわかるのは{recorded}件です。" + (
            f"予定より遅くなったもの：{delays}。" if delays else "予定より遅くなった記録はありません。"
        )


def chart(schedule: Schedule) -> Chart | None:
    """The picture of `schedule`, steps without a body last; None when it has no steps."""
    if not schedule.steps:
        return None
    months = spanning(_dates(schedule))
    bodies = sorted(dict.fromkeys(step.body for step in schedule.steps), key=lambda body: body is None)
    return Chart(months, tuple(Group(body, tuple(_rows(schedule, body, months))) for body in bodies))


def _dates(schedule: Schedule) -> Iterator[CouncilDate]:
    for step in schedule.steps:
        yield from (date for date in (step.planned, step.actual, step.actual_end) if date)


def _rows(schedule: Schedule, body: str | None, months: Months) -> Iterator[Row]:
    for step in schedule.steps:
        if step.body == body:
            planned = months.at(step.planned) if step.planned else None
            yield Row(step, planned, months.at(step.actual, step.actual_end) if step.actual else None)
