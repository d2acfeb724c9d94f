"""A page for every meeting: /meetings/2021-12-24/."""

from collections.abc import Iterator

from macros.loading.archive import Archive
from macros.records.meeting import Meeting
from macros.search.facets import meeting_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves


def meeting_pages(archive: Archive) -> Iterator[Page]:
    """Oldest first; then the older leaves of their list, whose newest is written by hand."""
    for meeting in archive.meetings:
        yield meeting_page(meeting, archive)
    for leaf in leaves(archive.meetings[::-1], "meetings/")[1:]:
        yield _older(leaf)


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


def _older(leaf: Leaf[Meeting]) -> Page:
    title = f"会議の一覧（{leaf.number}ページ）"
    oldest, newest = leaf.rows[-1].held_on, leaf.rows[0].held_on
    return Page(
        address=leaf.address,
        title=title,
        description=f"{oldest.japanese}から{newest.japanese}までの会議の一覧です（{leaf.number}ページ）。",
        template="meetings/older.html",
        source="data/meetings/",
        context={"title": title, "leaf": leaf},
    )
