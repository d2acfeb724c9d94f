"""Which pages the records make. One module per kind of page; each yields its pages in a lasting order."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows
from macros.derived.history import History
from macros.loading.archive import Archive
from macros.records.dates import CouncilDate
from macros.site.pages.answer_choices import answer_choice_pages
from macros.site.pages.answers import answer_page, answer_pages
from macros.site.pages.conditions import condition_pages
from macros.site.pages.consultations import consultation_page, consultation_pages
from macros.site.pages.effective_dates import starts_pages
from macros.site.pages.linking import linking_pages
from macros.site.pages.meetings import meeting_page, meeting_pages
from macros.site.pages.mine import mine_page
from macros.site.pages.page import Page
from macros.site.pages.schedules import schedule_pages
from macros.site.pages.versions import version_pages
from macros.site.pages.vocabulary_detail import word_pages
from macros.site.pages.vocabulary_list import word_list_pages

__all__ = ["Page", "changed_on", "pages"]


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
    yield from mine_page(references)


def changed_on(page: Page, history: History) -> CouncilDate | None:
    """The day on which what stands on a page was last changed; None where no one date is true of it, or none is known."""
    return history.last_change(page.source, *page.also_from)


def page_of_file(path: str, references: CrossReferences) -> Page | None:
    """`path` is relative to `data/`: consultations/948.yml. None for what has no page of its own, such as words."""
    archive, name = references.archive, PurePosixPath(path).stem
    match PurePosixPath(path).parts[0]:
        case "consultations":
            consultation = references.deliberations.consultation(name)
            return consultation_page(consultation, references, PartArrows(archive)) if consultation else None
        case "answers":
            answer = references.deliberations.answer(name)
            return answer_page(answer, references) if answer else None
        case "meetings":
            meeting = next((listed for listed in archive.meetings if listed.id == name), None)
            return meeting_page(meeting, archive) if meeting else None
    return None
