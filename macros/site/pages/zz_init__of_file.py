"""The page that shows one file of the archive: what its author looks at after saving. Lists follow with the whole site."""

from pathlib import PurePosixPath

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows
from macros.site.pages.answers import answer_page
from macros.site.pages.consultations import consultation_page
from macros.site.pages.meetings import meeting_page
from macros.site.pages.page import Page


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
            meeting = next((each for each in archive.meetings if each.id == name), None)
            return meeting_page(meeting, archive) if meeting else None
    return None
