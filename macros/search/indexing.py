"""Texts → Pagefind's index, by Pagefind's own binary.

The binary is fed index-only pages (DESIGN.md §5); public pages stay untouched.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.search.cutting import cut_index
from macros.search.extracting import IndexedPage
from macros.search.fragments import rewrite_fragments
from macros.search.known import KnownWords
from macros.search.sources import Sources
from macros.search.wholeness import is_whole

_KEPT = ("pagefind.js", "pagefind-entry.json")


class IndexingFailed(Exception):
    """Pagefind could not be run or did not finish."""


@dataclass(frozen=True)
class Index:
    """What must be known to read the index.

    `name` is what names of fragments begin with; a page's place in `pages` follows, in hexadecimal. `lengths` says for
    each page how many words of the index are its text, and how many after them its title.
    """

    name: str
    pages: Sequence[IndexedPage]
    lengths: Sequence[tuple[int, int]]


def in_lasting_order(pages: Iterable[IndexedPage]) -> list[IndexedPage]:
    """The pages that have text, in the order in which answers that fit equally well are shown."""
    return sorted((page for page in pages if page.sections), key=_rank)


def write_index(pages: Sequence[IndexedPage], known: KnownWords, site: Path) -> Index:
    """Index `pages` into `site`/pagefind. Raises IndexingFailed with what Pagefind said."""
    output = site / "pagefind"
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        lengths = list(_write_sources(pages, known, Path(folder)))
        _run_pagefind(Path(folder), output)
    _remove_unused(output)
    return Index(_rewrite(output, pages), pages, lengths)


def _rewrite(output: Path, pages: Sequence[IndexedPage]) -> str:
    """Make of what Pagefind wrote what the browser reads; return what names of files begin with."""
    start = _start(output)
    try:
        cut_index(output, start, rewrite_fragments(output / "fragment", pages, start))
    except ValueError:
        raise IndexingFailed(
            "検索の索引が、知っている形（Pagefind 1.5）と違います。Pagefind の版を元に戻してください。"
        ) from None
    return start


def _write_sources(pages: Sequence[IndexedPage], known: KnownWords, folder: Path) -> Iterator[tuple[int, int]]:
    sources = Sources(pages, known)
    for place, page in enumerate(pages):
        source = sources.source(page)
        path = folder / f"{place:06}" / "index.html"
        path.parent.mkdir()
        path.write_text(source.html, encoding="ascii")
        yield source.text, source.title


def _start(output: Path) -> str:
    """What names of fragments and parts begin with; it changes when any text does.

    An index and a list of addresses of different days do not fit together, and so their names do not either.
    """
    names = " ".join(sorted(path.stem for path in output.rglob("*.pf_*")))
    return "zz_" + hashlib.sha256(names.encode()).hexdigest()[:4]


def _rank(page: IndexedPage) -> tuple[bool, int, str]:
    """Consultations first, newest first; then everything else by address."""
    is_consultation = "number" in page.facts
    return not is_consultation, -(page.facts.get("number") or 0), page.address


def _run_pagefind(source: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(source), "--output-path", str(output)]
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


def _remove_unused(output: Path) -> None:
    for path in output.iterdir():
        if path.is_file() and path.suffix in (".js", ".css") and path.name not in _KEPT:
            path.unlink()
