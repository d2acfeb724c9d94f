"""An index that Pagefind made in several runs says what one run says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbor2
import pytest

from macros.loading.archive import Archive
from macros.search import pagefind_run, write_search
from macros.search.pagefind_files import Metadata, unpacked
from macros.search.text_extraction import IndexedPage, extract


@pytest.fixture(scope="module")
def pages(mihon_site: Path) -> list[IndexedPage]:
    found = sorted(mihon_site.glob("*/*/index.html"))
    return [extract(path.read_text(encoding="utf-8"), f"{path.parent.relative_to(mihon_site)}/", {}) for path in found]


def test_the_index_of_many_runs_says_what_that_of_one_run_says(
    pages: list[IndexedPage], archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for name, size in (("one", 10_000_000), ("many", 5_000)):
        monkeypatch.setattr(pagefind_run, "_PORTION", size)
        runs = len(list(pagefind_run.portions(pages)))
        assert (runs == 1) == (name == "one")
        (tmp_path / name).mkdir()
        write_search(pages, archive.vocabulary, tmp_path / name)
        said.append(dict(_words(tmp_path / name / "pagefind")))
    assert said[0] == said[1]
    assert len(said[0]) > 1_000


def _words(index: Path) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """Each word of the index, and the fragments it stands in, by number, with its places."""
    metadata = Metadata.of(index)
    fragments = [name.rpartition("a")[2] for name, _ in metadata.pages]
    for _, _, part in metadata.parts:
        for word, listed, *_ in cbor2.loads(unpacked(index / "index" / f"{part}.pf_index"))[0]:
            yield word, sorted(_places(fragments, listed))


def _places(fragments: list[str], listed: list[list[Any]]) -> Iterator[tuple[str, Any]]:
    number = 0
    for distance, *places in listed:
        number += distance
        yield fragments[number], places
