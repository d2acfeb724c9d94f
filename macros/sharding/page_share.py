"""One job's share of the pages that records make: the files, and their texts for whoever makes the index."""

import pickle
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from macros.cross_references import CrossReferences
from macros.history import read_history
from macros.page_files import write_pages
from macros.pages import Page, pages
from macros.project import kept_records, load_project
from macros.rendering import Renderer
from macros.search.extracting import IndexedPage, extract
from macros.sharding.shard import Shard
from macros.sharding.shelf import PAGES, Shelf

_SITE, _TEXTS = "site", "texts.pickle"


def make_page_share(project: Path, shard: Shard) -> int:
    """Make the share of `shard` and return how many pages it has. Raises ProblemsFound."""
    archive = load_project(project, kept_records(project))
    references, history = CrossReferences(archive), read_history(project)
    share = (page for place, page in enumerate(pages(archive, references, history)) if shard.has(place))
    with Shelf(project).new_share(PAGES, shard) as folder:
        written = write_pages(share, archive, Renderer(archive, references, history), folder / _SITE)
        texts = {page.address: _text(page, html) for page, html in written}
        (folder / _TEXTS).write_bytes(pickle.dumps(texts, pickle.HIGHEST_PROTOCOL))
    return len(texts)


def _text(page: Page, html: str) -> IndexedPage | None:
    return extract(html, page.address, page.facts) if page.is_listed else None


def put_together(made: Iterable[Page], shares: Sequence[Path], site: Path) -> Iterator[tuple[Page, IndexedPage | None]]:
    """Copy the pages of all `shares` into `site`; yield each of the pages `made` with its text."""
    texts: dict[str, IndexedPage | None] = {}
    for share in shares:
        shutil.copytree(share / _SITE, site, dirs_exist_ok=True)
        texts |= pickle.loads((share / _TEXTS).read_bytes())  # noqa: S301 — a job of our own wrote it
    for page in made:
        yield page, texts.pop(page.address)
