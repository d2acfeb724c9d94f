"""Pagefind's index, cut into parts a quarter of the size and less: a query fetches the parts that hold its words.

Pagefind has no setting for that. Nothing in a part is changed but where it begins and ends; the metadata, which tells
what lies where, is written anew. It is CBOR (RFC 8949).
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import cbor2

from macros.search.format import pack, unpacked

SIZE = 16_000  # bytes before packing; smaller parts are more in number, and the metadata names each
# Array of three, text of so many letters: a word. What follows, numbers all, never looks like that.
_WORD = re.compile(rb"\x83(?:[\x60-\x77]|\x78.)(x|[a-p]{4,}|w[a-p]{4,}w)", re.DOTALL)


def cut_index(output: Path, start: str, fragments: Mapping[str, str]) -> None:
    """Cut the parts in `output`/index; each is then called `start` and its place, in hexadecimal.

    `fragments` gives the new names of fragments by the old ones. Raises ValueError where
    they are not as Pagefind 1.5 writes them.
    """
    metadata = next(output.glob("*.pf_meta"))
    version, pages, parts, *others = cbor2.loads(unpacked(metadata))
    borders: list[tuple[str, str]] = []
    for _, _, name in parts:
        path = output / "index" / f"{name}.pf_index"
        for first, last, content in _smaller(unpacked(path)):
            pack(output / "index" / f"{start}{len(borders):x}.pf_index", content)
            borders.append((first, last))
        path.unlink()
    told = [[first, last, f"{start}{place:x}"] for place, (first, last) in enumerate(_shortened(borders))]
    # How many words a page has serves Pagefind's own order of results, which we do not use.
    pack(metadata, cbor2.dumps([version, [[fragments[name], 1] for name, _ in pages], told, *others]))


def _smaller(part: bytes) -> Iterator[tuple[str, str, bytes]]:
    """First word, last word and content of each new part."""
    words = list(_WORD.finditer(part))
    starts = [word.start() for word in words]
    if not words or part[: starts[0]] != b"\x81" + _array(len(words)):
        raise ValueError(part[:12])
    first = 0
    for last, end in enumerate((*starts[1:], len(part))):
        if end - starts[first] >= SIZE or end == len(part):
            content = b"\x81" + _array(last + 1 - first) + part[starts[first] : end]
            yield _text(words[first]), _text(words[last]), content
            first = last + 1


def _array(length: int) -> bytes:
    """How CBOR begins an array."""
    encoded = bytearray(cbor2.dumps(length))
    encoded[0] |= 0x80
    return bytes(encoded)


def _text(word: re.Match[bytes]) -> str:
    return word[1].decode()


def _shortened(borders: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """First and last words, as short as they can be and still tell neighbouring parts apart."""
    needed = [_shared(last, first) + 1 for (_, last), (first, _) in pairwise(borders)]
    for (first, last), before, after in zip(borders, (None, *needed), (*needed, None), strict=True):
        yield first[:before], last[:after]


def _shared(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))
