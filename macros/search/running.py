"""Pagefind's own binary, run over sources until all are indexed, as many at a time as its memory allows."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from macros.search.wholeness import is_whole

# Pagefind takes some 50 bytes of memory for each that it reads: 1 GB a run.
_RUN = 20_000_000


class IndexingFailed(Exception):
    """Pagefind could not be run or did not finish."""


def run_over(sources: Iterable[str], folder: Path) -> list[Path]:
    """What Pagefind wrote in each run, below `folder`. It knows the sources as /000000/, /000001/ and so on.

    Raises IndexingFailed with what Pagefind said.
    """
    runs: list[Path] = []
    size = 0
    for place, source in enumerate(sources):
        path = folder / "sources" / f"{place:06}" / "index.html"
        path.parent.mkdir(parents=True)
        size += path.write_text(source, encoding="ascii")
        if size >= _RUN:
            runs.append(_run(folder / "sources", folder / str(place)))
            size = 0
    if size:
        runs.append(_run(folder / "sources", folder / "last"))
    return runs


def _run(source: Path, output: Path) -> Path:
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
    shutil.rmtree(source)
    return output
