"""Dates in both calendars, as precise as their source."""

from datetime import date

import pytest

from macros.records.dates import CouncilDate, fiscal_year, japanese_year


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2021, 12, 24), "令和3年"),
        (date(2019, 5, 1), "令和元年"),
        (date(2019, 4, 30), "平成31年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1926, 12, 24), "1926年"),
    ],
)
def test_a_year_belongs_to_its_era(day: date, year: str) -> None:
    assert japanese_year(day) == year


def test_a_date_says_no_more_than_its_source() -> None:
    assert CouncilDate(2022, 5, part="下旬").japanese == "令和4年5月下旬"
    assert CouncilDate(2022, 5, part="下旬").iso == "2022-05"
    assert CouncilDate(2022, 4, 1).western == "2022年4月1日"


def test_dates_are_ordered_by_the_first_day_they_allow() -> None:
    written = [CouncilDate(2022, 5, part="下旬"), CouncilDate(2022, 5, 20), CouncilDate(2022, 5)]
    assert sorted(written) == [CouncilDate(2022, 5), CouncilDate(2022, 5, 20), CouncilDate(2022, 5, part="下旬")]


def test_january_belongs_to_the_fiscal_year_before() -> None:
    assert fiscal_year(date(2022, 3, 31)) == 2021
    assert fiscal_year(date(2022, 4, 1)) == 2022
