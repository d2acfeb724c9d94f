"""One job's share of the index: Pagefind's runs over some of all pages. The texts of all must be there."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from macros.records.vocabulary import Vocabulary
from macros.search import write_runs
from macros.search.extracting import IndexedPage
from macros.sharding.shard import Shard
from macros.sharding.shelf import INDEX, Shelf


def make_index_share(project: Path, shard: Shard, pages: Iterable[IndexedPage], vocabulary: Vocabulary) -> None:
    """Make the share of `shard`. Raises IndexingFailed."""
    with Shelf(project).new_share(INDEX, shard) as folder:
        write_runs(pages, vocabulary, shard.has, folder)


def runs_of(shares: Sequence[Path]) -> list[Path]:
    """All runs of all `shares`, in the order of pages."""
    return sorted((run for share in shares for run in share.glob("run-*")), key=lambda run: run.name)
