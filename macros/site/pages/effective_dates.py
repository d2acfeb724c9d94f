"""The list of when handling begins: /schedules/starts/, in leaves when it is long."""

from collections.abc import Iterator

from macros.derived.timelines.effective_dates import Start, Unrecorded, by_year, starts_of, without_start
from macros.loading.archive import Archive
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves

_TITLE = "個人情報の取扱いが始まる時期"


def starts_pages(archive: Archive) -> Iterator[Page]:
    """Leaf by leaf, the latest start first; what says no start comes last."""
    rows: list[Start | Unrecorded] = [*starts_of(archive.consultations), *without_start(archive.consultations)]
    for leaf in leaves(rows, "schedules/starts/"):
        yield _page(leaf)


def _page(leaf: Leaf[Start | Unrecorded]) -> Page:
    title = f"{_TITLE}（{leaf.number}ページ）" if leaf.number else _TITLE
    return Page(
        address=leaf.address,
        title=title,
        description=f"{title}。諮問で意見を求めた取扱いがいつから始まる予定か、年度と月ごとに、根拠の条項とともにならべています。",
        template="schedules/starts.html",
        source="data/consultations/",
        context={
            "title": title,
            "leaf": leaf,
            "years": by_year([row for row in leaf.rows if isinstance(row, Start)]),
            "unrecorded": [row for row in leaf.rows if isinstance(row, Unrecorded)],
        },
    )
