"""Pagefind's own binary, run over some pages at a time: as many as keep its memory below 700 MB."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from macros.search.extracting import IndexedPage
from macros.search.sources import Sources
from macros.search.wholeness import is_whole

# Pagefind takes some 600 bytes of memory for each character of a page that stands in its source.
_PORTION = 1_000_000
_LENGTHS = "lengths.json"

Portion = Sequence[tuple[int, IndexedPage]]
"""Pages, each with its place among all."""


class IndexingFailed(Exception):
    """Pagefind could not be run or did not finish."""


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


def run_over(chosen: Iterable[Portion], sources: Sources, folder: Path) -> list[Path]:
    """What Pagefind wrote below `folder`, a run for each of the `chosen`; names sort in the order of pages.

    Pagefind knows the pages by their places among all, as /000000/, /000001/ and so on. While it reads some, the next
    are prepared. Raises IndexingFailed with what Pagefind said.
    """
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return list(workers.map(partial(_run, sources, folder), chosen))


def lengths(runs: Iterable[Path]) -> list[tuple[int, int]]:
    """Of each page, how many words of the index are its text, and how many after them its title."""
    return [(text, title) for run in runs for text, title in json.loads((run / _LENGTHS).read_text(encoding="utf-8"))]


def _run(sources: Sources, folder: Path, portion: Portion) -> Path:
    site, output = (folder / f"{kind}-{portion[0][0]:06}" for kind in ("sources", "run"))
    counted = []
    for place, page in portion:
        source = sources.source(page)
        path = site / f"{place:06}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(source.html, encoding="ascii")
        counted.append(source.lengths)
    _pagefind(site, output)
    shutil.rmtree(site)
    (output / _LENGTHS).write_text(json.dumps(counted), encoding="utf-8")
    return output


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
