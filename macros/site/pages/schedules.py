"""A page for every schedule: /schedules/2023-law-change/."""

from collections.abc import Iterator

from macros.derived.timelines.chart import chart
from macros.loading.archive import Archive
from macros.records.schedule import Schedule
from macros.site.pages.page import Page


def schedule_pages(archive: Archive) -> Iterator[Page]:
    """By file name."""
    for schedule in archive.schedules:
        yield _page(schedule)


def _page(schedule: Schedule) -> Page:
    return Page(
        address=f"schedules/{schedule.id}/",
        title=schedule.name,
        description=f"{schedule.title}。予定と実際の日付を、和暦と西暦でならべた年表です。",
        template="schedules/detail.html",
        source=f"data/schedules/{schedule.id}.yml",
        context={"schedule": schedule, "chart": chart(schedule)},
    )
