"""Calendar files, read back by a parser that did not write them, and byte by byte as RFC 5545 asks."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import vobject

from macros.derived.cross_references import CrossReferences
from macros.exports.calendars import calendars
from macros.exports.export import Exported
from macros.loading.archive import Archive
from macros.records.schedule import Schedule
from tests import finished

FOLDER = "schedules/2023-law-change"


@pytest.fixture(scope="module")
def schedule(archive: Archive) -> Schedule:
    return archive.schedules[0]


def _events(path: Path) -> dict[str, Any]:
    calendar = vobject.readOne(path.read_bytes().decode("utf-8"))
    calendar.validate(raiseException=True)
    return {event.uid.value: event for event in calendar.vevent_list}


def test_one_file_holds_every_step_and_each_step_has_its_own(site: Path, schedule: Schedule) -> None:
    together = _events(site / FOLDER / "all.ics")
    assert len(together) == len(schedule.steps) == 18
    for step in schedule.steps:
        (uid,) = _events(site / FOLDER / f"{step.id}.ics")
        assert uid == f"2023-law-change.{step.id}@shimon.example"
        assert uid in together


def test_each_event_links_back_to_its_entry(site: Path) -> None:
    page = finished.page(site, FOLDER)
    for event in _events(site / FOLDER / "all.ics").values():
        address = urlsplit(event.url.value)
        assert address.path == f"/{FOLDER}/"
        assert page.find(id=address.fragment)


@pytest.mark.parametrize(
    ("step", "first", "last", "status", "summary"),
    [
        ("council-consultation-2022-02", "2022-02-10", "2022-02-10", "CONFIRMED", "【実際】審議会（諮問）"),
        (
            "council-answer-2022-06",
            "2022-07-01",
            "2022-07-31",
            "CONFIRMED",
            "【実際】審議会（答申）（7月。日は資料に記載なし）",
        ),
        ("policy-meeting-2022-07", "2022-07-01", "2022-07-31", "TENTATIVE", "【予定】政策会議（7月。日は未定）"),
    ],
)
def test_an_event_is_as_long_as_what_is_known(
    site: Path, step: str, first: str, last: str, status: str, summary: str
) -> None:
    (event,) = _events(site / FOLDER / f"{step}.ics").values()
    assert event.dtstart.value == date.fromisoformat(first)
    assert event.dtend.value - timedelta(days=1) == date.fromisoformat(last)
    assert (event.status.value, event.summary.value, event.transp.value) == (status, summary, "TRANSPARENT")


def test_a_description_says_both_dates_and_where_they_are_known_from(site: Path, schedule: Schedule) -> None:
    (event,) = _events(site / FOLDER / "council-answer-2022-06.ics").values()
    assert event.description.value.splitlines() == [
        schedule.title,
        "予定：令和4年6月（2022年6月）　出典：上記件名の資料（令和3年12月24日）",
        "実際：令和4年7月（2022年7月）　出典：世田谷区情報公開・個人情報保護審議会「令和3年個人情報保護法改正に伴う世田谷区における個人情報保護制度等の見直しに向けての考え方について 答申」（令和4年7月）",
        "予定より1か月遅くなりました。",
        "https://shimon.example/schedules/2023-law-change/#council-answer-2022-06",
    ]
    (event,) = _events(site / FOLDER / "policy-meeting-2022-07.ics").values()
    assert "実際：このサイトに未収録" in event.description.value.splitlines()


def test_the_stamp_comes_from_the_data_and_moves_when_something_happened(site: Path) -> None:
    events = _events(site / FOLDER / "all.ics")
    stamps = {uid.split("@")[0].split(".")[1]: event.dtstamp.value.isoformat() for uid, event in events.items()}
    assert stamps["policy-meeting-2022-07"] == "2021-12-23T15:00:00+00:00"
    assert stamps["enforcement-2023-04"] == "2023-03-31T15:00:00+00:00"


def test_lines_end_and_fold_as_the_standard_asks(site: Path) -> None:
    for path in (site / FOLDER).glob("*.ics"):
        content = path.read_bytes()
        assert content.endswith(b"END:VCALENDAR\r\n")
        lines = content.split(b"\r\n")
        assert not [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75]
        assert all(line.decode("utf-8") is not None for line in lines)


def test_text_with_commas_line_ends_and_commands_stays_text(mihon: Archive) -> None:
    (schedule,) = mihon.schedules
    text = "素案, 改訂; 1\\2\nEND:VEVENT\r\nX-EVIL:1"
    step = schedule.steps[0].model_copy(update={"content": text, "body": None})
    hostile = replace(mihon, schedules=(schedule.model_copy(update={"steps": (step,)}),))
    files = list(calendars(Exported(hostile, CrossReferences(hostile))))
    assert [file.path for file in files] == ["schedules/revision/all.ics", "schedules/revision/draft.ics"]
    (event,) = vobject.readOne(files[0].content.decode("utf-8")).vevent_list
    assert event.summary.value.replace("\r", "") == f"【実際】{text}".replace("\r", "")
    assert b"\r\nX-EVIL" not in files[0].content
