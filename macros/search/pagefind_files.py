"""The words of an index that Pagefind made in several runs, as if it had been one run: its memory has a bound then.

A run's part of the index is CBOR (RFC 8949): words in order, each with its pages, each with its places. Only the
numbers of pages change, and of these only the first of a run: the others are told by their distance from it.

The files that Pagefind writes and reads: packed, marked at their beginning, and CBOR (RFC 8949) but for fragments.
The index in parts a quarter of the size that Pagefind makes and less: a query fetches those that hold its words.
Pagefind's fragments, one per page, rewritten: they would hold the pairs, and then hold what a result shows.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import accumulate, chain, groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

import cbor2

from macros.search.pagefind_run import BREAK
from macros.search.text_extraction import IndexedPage

_MAGIC = b"pagefind_dcd"
_LEVEL = 6  # of compression: 9 takes three times as long to save half a per cent


def unpacked(path: Path) -> bytes:
    """What a file of Pagefind holds."""
    return gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)


def pack(path: Path, content: bytes) -> None:
    """Write what Pagefind will read."""
    path.write_bytes(gzip.compress(_MAGIC + content, _LEVEL, mtime=0))


def array(length: int) -> bytes:
    """How CBOR begins an array."""
    encoded = bytearray(cbor2.dumps(length))
    encoded[0] |= 0x80
    return bytes(encoded)


@dataclass(frozen=True)
class Metadata:
    """What Pagefind reads first.

    `pages`: name of the fragment and number of words of each. `parts`: first word, last word and name of each.
    """

    version: str
    pages: list[tuple[str, int]]
    parts: list[tuple[str, str, str]]
    others: list[Any]

    @classmethod
    def of(cls, output: Path) -> Self:
        """The metadata that Pagefind wrote to `output`."""
        version, pages, parts, *others = cbor2.loads(unpacked(metadata_in(output)))
        return cls(version, pages, parts, others)

    def write(self, path: Path) -> None:
        """Write it to `path`."""
        pack(path, cbor2.dumps([self.version, self.pages, self.parts, *self.others]))


def metadata_in(output: Path) -> Path:
    """The file of the metadata; its name is told to the browser by pagefind-entry.json."""
    return next(output.glob("*.pf_meta"))


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


def write_fragments(runs: Sequence[Path], pages: Sequence[IndexedPage], folder: Path, start: str) -> dict[str, str]:
    """Write to `folder` the fragments that Pagefind made in `runs` of /000000/, /000001/, …: the places of `pages`.

    Each is then called `start` and, in hexadecimal, its place. Returns the new names by the old ones.
    """
    folder.mkdir()
    names = {}
    for path in (path for run in runs for path in sorted(run.glob("fragment/*.pf_fragment"))):
        fragment = json.loads(unpacked(path))
        place = int(fragment["url"].strip("/"))
        names[path.stem] = f"{start}{place:x}"
        shown = fragment | {"content": "", "anchors": []} | _shown(pages[place])
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        pack(folder / f"{names[path.stem]}.pf_fragment", text.encode())
    return names


def _shown(page: IndexedPage) -> Mapping[str, Any]:
    # What a 準用 repeats is kept once, where it stands first; a label (予定, 実際) with whatever new it announces.
    seen: set[str] = set()
    sections = []
    for section in page.sections:
        new = [block not in seen for block in section.blocks]
        own = [block for block, *keep in zip(section.blocks, new, [*new[1:], False], strict=True) if any(keep)]
        seen.update(own)
        sections.append([section.anchor, section.label, "\n".join(own)])
    facts = {name: value for name, value in page.facts.items() if name not in ("facets", "subjects")}
    return {"url": f"/{page.address}", "meta": {"title": page.title, "sections": sections, **facts}}
