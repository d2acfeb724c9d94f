"""Open data: the archive as programs read it. English keys, full addresses, one document for each thing.

The shapes are promised: what is once published under `schema_version` 1 is only ever added to. Each document is made
when it is asked for and then let go: thousands never stand in memory at once.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from macros.derived.cross_references import CrossReferences
from macros.exports.open_data.answers import answer_document
from macros.exports.open_data.consultations import consultation_document
from macros.exports.open_data.links import Links
from macros.exports.open_data.meetings import meeting_document
from macros.exports.open_data.schedules import schedule_document
from macros.exports.open_data.shapes import Document
from macros.exports.open_data.vocabulary import word_document
from macros.loading.archive import Archive
from macros.records.kinds import WITH_PAGES


class Documents:
    """By kind (the first part of every address), in the order of the archive."""

    def __init__(self, archive: Archive, references: CrossReferences) -> None:
        links = Links(archive, references)
        self._kinds: dict[str, tuple[tuple[Any, ...], Callable[[Any, Links], Document]]] = {
            "consultations": (archive.consultations, consultation_document),
            "answers": (archive.answers, answer_document),
            "meetings": (archive.meetings, meeting_document),
            **{kind.name: (references.words(kind.name).entries, partial(word_document, kind)) for kind in WITH_PAGES},
            "schedules": (archive.schedules, schedule_document),
        }
        self._links = links

    @property
    def counts(self) -> Mapping[str, int]:
        """How many documents there are of each kind; a kind without any is there too."""
        return {kind: len(records) for kind, (records, _) in self._kinds.items()}

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        """Every document with its kind, made anew each time."""
        for kind, (records, make) in self._kinds.items():
            for record in records:
                yield kind, make(record, self._links)


__all__ = ["Documents"]
