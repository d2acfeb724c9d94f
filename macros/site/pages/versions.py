"""A page for every version of a consultation: /consultations/948/versions/85dfa1d85272/, for minutes that must not shift."""

from collections.abc import Iterator

from macros.derived.history import History, Version
from macros.derived.history.old_records import Content
from macros.loading.archive import Archive
from macros.records.consultation import Consultation
from macros.records.record import Record
from macros.site.pages.page import Page

_TEMPLATES = {
    "readable": "consultations/version.html",
    "unreadable": "consultations/version_unreadable.html",
    "withheld": "consultations/version_withheld.html",
}


def version_pages(archive: Archive, history: History) -> Iterator[Page]:
    """Record by record, newest first. The version that is shown now is not read a second time."""
    for present in archive.consultations:
        found = history.of("consultations", present.id)
        for version in found.versions:
            content = Content(present) if version == found.current else version.content
            if content:
                yield _page(present, version, content)


def _page(present: Consultation, version: Version, content: Content) -> Page:
    name = _name(content.record) or present.name
    return Page(
        address=f"consultations/{version.name}/versions/{version.id}/",
        title=f"{name}（{version.day.japanese}の版 {version.id}）",
        description=f"{name}の記録の、{version.day.japanese}（{version.day.western}）の版です。内容はあとから変わりません。",
        template=_TEMPLATES[content.state],
        source=f"data/consultations/{present.id}.yml",
        context={"consultation": content.record, "text": content.text, "version": version, "present": present},
        is_listed=False,
    )


def _name(record: Record | None) -> str:
    return record.name if isinstance(record, Consultation) else ""
