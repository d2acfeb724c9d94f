"""A page for every meeting: /meetings/2021-12-24/."""

from collections.abc import Iterator

from macros.loading.archive import Archive
from macros.records.meeting import Meeting
from macros.search.facets import meeting_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import older_pages


def meeting_pages(archive: Archive) -> Iterator[Page]:
    """Oldest first; then the older leaves of their list, whose newest is written by hand."""
    for meeting in archive.meetings:
        yield meeting_page(meeting, archive)
    yield from older_pages("meetings", "会議", archive.meetings, lambda meeting: meeting.held_on.japanese)


def meeting_page(meeting: Meeting, archive: Archive) -> Page:
    """That of one meeting."""
    return Page(
        address=f"meetings/{meeting.id}/",
        title=f"{meeting.title}（{meeting.held_on.japanese}）",
        description=(
            f"{meeting.held_on.japanese}に開かれた{archive.council.council.name}の会議。"
            "議題、傍聴、会議録などの公式の資料をのせています。"
        ),
        template="meetings/detail.html",
        source=f"data/meetings/{meeting.id}.yml",
        context={"meeting": meeting},
        crumb=meeting.title,
        facts=meeting_facts(meeting),
    )
