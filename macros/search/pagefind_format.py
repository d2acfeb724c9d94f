"""The files that Pagefind 1.5's engine reads, written by us: parts of words, fragments, metadata. All that we know of them.

Packed by gzip behind a mark; CBOR (RFC 8949), but for fragments, which are JSON. The engine itself, its WebAssembly and
what else its metadata holds come from pagefind-bin. What the words are, and where they stand: `postings.py`.
"""

import gzip
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2

VERSION = "1.5.2"
"""Of Pagefind, whose format this is."""

_LANGUAGE = "zz"  # no known one: a known one would bring a stemmer or a segmenter
_MAGIC = b"pagefind_dcd"
_LEVEL = 6  # of compression: 9 takes three times as long to save half a per cent
_SIZE = 16_000  # bytes of a part before packing; smaller ones are more in number, and the metadata names each
_SCRIPT, _WASM, _ENTRY = "pagefind.js", "wasm.unknown.pagefind", "pagefind-entry.json"
_WHOLE_SCRIPT = b"export{"  # stands near the end
# Pagefind takes a part of the index that did not arrive for one without words, and says so to the console alone. So its
# program fetches through this, and exports the addresses that failed.
_WATCHED = b"""const missed=[];const fetch=async(address)=>{try{const signal=AbortSignal.timeout(30000);\
const response=await globalThis.fetch(address,{signal});if(!response.ok)throw new Error(`${address}: ${response.status}`);\
return response}catch(error){missed.push(new URL(address,location.href).href);throw error}};export{missed};
"""


class IndexingFailed(Exception):
    """What Pagefind brings is not there, or not as we know it."""


class Postings:
    """Of each word its pages, and of each page the word's places: as the engine reads them, so that they fill little memory.

    Pages are told by their distance from the one before, places too. A place without a weight before it has the usual
    one. The two empty arrays stand for places in metadata, and for other spellings of the word: we have none.
    """

    def __init__(self) -> None:
        self._pages: dict[str, bytearray] = defaultdict(bytearray)
        self._counts: dict[str, int] = defaultdict(int)
        self._last: dict[str, int] = defaultdict(int)

    def add(self, page: int, places: Mapping[str, Sequence[int]]) -> None:
        """The places, ascending, of every word of `page`; pages come in ascending order."""
        for word, at in places.items():
            pages = self._pages[word]
            pages += b"\x83"
            pages += _number(page - self._last[word])
            pages += _array(len(at))
            pages += _number(at[0])
            for before, after in pairwise(at):
                pages += _number(after - before)
            pages += b"\x80"
            self._counts[word] += 1
            self._last[word] = page

    def encoded(self, spelt: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """The words, each as it is `spelt`, in their order, with what a part says of each."""
        for name in sorted(self._pages, key=spelt.__getitem__):
            pages = _array(self._counts[name]) + self._pages[name]
            yield spelt[name], b"\x83" + cbor2.dumps(spelt[name]) + pages + b"\x80"


def _head(length: int) -> bytes:
    return cbor2.dumps(length)


_NUMBERS = tuple(map(_head, range(1 << 16)))


def _number(value: int) -> bytes:
    return _NUMBERS[value] if value < len(_NUMBERS) else _head(value)


def _array(length: int) -> bytes:
    head = _number(length)
    return bytes((head[0] | 0x80,)) + head[1:]


def write_parts(words: Iterable[tuple[str, bytes]], folder: Path, start: str) -> list[tuple[str, str, str]]:
    """Write encoded `words` to parts in `folder`: first word, last word and name of each, which begins with `start`.

    First and last words are as short as they can be and still tell neighbouring parts apart.
    """
    folder.mkdir()
    borders = []
    for number, part in enumerate(_portions(words)):
        content = b"\x81" + _array(len(part)) + b"".join(encoded for _, encoded in part)
        _pack(folder / f"{start}{number:x}.pf_index", content)
        borders.append((part[0][0], part[-1][0]))
    needed = [_alike(last, first) + 1 for (_, last), (first, _) in pairwise(borders)]
    lengths = zip((None, *needed), (*needed, None), strict=True)
    return [
        (first[:before], last[:after], f"{start}{number:x}")
        for number, ((first, last), (before, after)) in enumerate(zip(borders, lengths, strict=False))
    ]


def _portions(words: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    part: list[tuple[str, bytes]] = []
    size = 0
    for word, encoded in words:
        part.append((word, encoded))
        size += len(encoded)
        if size >= _SIZE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _alike(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))


def write_fragment(folder: Path, name: str, address: str, meta: Mapping[str, Any]) -> None:
    """What is kept of a page for its results. Pagefind keeps its text there, which we have in `meta`, section by section."""
    fragment = {"url": f"/{address}", "content": "", "word_count": 1, "filters": {}, "meta": meta, "anchors": []}
    content = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    _pack(folder / f"{name}.pf_fragment", content.encode())


def write_engine(output: Path, start: str, fragments: Sequence[str], parts: Sequence[tuple[str, str, str]]) -> None:
    """Write Pagefind's program, and the metadata that lead it to `fragments` and `parts`. Raises IndexingFailed."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "index"
        _run_pagefind(Path(folder) / "site", made)
        entry = json.loads((made / _ENTRY).read_bytes())
        language = entry["languages"][_LANGUAGE]
        version, _, _, *others = cbor2.loads(unpacked(made / f"pagefind.{language['hash']}.pf_meta"))
        if version != VERSION:
            raise IndexingFailed(
                f"Pagefind の版が {version} です。検索の索引は {VERSION} の形で書くので、版を元に戻してください。"
            )
        # How many words a page has serves Pagefind's own order of results, which we do not use.
        pages = [(name, 1) for name in fragments]
        _pack(output / f"pagefind.{start}.pf_meta", cbor2.dumps([version, pages, parts, *others]))
        language.update(hash=start, page_count=len(pages))
        (output / _ENTRY).write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")
        shutil.copyfile(made / _WASM, output / _WASM)
        (output / _SCRIPT).write_bytes(_WATCHED + (made / _SCRIPT).read_bytes())


def _run_pagefind(site: Path, output: Path) -> None:
    """Over one page of one word: only its program is wanted, and metadata to follow."""
    site.mkdir()
    (site / "index.html").write_text(f'<html lang="{_LANGUAGE}"><body><p>a</p></body></html>', encoding="ascii")
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(site), "--output-path", str(output)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode != 0:
        raise IndexingFailed(
            "検索の索引を作れませんでした。make clean のあと、もう一度 make build を実行すると道具を入れ直します。"
            f"Pagefind の言い分:\n{done.stdout}{done.stderr}"
        )
    if not is_whole(output):
        raise IndexingFailed(
            "検索の道具が途中までしか書かれていません。ディスクの空きを確かめて、もう一度実行してください。"
        )


def is_whole(output: Path) -> bool:
    """Whether Pagefind wrote its program in full: on a full disk it leaves files short and reports success."""
    try:
        script, wasm = (output / _SCRIPT).read_bytes(), gzip.decompress((output / _WASM).read_bytes())
    except (OSError, EOFError):
        return False
    return script.rstrip().endswith(b"};") and _WHOLE_SCRIPT in script[-200:] and bool(wasm)


def unpacked(path: Path) -> bytes:
    """What a file of Pagefind holds."""
    return gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)


def _pack(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(_MAGIC + content, _LEVEL, mtime=0))
