"""The index in parts a quarter of the size that Pagefind makes and less: a query fetches those that hold its words.

Pagefind has no setting for that. The metadata, which tells what lies in which part, is written anew.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import cbor2

from macros.search.zz_pagefind_files__format import array, pack

SIZE = 16_000  # bytes before packing; smaller parts are more in number, and the metadata names each


def write_parts(words: Iterable[tuple[str, bytes]], folder: Path, start: str) -> list[tuple[str, str, str]]:
    """Write `words` with their pages to parts in `folder`: first word, last word and name of each.

    Names are `start` and, in hexadecimal, a number. First and last words are shortened.
    """
    folder.mkdir()
    borders = []
    for number, part in enumerate(_parts(words)):
        content = b"".join(b"\x83" + cbor2.dumps(word) + pages for word, pages in part)
        pack(folder / f"{start}{number:x}.pf_index", b"\x81" + array(len(part)) + content)
        borders.append((part[0][0], part[-1][0]))
    return [(first, last, f"{start}{number:x}") for number, (first, last) in enumerate(_shortened(borders))]


def _parts(words: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    part: list[tuple[str, bytes]] = []
    size = 0
    for word, pages in words:
        part.append((word, pages))
        size += len(word) + len(pages)
        if size >= SIZE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _shortened(borders: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """First and last words, as short as they can be and still tell neighbouring parts apart."""
    needed = [_shared(last, first) + 1 for (_, last), (first, _) in pairwise(borders)]
    for (first, last), before, after in zip(borders, (None, *needed), (*needed, None), strict=True):
        yield first[:before], last[:after]


def _shared(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))
