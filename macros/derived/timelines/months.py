"""A row of months, and where a date lies on it, in per cent of its width, as a picture needs it."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.records.dates import CouncilDate, japanese_year


@dataclass(frozen=True)
class Stretch:
    """A stretch of the row; per cent of its width."""

    start: float
    width: float

    @property
    def middle(self) -> float:
        """Half way."""
        return round(self.start + self.width / 2, 2)

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.start + self.width, 2)


@dataclass(frozen=True)
class Month:
    """One month of the row."""

    year: int
    month: int
    at: Stretch


@dataclass(frozen=True)
class Year:
    """The months of one calendar year that the row shows, with its name in both calendars."""

    japanese: str
    western: str
    at: Stretch


@dataclass(frozen=True)
class Months:
    """Whole months from `first` to `last`, counted as `CouncilDate.months` counts; each is equally wide."""

    first: int
    last: int

    def at(self, when: CouncilDate, until: CouncilDate | None = None) -> Stretch:
        """From the first day that `when` allows to the last that `until`, or `when` itself, does."""
        start, end = self._day(when.first_day), self._day((until or when).last_day, 1)
        return Stretch(round(start, 2), round(end - start, 2))

    @property
    def each(self) -> tuple[Month, ...]:
        """Every month, the earliest first."""
        return tuple(Month(n // 12, n % 12 + 1, self._months(n, 1)) for n in range(self.first, self.last + 1))

    @property
    def years(self) -> tuple[Year, ...]:
        """Every calendar year; named in the Japanese calendar after its last day shown."""
        return tuple(self._year(year) for year in range(self.first // 12, self.last // 12 + 1))

    def _year(self, year: int) -> Year:
        start, end = max(self.first, year * 12), min(self.last, year * 12 + 11)
        return Year(japanese_year(date(year, end % 12 + 1, 28)), f"{year}年", self._months(start, end - start + 1))

    def _day(self, day: date, whole: int = 0) -> float:
        """Where `day` begins; with `whole` 1, where it ends."""
        past = day.year * 12 + day.month - 1 - self.first
        return (past + (day.day - 1 + whole) / monthrange(day.year, day.month)[1]) * self._share

    def _months(self, start: int, count: int) -> Stretch:
        return Stretch(round((start - self.first) * self._share, 2), round(count * self._share, 2))

    @property
    def _share(self) -> float:
        return 100 / (self.last - self.first + 1)


def spanning(dates: Iterable[CouncilDate]) -> Months:
    """The months from the earliest to the latest of `dates`, of which there is at least one."""
    counted = [when.months for when in dates]
    return Months(min(counted), max(counted))
