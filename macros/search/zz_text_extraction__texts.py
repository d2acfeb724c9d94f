"""The texts of all pages of a build, on disk: beside the records they would fill the memory, and the index needs them later."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sys import intern
from tempfile import NamedTemporaryFile

from macros.search.text_extraction import IndexedPage, Section


class Texts:
    """Takes one page after another. The file goes with the object."""

    def __init__(self) -> None:
        self._file = NamedTemporaryFile(prefix="shimon-texts-")  # noqa: SIM115 — open as long as the build

    def append(self, page: IndexedPage) -> None:
        """Add the text of a page."""
        pickle.dump(page, self._file, pickle.HIGHEST_PROTOCOL)

    @property
    def path(self) -> Path:
        """Where all that was added can be read."""
        self._file.flush()
        return Path(self._file.name)


def read_texts(path: Path) -> Iterator[IndexedPage]:
    """The pages in the order in which they were added. Blocks that stand on many pages are one text again."""
    with path.open("rb") as file:
        while file.peek(1):
            page: IndexedPage = pickle.load(file)  # noqa: S301 — written by this build
            yield replace(page, sections=tuple(map(_shared, page.sections)))


def _shared(section: Section) -> Section:
    return replace(section, blocks=tuple(map(intern, section.blocks)))
