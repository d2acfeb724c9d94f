"""Pagefind's own binary, run over some pages at a time: as many as keep its memory below 700 MB."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.search.text_extraction import IndexedPage
from macros.search.zz_pagefind_run__sources import Sources
from macros.search.zz_pagefind_run__wholeness import is_whole

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
