"""A finished page → its text, block by block, under the anchor that leads to it. Knows HTML, not the index.

What counts as text is what a reader sees in `main`: scripts, hidden parts and `data-search-ignore` do not.

The texts of all pages of a build, on disk: beside the records they would fill the memory, and the index needs them later.
"""

import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from tempfile import NamedTemporaryFile
from typing import Any

from lxml import etree

_BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 td th dt dd div section article main tr table ul ol dl blockquote pre summary details "
    "figcaption aside nav header footer".split()
)
_PICTURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)  # holds no text of its own that is not beside it
_SILENT = frozenset(("script", "style", "template"))


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks below one anchor; `label` is its heading, as `data-search-label` or the heading says."""

    anchor: str
    label: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """What the index knows of one page."""

    address: str
    title: str
    sections: tuple[Section, ...]
    facts: dict[str, Any]

    @property
    def blocks(self) -> Iterator[str]:
        """All text blocks in reading order."""
        for section in self.sections:
            yield from section.blocks


def extract(html: str, address: str, facts: dict[str, Any]) -> IndexedPage:
    """The text of the finished page `html`."""
    start, end = html.index("<main"), html.index("</main>") + len("</main>")
    drawn = _PICTURE.sub("", html[start:end])
    main = etree.HTML(drawn)[0][0]  # html, body
    walk = _Walk()
    walk.enter(main)
    walk.end_block()
    title: str = main.xpath("string(.//h1)")
    return IndexedPage(address, " ".join(title.split()), tuple(walk.sections()), facts)


def named(address: str, title: str, names: tuple[str, ...], facts: dict[str, Any]) -> IndexedPage:
    """A page that is found by `names` alone, for its text repeats what other pages say; without names not at all."""
    sections = (Section("", "", names),) if names else ()
    return IndexedPage(address, title, sections, facts)


class _Walk:
    """One pass over the elements of a page, in reading order."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._current: list[str] = []

    def sections(self) -> Iterator[Section]:
        for anchor, label, blocks in self._found:
            if blocks:
                yield Section(anchor, label, tuple(blocks))

    def enter(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT or _is_ignored(element):
            return
        is_block = element.tag in _BLOCKS
        if is_block:
            self.end_block()
        label = element.get("data-search-label")
        if label is not None:
            self._found.append((element.get("id", ""), label, []))
        self._text(element.text)
        for child in element:
            self.enter(child)
            self._text(child.tail)
        if is_block:
            self.end_block()

    def _text(self, text: str | None) -> None:
        if text:
            self._current.append(text)

    def end_block(self) -> None:
        block = " ".join("".join(self._current).split())
        if block:
            self._found[-1][2].append(sys.intern(block))  # most stand on many pages
        self._current.clear()


def _is_ignored(element: etree._Element) -> bool:
    return element.get("hidden") is not None or element.get("data-search-ignore") is not None


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
