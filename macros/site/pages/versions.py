"""A page for every version of a consultation: /consultations/948/versions/85dfa1d85272/, for minutes that must not shift."""

from collections.abc import Iterator, Mapping

from macros.derived.history import History, Version
from macros.derived.history.old_records import Content
from macros.loading.archive import Archive
from macros.records.consultation import Consultation
from macros.records.record import Record
from macros.records.retired import Retired
from macros.site.pages.page import Page

_TEMPLATES = {
    "readable": "consultations/version.html",
    "unreadable": "consultations/version_unreadable.html",
    "withheld": "consultations/version_withheld.html",
}


def version_pages(archive: Archive, history: History) -> Iterator[Page]:
    """Record by record, newest first. The version that is shown now is not read a second time."""
    taken_back = {entry.page: entry for entry in archive.retired if entry.is_withheld}
    for present in archive.consultations:
        past = history.of("consultations", present.id)
        for version in past.versions:
            content = (
                Content(present) if version == past.current and not history.is_withheld(version) else version.content
            )
            if content:
                yield _page(present, version, content, taken_back)


def _page(present: Consultation, version: Version, content: Content, taken_back: Mapping[str, Retired]) -> Page:
    name = _name(content.record) or present.name
    address = f"consultations/{version.name}/versions/{version.id}/"
    return Page(
        address=address,
        title=f"{name}（{version.day.japanese}の版 {version.id}）",
        description=f"{name}の記録の、{version.day.japanese}（{version.day.western}）の版です。内容はあとから変わりません。",
        template=_TEMPLATES[content.state],
        source=f"data/consultations/{present.id}.yml",
        context={
            "consultation": content.record,
            "text": content.text,
            "version": version,
            "present": present,
            "entry": taken_back.get(address),
        },
        is_listed=False,
    )


def _name(record: Record | None) -> str:
    return record.name if isinstance(record, Consultation) else ""
