"""Links to minutes whose publisher has since given such documents addresses of another form. Asks no network.

Municipalities renew their web sites; then every older address of a series is likely dead, long before the weekly
`shimon links` meets a server that admits it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.commands.zz_archive_notices__notice import Notice
from macros.loading.archive import Archive
from macros.records.document import Document

_COUNTED = re.compile(r"[0-9０-９〇一二三四五六七八九十元]+")


@dataclass(frozen=True)
class _Linked:
    file: str
    document: Document
    checked: date

    @property
    def series(self) -> tuple[str, str]:
        """令和3年度第1回会議録 and 令和4年度第2回会議録 of one publisher are one series."""
        return self.document.publisher or "", _COUNTED.sub("0", self.document.name)

    @property
    def form(self) -> str:
        """The address without what differs from one document to the next: numbers and the file's own name."""
        address = urlsplit(self.document.address or "")
        folder, _, name = address.path.rpartition("/")
        ending = name.rpartition(".")[2] if "." in name else ""
        return f"{address.scheme}://{address.netloc}{_COUNTED.sub('0', folder)}/…{'.' if ending else ''}{ending}"


def moved_documents(archive: Archive) -> Iterator[Notice]:
    """Each link of a form that its series had given up before the first link of another form was checked."""
    by_series: dict[tuple[str, str], list[_Linked]] = defaultdict(list)
    for linked in _linked(archive):
        by_series[linked.series].append(linked)
    for series in by_series.values():
        yield from _given_up(series)


def _given_up(series: list[_Linked]) -> Iterator[Notice]:
    newest = max(series, key=lambda linked: linked.checked)
    since = min(linked.checked for linked in series if linked.form == newest.form)
    for linked in series:
        still_used = any(other.form == linked.form and other.checked >= since for other in series)
        if not still_used:
            yield Notice(
                linked.file,
                f"「{linked.document.name}」のアドレス {linked.document.address} は、古い形かもしれません。"
                f"同じ種類の資料は、{since.isoformat()} から {newest.form} の形です。"
                "開けるか確かめ、アドレスと「確認日」を直してください。",
            )


def _linked(archive: Archive) -> Iterator[_Linked]:
    for meeting in archive.meetings:
        yield from _each(f"meetings/{meeting.id}.yml", meeting.documents)
    for answer in archive.answers:
        yield from _each(f"answers/{answer.id}.yml", answer.sources)


def _each(file: str, documents: Iterable[Document]) -> Iterator[_Linked]:
    for document in documents:
        if document.address and document.checked_on:
            yield _Linked(file, document, document.checked_on.first_day)
