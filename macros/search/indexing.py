"""Texts → Pagefind's index, by Pagefind's own binary, and the facts that results show.

The binary is fed index-only pages of character runs (DESIGN.md §5); public pages stay untouched. Its fragments, which
would hold those bigrams, are rewritten to hold what a result shows.
"""

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from macros.search.extracting import IndexedPage
from macros.search.folding import fold, runs, short_words
from macros.search.wholeness import is_whole

_MAGIC = b"pagefind_dcd"
# At 10,000 pages Pagefind needs more than 20 GB for runs of three.
_MOST_PAGES_IN_THREES = 3_000
_KEPT = ("pagefind.js", "pagefind-entry.json")
_BREAK = "x"  # a word of its own between blocks, so that no phrase runs over their border


class IndexingFailed(Exception):
    """Pagefind could not be run or did not finish."""


def in_lasting_order(pages: Iterable[IndexedPage]) -> list[IndexedPage]:
    """The pages that have text, in the order in which answers that fit equally well are shown."""
    return sorted((page for page in pages if page.sections), key=_rank)


def run_length(pages: Sequence[IndexedPage]) -> int:
    """How many characters a word of the index holds: three, or two where Pagefind would need too much memory."""
    return 3 if len(pages) <= _MOST_PAGES_IN_THREES else 2


def write_index(pages: Sequence[IndexedPage], site: Path, length: int) -> dict[str, IndexedPage]:
    """Index `pages` into `site`/pagefind by runs of `length`; return them by Pagefind's ids, in the same order.

    Raises IndexingFailed with what Pagefind said.
    """
    output = site / "pagefind"
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            _write_source(page, Path(folder), length)
        _run_pagefind(Path(folder), output)
    _remove_unused(output)
    ids = dict(_rewritten_fragments(output, {f"/{page.address}": page for page in pages}))
    return {ids[page.address]: page for page in pages}


def _rank(page: IndexedPage) -> tuple[bool, int, str]:
    """Consultations first, newest first; then everything else by address."""
    is_consultation = "number" in page.facts
    return not is_consultation, -(page.facts.get("number") or 0), page.address


def _write_source(page: IndexedPage, folder: Path, length: int) -> None:
    path = folder / page.address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        # No known language: a known one would bring a stemmer or a segmenter.
        f'<html lang="zz"><body data-pagefind-body><p>{" ".join(_words(page, length))}</p></body></html>',
        encoding="ascii",
    )


def _words(page: IndexedPage, length: int) -> Iterator[str]:
    """All words of a page: of its text (b), and in spaces of their own of its title (t) and subjects (u)."""
    # A block that stands twice (準用 repeats whole clauses) is found no better for being indexed twice.
    blocks = list(dict.fromkeys(fold(block) for block in page.blocks))
    spaces = {"b": blocks, "t": [fold(page.title)], "u": [fold(name) for name in page.facts.get("subjects", [])]}
    for space, texts in spaces.items():
        for text in texts:
            yield _runs_of(text, space, length)
        yield " ".join(sorted(set().union(*(_short_words_of(text, space, length) for text in texts))))


# Most blocks stand on many pages: headings, set phrases, names.
@lru_cache(maxsize=100_000)
def _runs_of(text: str, space: str, length: int) -> str:
    return " ".join((_BREAK, *runs(text, space, length)))


@lru_cache(maxsize=100_000)
def _short_words_of(text: str, space: str, length: int) -> frozenset[str]:
    return frozenset(short_words(text, space, length))


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


def _rewritten_fragments(output: Path, pages: dict[str, IndexedPage]) -> Iterator[tuple[str, str]]:
    """Address and Pagefind's id of each fragment, which from now on holds what a result shows."""
    for path in sorted((output / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))
        page = pages[fragment["url"]]
        shown = fragment | {"content": "", "anchors": [], "meta": _shown(page)}
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzip.compress(_MAGIC + text.encode(), mtime=0))
        yield page.address, path.stem


def _shown(page: IndexedPage) -> dict[str, Any]:
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
