"""Pages → the index that the browser reads: which pages, in which order, under which names. Searching is Pagefind's.

Public pages stay untouched. Names need not be sent to the browser one by one: they begin alike and count on.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.search.pagefind_format import Postings, write_engine, write_fragment, write_parts
from macros.search.postings import PageWords, spelling
from macros.search.spellings import KnownWords
from macros.search.text_extraction import IndexedPage


@dataclass(frozen=True)
class Index:
    """What must be known to read the index.

    `name` is what names of fragments begin with; a page's place in `pages` follows, in hexadecimal. `lengths` says for
    each page how many places of the index are its text, and how many after them its title.
    """

    name: str
    pages: Sequence[IndexedPage]
    lengths: Sequence[tuple[int, int]]


def in_lasting_order(pages: Iterable[IndexedPage]) -> list[IndexedPage]:
    """The pages that have text, in the order in which answers that fit equally well are shown."""
    return sorted((page for page in pages if page.sections), key=_rank)


def _rank(page: IndexedPage) -> tuple[bool, int, str]:
    """Consultations first, newest first; then everything else by address."""
    is_consultation = "number" in page.facts
    return not is_consultation, -(page.facts.get("number") or 0), page.address


def write_index(pages: Sequence[IndexedPage], known: KnownWords, site: Path) -> Index:
    """Write the index of `pages` into `site`/pagefind. Raises IndexingFailed with what is wrong."""
    output = site / "pagefind"
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir()
    words, lengths = _encoded(pages, known)
    start = _start(words, pages)
    fragments = [f"{start}a{place:x}" for place in range(len(pages))]
    (output / "fragment").mkdir()
    for name, page in zip(fragments, pages, strict=True):
        write_fragment(output / "fragment", name, page.address, _kept(page))
    write_engine(output, start, fragments, write_parts(words, output / "index", f"{start}b"))
    return Index(f"{start}a", pages, lengths)


def _encoded(pages: Sequence[IndexedPage], known: KnownWords) -> tuple[list[tuple[str, bytes]], list[tuple[int, int]]]:
    postings, page_words = Postings(), PageWords(pages, known)
    names: set[str] = set()
    lengths: list[tuple[int, int]] = []
    for place, page in enumerate(pages):
        places, length = page_words.of(page)
        postings.add(place, places)
        names.update(places)
        lengths.append(length)
    return list(postings.encoded(spelling(names))), lengths


def _start(words: Iterable[tuple[str, bytes]], pages: Iterable[IndexedPage]) -> str:
    """What all names begin with; it changes when anything does that the files hold.

    An index and a list of addresses of different days do not fit together, and so their names do not either.
    """
    digest = hashlib.sha256()
    for _, encoded in words:
        digest.update(encoded)
    for page in pages:
        digest.update(json.dumps([page.address, _kept(page)]).encode())
    return "zz_" + digest.hexdigest()[:8]


def _kept(page: IndexedPage) -> Mapping[str, Any]:
    """What a result shows of a page."""
    # What a 準用 repeats is kept once, where it stands first; a label (予定, 実際) with whatever new it announces.
    seen: set[str] = set()
    sections = []
    for section in page.sections:
        new = [block not in seen for block in section.blocks]
        own = [block for block, *keep in zip(section.blocks, new, [*new[1:], False], strict=True) if any(keep)]
        seen.update(own)
        sections.append([section.anchor, section.label, "\n".join(own)])
    facts = {name: value for name, value in page.facts.items() if name not in ("facets", "subjects")}
    return {"title": page.title, "sections": sections, **facts}
