"""How what happened compares with what was planned: as planned, later or earlier, and by how much.

No more exact than the dates themselves: where one of them is only a month, the difference is in months.
"""

from dataclasses import dataclass

from macros.records.dates import CouncilDate


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
