"""An index that we write says what one that Pagefind writes says."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
import pytest

from macros.search.folding import pairs, whole
from macros.search.pagefind_format import Postings, unpacked, write_engine, write_fragment, write_parts
from macros.search.text_extraction import extract

PLAIN = -25
"""How Pagefind's binary says that what follows weighs as text does; an engine that is told nothing takes it so."""


@pytest.fixture(scope="module")
def texts(mihon_site: Path) -> list[list[str]]:
    """Of each page its words, in their places."""
    pages = (
        extract(path.read_text(encoding="utf-8"), "", {})
        for path in sorted(mihon_site.glob("consultations/*/index.html"))
    )
    return [
        [word for block in page.blocks for word in (whole(block[0]), *pairs(block))] for page in pages if page.sections
    ]


@pytest.fixture(scope="module")
def by_pagefind(texts: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pagefind")
    for place, words in enumerate(texts):
        page = folder / "site" / f"{place:06}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<html lang="zz"><body><p>{" ".join(words)}</p></body></html>', encoding="ascii")
    command = [sys.executable, "-m", "pagefind_bin", "--site", folder / "site", "--output-path", folder / "index"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "index"


@pytest.fixture(scope="module")
def by_us(texts: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("ours")
    postings = Postings()
    (output / "fragment").mkdir()
    for place, words in enumerate(texts):
        postings.add(
            place, {word: [at for at, other in enumerate(words) if other == word] for word in dict.fromkeys(words)}
        )
        write_fragment(output / "fragment", f"zz_0a{place:x}", f"{place:06}/", {})
    spelt = {word: word for words in texts for word in words}
    parts = write_parts(list(postings.encoded(spelt)), output / "index", "zz_0b")
    write_engine(output, "zz_0", [f"zz_0a{place:x}" for place in range(len(texts))], parts)
    return output


def _metadata(index: Path) -> list[Any]:
    return list(cbor2.loads(unpacked(next(index.glob("*.pf_meta")))))


def _decoded(index: Path) -> Iterator[tuple[str, list[tuple[str, list[int]]]]]:
    """Each word of the index and the pages it stands on, by address, with its places."""
    _, pages, parts, *_ = _metadata(index)
    addresses = [_address(index, name) for name, _ in pages]
    for _, _, part in parts:
        (words,) = cbor2.loads(unpacked(index / "index" / f"{part}.pf_index"))
        for word, listed, spellings in words:
            assert spellings == []
            yield word, sorted(_places(addresses, listed))


def _address(index: Path, name: str) -> str:
    return unpacked(index / "fragment" / f"{name}.pf_fragment").decode().split('"url":"')[1].split('"')[0]


def _places(addresses: list[str], listed: list[list[Any]]) -> Iterator[tuple[str, list[int]]]:
    number = 0
    for distance, places, in_metadata in listed:
        assert in_metadata == []
        number += distance
        yield addresses[number], [place for place in places if place != PLAIN]


def test_the_words_their_pages_and_places_are_those_that_pagefind_writes(by_pagefind: Path, by_us: Path) -> None:
    ours = dict(_decoded(by_us))
    assert ours == dict(_decoded(by_pagefind))
    assert len(ours) > 500


def test_the_metadata_are_those_of_pagefind_but_for_pages_and_parts(by_pagefind: Path, by_us: Path) -> None:
    ours, theirs = _metadata(by_us), _metadata(by_pagefind)
    assert (ours[0], ours[3:]) == (theirs[0], theirs[3:])
    assert len(ours[1]) == len(theirs[1])


def test_parts_are_small_and_every_word_lies_in_the_part_that_the_metadata_name(by_us: Path) -> None:
    parts = _metadata(by_us)[2]
    assert len(parts) > 1
    for first, last, name in parts:
        (words,) = cbor2.loads(unpacked(by_us / "index" / f"{name}.pf_index"))
        assert all(first <= word and word[: len(last)] <= last for word, *_ in words)
    assert all(before[1] < after[0] for before, after in pairwise(parts))
