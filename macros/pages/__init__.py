"""Which pages the records make. One module per kind of page; each yields its pages in a lasting order."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows
from macros.derived.history import History
from macros.loading.archive import Archive
from macros.pages.answer_choices import answer_choice_pages
from macros.pages.answers import answer_pages
from macros.pages.conditions import condition_pages
from macros.pages.consultations import consultation_pages
from macros.pages.linking import linking_pages
from macros.pages.meetings import meeting_pages
from macros.pages.page import Page
from macros.pages.schedules import schedule_pages
from macros.pages.starts import starts_pages
from macros.pages.versions import version_pages
from macros.pages.word_lists import word_list_pages
from macros.pages.words import KINDS, Kind, word_pages
from macros.records.dates import CouncilDate

__all__ = ["KINDS", "Kind", "Page", "changed_on", "pages"]


def pages(archive: Archive, references: CrossReferences, history: History) -> Iterator[Page]:
    """Every page that the records make, in a lasting order."""
    arrows = PartArrows(archive)
    yield from consultation_pages(references, arrows)
    yield from answer_pages(references)
    yield from answer_choice_pages(archive)
    yield from condition_pages(references)
    yield from meeting_pages(archive)
    yield from word_pages(references, arrows)
    yield from word_list_pages(references)
    yield from schedule_pages(archive)
    yield from version_pages(archive, history)
    yield from starts_pages(archive)
    yield from linking_pages(references, history)


def changed_on(page: Page, history: History) -> CouncilDate | None:
    """The day on which what stands on a page was last changed; None where no one date is true of it, or none is known."""
    return history.last_change(page.source, *page.also_from)
