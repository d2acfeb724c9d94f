"""Time: planned beside actual, no more exact than the source; and when the handling of data begins."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import Tag

from macros.derived.timelines.chart import chart
from macros.derived.timelines.effective_dates import by_year, starts_of, without_start
from macros.derived.timelines.months import Months, spanning
from macros.loading.archive import Archive
from macros.records.consultation import Consultation
from macros.records.dates import CouncilDate
from macros.records.schedule import compare
from macros.site.pages.effective_dates import starts_pages
from tests import finished
from tests.windows import Window

JUNE, JULY = CouncilDate(2022, 6), CouncilDate(2022, 7)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (CouncilDate(2022, 6), "2022-06-01", "2022-06-30"),
        (CouncilDate(2024, 2), "2024-02-01", "2024-02-29"),
        (CouncilDate(2022, 5, None, "上旬"), "2022-05-01", "2022-05-10"),
        (CouncilDate(2022, 5, None, "中旬"), "2022-05-11", "2022-05-20"),
        (CouncilDate(2022, 5, None, "下旬"), "2022-05-21", "2022-05-31"),
        (CouncilDate(2022, 4, 1), "2022-04-01", "2022-04-01"),
    ],
    ids=lambda value: getattr(value, "japanese", value),
)
def test_a_date_is_as_long_as_its_words_allow(date: CouncilDate, first: str, last: str) -> None:
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("planned", "actual", "said"),
    [
        (JUNE, JULY, "予定より1か月遅くなりました。"),
        (JULY, JUNE, "予定より1か月早くなりました。"),
        (CouncilDate(2022, 12), CouncilDate(2023, 2, 3), "予定より2か月遅くなりました。"),
        (JUNE, CouncilDate(2022, 6, 30), "予定の時期のうちでした。"),
        (CouncilDate(2022, 6, 1), CouncilDate(2022, 6, 16), "予定より15日遅くなりました。"),
        (CouncilDate(2022, 6, 1), CouncilDate(2022, 6, 1), "予定どおりでした。"),
        (CouncilDate(2022, 6, None, "上旬"), CouncilDate(2022, 6, 25), "予定より2旬遅くなりました。"),
        (CouncilDate(2022, 6, None, "上旬"), JUNE, "予定の時期のうちでした。"),
    ],
)
def test_a_delay_is_no_more_exact_than_its_dates(planned: CouncilDate, actual: CouncilDate, said: str) -> None:
    assert compare(planned, actual).sentence == said


def test_every_month_of_the_picture_is_equally_wide() -> None:
    months = spanning([CouncilDate(2021, 5, 19), CouncilDate(2023, 4)])
    assert len(months.each) == 24
    assert [(year.japanese, year.western) for year in months.years] == [
        ("令和3年", "2021年"),
        ("令和4年", "2022年"),
        ("令和5年", "2023年"),
    ]
    assert months.at(CouncilDate(2021, 5)).start == 0
    assert months.at(CouncilDate(2023, 4)).end == pytest.approx(100, abs=0.01)
    assert {month.at.width for month in months.each} == {4.17}


def test_a_day_lies_where_it_falls_in_its_month() -> None:
    months = Months(JUNE.months, JULY.months)
    assert months.at(CouncilDate(2022, 6, 16)).start == 25
    assert months.at(JULY).start == 50
    assert months.at(CouncilDate(2022, 7, 31)).end == 100


def test_the_law_change_in_one_sentence_and_by_body(archive: Archive) -> None:
    drawn = chart(archive.schedules[0])
    assert drawn
    assert drawn.summary == (
        "全18件のうち、実際の日付がわかるのは8件です。予定より遅くなったもの：審議会（答申）は1か月おくれ。"
    )
    assert [group.name for group in drawn.groups] == [
        "審議会",
        "企画総務常任委員会",
        "令和5年第1回区議会定例会",
        None,
    ]
    assert sum(len(group.rows) for group in drawn.groups) == len(archive.schedules[0].steps)


def _text(tag: Tag) -> str:
    return re.sub(r"\s", "", tag.get_text())


def test_the_picture_says_in_words_what_it_shows(site: Path, archive: Archive) -> None:
    page = finished.page(site, "schedules/2023-law-change")
    rows = page.select(".chart__row")
    assert len(rows) == len(archive.schedules[0].steps)
    for row in rows:
        picture = row.select_one("svg[role=img] > title")
        link = row.select_one("a[href^='#']")
        assert picture and link
        step = page.find(id=str(link["href"]).removeprefix("#"))
        assert isinstance(step, Tag)
        for said in re.findall(r"令和[^。]+", picture.get_text()):
            assert said in step.get_text()
    late = [row for row in rows if row.select_one(".chart__remark--differs")]
    assert [_text(row)[:2] for row in late] == ["答申"]


def test_every_step_is_a_heading_and_the_page_is_called_by_a_short_name(site: Path, archive: Archive) -> None:
    page = finished.page(site, "schedules/2023-law-change")
    steps = [step.name for step in archive.schedules[0].steps]
    headings = [finished.words(heading) for heading in page.select(".timeline__step > h3")]
    assert len(headings) == len(steps) and all(map(str.startswith, headings, steps))
    assert len(finished.words(page.h1)) <= 24


def test_every_date_has_its_source_and_every_gap_is_said(site: Path, archive: Archive) -> None:
    page = finished.page(site, "schedules/2023-law-change")
    for step in archive.schedules[0].steps:
        entry = page.find(id=step.id)
        assert isinstance(entry, Tag)
        dates = ((step.planned, "資料に記載なし"), (step.actual, "このサイトに未収録"))
        for moment, (date, absent) in zip(entry.select(".timeline__moment dd"), dates, strict=True):
            if date is None:
                assert _text(moment) == absent
            else:
                assert f"{date.japanese}（{date.western}）" in _text(moment)
                assert moment.select_one("a[href^='#source-']")
        assert entry.select_one(f"a[href='{step.id}.ics']") and entry.select_one(f"a[href='#{step.id}']")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_marks_lie_under_their_months(width: int, window: Window, address: str) -> None:
    page = window(address, width).go("/schedules/2023-law-change/")
    row = page.locator(".chart__row", has=page.locator("a[href='#enforcement-2023-04']"))
    frame, mark = row.locator("svg").bounding_box(), row.locator("circle").bounding_box()
    axis = page.locator(".chart__month", has_text="4").last.bounding_box()
    assert frame and mark and axis
    assert frame["y"] <= mark["y"] and mark["y"] + mark["height"] <= frame["y"] + frame["height"]
    assert abs(mark["x"] + mark["width"] / 2 - axis["x"] - axis["width"] / 2) <= frame["width"] / 24
    assert mark["x"] + mark["width"] <= width


def test_starts_are_grouped_by_fiscal_year_and_month(archive: Archive) -> None:
    found = {
        (year.year, month.month.iso): [start.consultation.number for start in month.starts]
        for year in by_year(starts_of(archive.consultations))
        for month in year.months
    }
    assert found == {
        (2022, "2022-04"): [948, 949, 951],
        (2022, "2022-05"): [950],
        (2021, "2021-12"): [947],
        (2021, "2022-01"): [945, 946],
        (2021, "2022-02"): [952],
    }


def test_a_start_leads_to_the_clause_that_says_it_even_by_reference(archive: Archive) -> None:
    starts = [
        start for year in by_year(starts_of(archive.consultations)) for month in year.months for start in month.starts
    ]
    of_949 = next(start for start in starts if start.consultation.number == 949)
    assert [(str(each.number), each.see and str(each.see)) for each in of_949.parts] == [
        ("第1の12", None),
        ("第2の9", "第1の12"),
        ("第3の9", "第1の12"),
    ]


def test_parts_that_begin_apart_stand_apart(archive: Archive) -> None:
    of_949 = next(record for record in archive.consultations if record.number == 949)
    first, second, third = of_949.parts
    clause = next(clause for clause in first.clauses if clause.period)
    assert clause.period
    later = clause.period.model_copy(update={"start": CouncilDate(2023, 1), "text": "令和5年1月から"})
    moved = second.model_copy(update={"clauses": (clause.model_copy(update={"period": later}),)})
    silent = third.model_copy(update={"clauses": ()})
    changed: Consultation = of_949.model_copy(update={"parts": (first, moved, silent)})
    (year,) = by_year(starts_of([changed]))
    assert [(month.month.iso, [len(start.parts) for start in month.starts]) for month in year.months] == [
        ("2022-04", [1]),
        ("2023-01", [1]),
    ]
    assert year.count == 1
    assert [(each.consultation.number, len(each.parts)) for each in without_start([changed])] == [(949, 1)]


def test_what_says_no_start_is_listed_as_such(site: Path, archive: Archive) -> None:
    assert [each.consultation.number for each in without_start(archive.consultations)] == [944]
    unrecorded = finished.page(site, "schedules/starts").find(id="unrecorded")
    assert isinstance(unrecorded, Tag)
    assert "諮問第944号" in unrecorded.get_text() and "このサイトに未収録" in _text(unrecorded)


def test_a_long_list_goes_on_in_leaves_and_ends_with_what_says_no_start(archive: Archive) -> None:
    many = tuple(archive.consultations[n % 9].model_copy(update={"id": str(n), "number": n}) for n in range(1, 451))
    pages = list(starts_pages(replace(archive, consultations=many)))
    assert [page.address for page in pages] == [
        "schedules/starts/",
        "schedules/starts/pages/3/",
        "schedules/starts/pages/2/",
        "schedules/starts/pages/1/",
    ]
    assert sum(len(page.context["leaf"].rows) for page in pages) == 450
    assert [len(page.context["unrecorded"]) for page in pages] == [0, 0, 0, 50]


def test_the_starts_are_found_from_home(site: Path) -> None:
    assert finished.page(site, "/").select_one("main a[href$='schedules/starts/']")


def test_the_step_that_a_schedule_leads_to_is_its_latest(archive: Archive) -> None:
    (schedule,) = archive.schedules
    assert schedule.last is not None
    assert schedule.last.id == "enforcement-2023-04"
    assert schedule.model_copy(update={"steps": ()}).last is None


def test_an_actual_date_says_how_good_its_source_is(site: Path) -> None:
    page = finished.page(site, "schedules/2023-law-change")
    worth = {
        "enforcement-2023-04": "後から書かれた公式の資料",
        "public-comment-2022-09": "前もって書かれた公式の資料（見込み）",
        "national-decree-2022-04": "公式ではない資料",
    }
    for step, words in worth.items():
        assert _text(page.select_one(f"#{step} .timeline__worth")) == words
    assert not page.select("#policy-meeting-2022-07 .timeline__worth")


def test_a_period_is_said_with_both_its_ends_and_lasts_in_the_calendar(site: Path) -> None:
    page = finished.page(site, "schedules/2023-law-change")
    step = page.select_one("#public-comment-2022-09")
    assert "令和4年9月15日（2022年9月15日）から令和4年10月6日（2022年10月6日）まで" in _text(step)
    event = (site / "schedules/2023-law-change/public-comment-2022-09.ics").read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20220915" in event and "DTEND;VALUE=DATE:20221007" in event
