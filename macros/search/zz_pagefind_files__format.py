"""The files that Pagefind writes and reads: packed, marked at their beginning, and CBOR (RFC 8949) but for fragments."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import cbor2

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
