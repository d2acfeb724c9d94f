"""Pagefind's own binary, run over some pages at a time: as many as keep its memory below 700 MB.

Whether Pagefind wrote all that it meant to. On a full disk it leaves files short or out and reports success.
A page as Pagefind shall read it: words that stand for its text, its title and the names that it is about.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from macros.search import folding
from macros.search.lexicon import KnownWords
from macros.search.text_extraction import IndexedPage

_NAMED = re.compile(rb"zz_[0-9a-f]+")  # every part by its hash, after the language that indexing.py gives
_PACKED = ("*.pf_meta", "*.pagefind", "index/*", "fragment/*")
_LAST_WORDS = b"export{"


def is_whole(output: Path) -> bool:
    """Every packed file can be unpacked (gzip carries a checksum), and every part that the index names is there."""
    present: set[bytes] = set()
    named: set[bytes] = set()
    has_engine = False
    try:
        for path in (path for kind in _PACKED for path in output.glob(kind)):
            content = gzip.decompress(path.read_bytes())
            present.add(path.stem.encode())
            named.update(_NAMED.findall(content) if path.suffix == ".pf_meta" else ())
            has_engine |= path.suffix == ".pagefind" and bool(content)
        program = (output / "pagefind.js").read_bytes()
    except (OSError, EOFError):
        return False
    return bool(named) and named <= present and has_engine and _ends_well(program)


def _ends_well(program: bytes) -> bool:
    return program.rstrip().endswith(b"};") and _LAST_WORDS in program[-200:]


# Stands twice between blocks, so that no text runs over their border: the browser asks for every second pair, and one
# place alone would stand for the pair that it leaves out.
BREAK = "x"
_BETWEEN = (BREAK, BREAK)

# Most blocks stand on many pages: headings, set phrases, names.
_folded = lru_cache(maxsize=100_000)(folding.fold)
_whole = cache(folding.whole)


@dataclass(frozen=True)
class Source:
    """The source of a page, and how many of its words are the page's text, and then its title."""

    html: str
    lengths: tuple[int, int]


class Sources:
    """Makes the sources of pages. `pages` are all that the index will have."""

    def __init__(self, pages: Iterable[IndexedPage], known: KnownWords) -> None:
        self._standing = Counter(block for page in pages for block in set(map(_folded, page.blocks)))
        self._known = lru_cache(maxsize=20_000)(known.within)

    def source(self, page: IndexedPage) -> Source:
        """The source of one of the pages."""
        # A block that stands twice (準用 repeats whole clauses) is found no better for being indexed twice.
        text = self._words(sorted(set(map(_folded, page.blocks)), key=self._order))
        title = self._words([_folded(page.title)])
        subjects = self._words([_folded(name) for name in page.facts.get("subjects", [])])
        # No known language: a known one would bring a stemmer or a segmenter.
        html = f'<html lang="zz"><body data-pagefind-body><p>{text} {title} {subjects}</p></body></html>'
        return Source(html, (text.count(" ") + 1, title.count(" ") + 1))

    def _order(self, block: str) -> tuple[int, int, str]:
        """What stands on most pages first, then by length: places in the index repeat themselves and pack far better."""
        return -self._standing[block].bit_length(), len(block), block

    def _words(self, blocks: Sequence[str]) -> str:
        """Every pair in its place; then each character and each known word once."""
        once = set().union(*blocks, *map(self._known, blocks))
        return " ".join((*map(_pairs, blocks), *map(_whole, sorted(once))))


@lru_cache(maxsize=100_000)
def _pairs(block: str) -> str:
    return " ".join((*_BETWEEN, *folding.pairs(block)))


# Pagefind takes some 600 bytes of memory for each character of a page that stands in its source.
_PORTION = 1_000_000

Portion = Sequence[tuple[int, IndexedPage]]
"""Pages, each with its place among all."""


class IndexingFailed(Exception):
    """Pagefind could not be run or did not finish."""


@dataclass(frozen=True)
class Run:
    """What Pagefind wrote into `folder` over some pages, and of each page how many words are its text, then its title.

    Pagefind knows the pages by their places among all, as /000000/, /000001/ and so on.
    """

    folder: Path
    lengths: Sequence[tuple[int, int]]


def portions(pages: Iterable[IndexedPage]) -> Iterator[Portion]:
    """All pages in their order, a run's at a time."""
    portion: list[tuple[int, IndexedPage]] = []
    size = 0
    for placed in enumerate(pages):
        portion.append(placed)
        size += sum(map(len, set(placed[1].blocks)))
        if size >= _PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def run_over(pages: Iterable[IndexedPage], sources: Sources, folder: Path) -> list[Run]:
    """Runs below `folder` over all `pages`, in their order. While Pagefind reads some, the next are prepared.

    Raises IndexingFailed with what Pagefind said.
    """
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return list(workers.map(partial(_run, sources, folder), portions(pages)))


def _run(sources: Sources, folder: Path, portion: Portion) -> Run:
    site, output = (folder / f"{kind}-{portion[0][0]:06}" for kind in ("sources", "run"))
    lengths = []
    for place, page in portion:
        source = sources.source(page)
        path = site / f"{place:06}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(source.html, encoding="ascii")
        lengths.append(source.lengths)
    _pagefind(site, output)
    shutil.rmtree(site)
    return Run(output, lengths)


def _pagefind(site: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(site), "--output-path", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise IndexingFailed(
            "検索の索引を作れませんでした。make clean のあと、もう一度 make build を実行すると道具を入れ直します。"
            f"Pagefind の言い分:\n{done.stdout}{done.stderr}"
        )
    if not is_whole(output):
        raise IndexingFailed(
            "検索の索引が途中までしか書かれていません。ディスクの空きを確かめて、もう一度実行してください。"
        )
