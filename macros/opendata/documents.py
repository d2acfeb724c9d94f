"""All documents of an archive, each made once. The lists and the files are the exports' business."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from macros.archive import Archive
from macros.cross_references import CrossReferences
from macros.opendata.consultations import consultation_document
from macros.opendata.links import Links
from macros.opendata.schedules import schedule_document
from macros.opendata.shapes import Document
from macros.opendata.words import KINDS, word_document


class Documents:
    """By kind (the first part of every address), in the order of the archive."""

    def __init__(self, archive: Archive, references: CrossReferences) -> None:
        self.archive = archive
        self.links = Links(archive, references)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Document, ...]]:
        """{"consultations": (…), "items": (…), …}."""
        return dict(self._kinds())

    def _kinds(self) -> Iterator[tuple[str, tuple[Document, ...]]]:
        yield "consultations", tuple(consultation_document(each, self.links) for each in self.archive.consultations)
        for kind in KINDS:
            entries = self.links.references.words(kind).entries
            yield kind, tuple(word_document(kind, entry, self.links) for entry in entries)
        yield "schedules", tuple(schedule_document(each, self.links) for each in self.archive.schedules)
