"""One job's share of the pages that records make: the files, and their texts for whoever makes the index."""

import pickle
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.cross_references import CrossReferences
from macros.history import read_history
from macros.page_files import write_with_texts
from macros.pages import Page, pages
from macros.project import kept_records, load_project
from macros.rendering import Renderer
from macros.search.extracting import IndexedPage
from macros.sharding.shard import Shard
from macros.sharding.shelf import PAGES, Shelf

_SITE, _TEXTS = "site", "texts.pickle"


def make_page_share(project: Path, shard: Shard) -> int:
    """Make the share of `shard` and return how many pages it has. Raises ProblemsFound."""
    archive = load_project(project, kept_records(project))
    references, history = CrossReferences(archive), read_history(project)
    share = (page for place, page in enumerate(pages(archive, references, history)) if shard.has(place))
    with Shelf(project).new_share(PAGES, shard) as folder:
        written = write_with_texts(share, archive, Renderer(archive, references, history), folder / _SITE)
        texts = {page.address: text for page, text in written}
        (folder / _TEXTS).write_bytes(pickle.dumps(texts, pickle.HIGHEST_PROTOCOL))
    return len(texts)


def copy_pages(shares: Iterable[Path], site: Path) -> None:
    """Copy the pages of all `shares` into `site`."""
    for share in shares:
        shutil.copytree(share / _SITE, site, dirs_exist_ok=True)


def with_texts(made: Iterable[Page], shares: Iterable[Path]) -> Iterator[tuple[Page, IndexedPage | None]]:
    """Each of the pages `made` with its text as one of all `shares` has it."""
    texts: dict[str, IndexedPage | None] = {}
    for share in shares:
        texts |= pickle.loads((share / _TEXTS).read_bytes())  # noqa: S301 — a job of our own wrote it
    for page in made:
        yield page, texts.pop(page.address)
