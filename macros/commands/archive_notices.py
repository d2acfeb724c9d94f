"""What staff may want to look at, though nothing is wrong. Not problems (`checking/`): such an archive is published."""

from collections.abc import Iterator
from datetime import date

from macros.commands.zz_archive_notices__dates import early_papers
from macros.commands.zz_archive_notices__moved import moved_documents
from macros.commands.zz_archive_notices__notice import Notice
from macros.commands.zz_archive_notices__precedents import missing_precedents
from macros.commands.zz_archive_notices__unpublished import unpublished
from macros.commands.zz_archive_notices__unsaid import empty_clauses
from macros.commands.zz_archive_notices__waiting import overdue
from macros.commands.zz_archive_notices__words import doubtful_words
from macros.derived.cross_references import CrossReferences

__all__ = ["Notice", "notices"]


def notices(references: CrossReferences, today: date) -> Iterator[Notice]:
    """All of them: of the site, of the vocabulary, of consultations, of links."""
    yield from unpublished(references.archive.council.site)
    yield from doubtful_words(references)
    yield from missing_precedents(references)
    yield from early_papers(references.archive)
    yield from empty_clauses(references.archive)
    yield from overdue(references, today)
    yield from moved_documents(references.archive)
