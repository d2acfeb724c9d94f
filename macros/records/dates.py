"""Dates as councils write them: a day, a month, or 「5月下旬」, in both calendars.

Not a clock: nothing here knows what day it is today.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, WithJsonSchema

from macros.records.record import matching, wrong

_WRITTEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?: (上旬|中旬|下旬|頃))?")

# First days of the eras: 元号法 and 元号を改める政令.
_ERAS = ((date(2019, 5, 1), "令和"), (date(1989, 1, 8), "平成"), (date(1926, 12, 25), "昭和"))
_INITIALS = {"令和": "R", "平成": "H", "昭和": "S"}
_NEARLY = re.compile(
    r"(?:(令和|平成|昭和|[RHS])\s?(\d{1,2}|元)|(\d{4}))\s?[年./-]\s?(0?[1-9]|1[0-2])(?:\s?月|(?:\s?[月./-]\s?(\d{1,2})日?))"
)


def japanese_year(day: date) -> str:
    """The year of `day` in the Japanese calendar: 令和3年, 平成元年."""
    for first_day, era in _ERAS:
        if day >= first_day:
            year = day.year - first_day.year + 1
            return f"{era}{'元' if year == 1 else year}年"
    return f"{day.year}年"


def fiscal_year(day: date) -> int:
    """The Japanese fiscal year (April to March) that `day` falls into."""
    return day.year if day >= date(day.year, 4, 1) else day.year - 1


def fiscal_year_name(year: int) -> str:
    """令和3年度（2021年度）, named after its 1 April."""
    return f"{japanese_year(date(year, 4, 1))}度（{year}年度）"


@dataclass(frozen=True)
class CouncilDate:
    """A date as precise as its source: year and month, perhaps a day, perhaps a third of the month."""

    year: int
    month: int
    day: int | None = None
    part: str | None = None

    @property
    def first_day(self) -> date:
        """The earliest day that the words allow; used for ordering."""
        of_part = {"中旬": 11, "下旬": 21}.get(self.part or "", 1)
        return date(self.year, self.month, self.day or of_part)

    @property
    def last_day(self) -> date:
        """The latest day that the words allow: 2022-06 ends on the 30th, its 上旬 on the 10th."""
        of_part = {"上旬": 10, "中旬": 20}.get(self.part or "", monthrange(self.year, self.month)[1])
        return date(self.year, self.month, self.day or of_part)

    @property
    def months(self) -> int:
        """The month as a number that counts on from year to year."""
        return self.year * 12 + self.month - 1

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as known: 2022-04-01 or 2022-04."""
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @property
    def japanese(self) -> str:
        """令和4年5月下旬."""
        return japanese_year(self.first_day) + self.within_year

    @property
    def western(self) -> str:
        """2022年5月下旬."""
        return f"{self.year}年{self.within_year}"

    @property
    def within_year(self) -> str:
        """5月下旬, 4月1日."""
        return f"{self.month}月" + (f"{self.day}日" if self.day else "") + (self.part or "")

    def __lt__(self, other: "CouncilDate") -> bool:
        return self.first_day < other.first_day

    def __le__(self, other: "CouncilDate") -> bool:
        return self.first_day <= other.first_day

    def __gt__(self, other: "CouncilDate") -> bool:
        return self.first_day > other.first_day

    def __ge__(self, other: "CouncilDate") -> bool:
        return self.first_day >= other.first_day


def _meant(value: Any) -> str:
    """A question that names the date, where another way of writing one was used; else nothing."""
    match = _NEARLY.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
    if match is None:
        return ""
    era, of_era, western, month, day = match.groups()
    began = next((first_day.year for first_day, name in _ERAS if era in (name, _INITIALS[name])), 0)
    year = int(western) if western else began - 1 + int(of_era.replace("元", "1"))
    return f"「{year}-{int(month):02}{f'-{int(day):02}' if day else ''}」ではありませんか。"


def _read(value: Any) -> Any:
    match = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        advice = _meant(value) or "2022-04-01、2022-04、2022-05 下旬 のように書いてください。"
        raise wrong(f"「{value}」は日付として読めません。{advice}")
    year, month, day, part = match.groups()
    written = CouncilDate(int(year), int(month), int(day) if day else None, part)
    try:
        written.first_day  # noqa: B018 — asking is what checks that the day exists
    except ValueError:
        raise wrong(f"「{value}」という日はありません。暦を確かめてください。") from None
    return written


def _read_day(value: Any) -> Any:
    written = _read(value)
    if written.day is None or written.part:
        raise wrong(f"「{value}」は日までわかりません。2021-12-17 のように年月日で書いてください。")
    return written


_DAY = matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2021-12-17 のように年月日で書いてください。")
_ANY_DATE = matching(
    "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?( (上旬|中旬|下旬|頃))?$",
    "2022-04-01、2022-04、2022-05 下旬 のように書いてください。",
)

AnyDate: TypeAlias = Annotated[CouncilDate, BeforeValidator(_read), WithJsonSchema({"type": "string", **_ANY_DATE})]
Day: TypeAlias = Annotated[CouncilDate, BeforeValidator(_read_day), WithJsonSchema({"type": "string", **_DAY})]
