"""The words of an index that Pagefind made in several runs, as if it had been one run: its memory has a bound then.

A run's part of the index is CBOR (RFC 8949): words in order, each with its pages, each with its places. Only the
numbers of pages change, and of these only the first of a run: the others are told by their distance from it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, chain, groupby
from operator import itemgetter
from pathlib import Path

import cbor2

from macros.search.zz_pagefind_files__format import Metadata, array, unpacked
from macros.search.zz_pagefind_run__sources import BREAK

# Array of three, text of so many letters: a word. What follows it, numbers all, never looks like that.
_WORD = re.compile(rb"\x83(?:[\x60-\x77]|\x78.)(x|[a-p]{4,}|w[a-p]{4,}w)", re.DOTALL)
_NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_PAGE = re.compile(rb"\x83(%b)(?:[\x80-\x97]|\x98.|\x99..|\x9a....)%b*+\x80" % (_NUMBER, _NUMBER), re.DOTALL)


def merged_words(runs: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Each word that is asked for, and its pages. The pages of a run are counted on from those of the run before it.

    Raises ValueError where the parts are not as Pagefind 1.5 writes them.
    """
    sizes = [len(Metadata.of(run).pages) for run in runs]
    streams = [_words(run, before) for run, before in zip(runs, accumulate(sizes, initial=0), strict=False)]
    for word, lists in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        if word != BREAK:
            yield word, _joined((before, pages) for _, before, pages in lists)


def _words(run: Path, before: int) -> Iterator[tuple[str, int, bytes]]:
    for _, _, name in Metadata.of(run).parts:
        part = unpacked(run / "index" / f"{name}.pf_index")
        found = list(_WORD.finditer(part))
        ends = chain((word.start() for word in found[1:]), (len(part),))
        if not found or part[: found[0].start()] != b"\x81" + array(len(found)):
            raise ValueError(name)
        yield from ((word[1].decode(), before, part[word.end() : end]) for word, end in zip(found, ends, strict=True))


def _joined(lists: Iterable[tuple[int, bytes]]) -> bytes:
    joined, count, last = bytearray(), 0, 0
    for before, content in lists:
        pages = _PAGE.findall(content)
        start = array(len(pages)) + b"\x83"
        if not pages or not content.startswith(start + pages[0]) or not content.endswith(b"\x80"):
            raise ValueError(content[:20])
        joined += b"\x83" + cbor2.dumps(before + _value(pages[0]) - last) + content[len(start + pages[0]) : -1]
        last = before + sum(map(_value, pages))
        count += len(pages)
    return array(count) + bytes(joined) + b"\x80"


def _value(number: bytes) -> int:
    return number[0] if len(number) == 1 else int.from_bytes(number[1:])
