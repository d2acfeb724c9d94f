"""When the handling that a consultation asks about begins: year by year, month by month.

From the clauses 開始時期及び期間, said or by reference (準用); nothing is inferred where there is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.records.clause import Period
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation, Part
from macros.records.dates import CouncilDate, fiscal_year, fiscal_year_name


@dataclass(frozen=True)
class PartStart:
    """A part, and the clause that says when its handling begins; `see` is where that clause leads (準用)."""

    part: Part
    number: ClauseNumber
    see: ClauseNumber | None


@dataclass(frozen=True)
class Start:
    """The parts of a consultation that begin together."""

    consultation: Consultation
    period: Period
    parts: tuple[PartStart, ...]


@dataclass(frozen=True)
class Unrecorded:
    """The parts of a consultation of which no clause says when they begin."""

    consultation: Consultation
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class MonthOfStarts:
    """What begins in one calendar month, in order of the earliest day that the words allow."""

    month: CouncilDate
    starts: tuple[Start, ...]


@dataclass(frozen=True)
class YearOfStarts:
    """What begins in one fiscal year (April to March)."""

    year: int
    months: tuple[MonthOfStarts, ...]

    @property
    def name(self) -> str:
        """令和4年度（2022年度）."""
        return fiscal_year_name(self.year)

    @property
    def count(self) -> int:
        """How many consultations begin in it, wholly or in part."""
        return len({start.consultation.id for month in self.months for start in month.starts})


def starts_of(consultations: Sequence[Consultation]) -> tuple[Start, ...]:
    """Every start, the latest first."""
    starts = [start for consultation in consultations for start in _starts(consultation)]
    return tuple(sorted(starts, key=lambda start: start.period.start.first_day)[::-1])


def by_year(starts: Sequence[Start]) -> tuple[YearOfStarts, ...]:
    """Starts of which the latest comes first: the latest fiscal year first, in it the earliest month first."""
    years = groupby(reversed(starts), key=lambda start: fiscal_year(start.period.start.first_day))
    return tuple(YearOfStarts(year, tuple(_months(group))) for year, group in years)[::-1]


def without_start(consultations: Sequence[Consultation]) -> tuple[Unrecorded, ...]:
    """The consultations that do not say of some part when it begins, newest first."""
    left = (
        Unrecorded(consultation, tuple(part for part in consultation.parts if consultation.period_of(part) is None))
        for consultation in reversed(consultations)
    )
    return tuple(unrecorded for unrecorded in left if unrecorded.parts)


def _months(starts: Iterator[Start]) -> Iterator[MonthOfStarts]:
    for months, group in groupby(starts, key=lambda start: start.period.start.months):
        yield MonthOfStarts(CouncilDate(months // 12, months % 12 + 1), tuple(group))


def _starts(consultation: Consultation) -> Iterator[Start]:
    together: dict[Period, list[PartStart]] = {}
    for part in consultation.parts:
        for period, start in _said(consultation, part):
            together.setdefault(period, []).append(start)
    for period, parts in together.items():
        yield Start(consultation, period, tuple(parts))


def _said(consultation: Consultation, part: Part) -> Iterator[tuple[Period, PartStart]]:
    for numbered in part.numbered_clauses():
        see = numbered.clause.see.target if numbered.clause.see else None
        for stated in consultation.said_by(numbered.clause):
            if stated.period:
                yield stated.period, PartStart(part, numbered.number, see)
