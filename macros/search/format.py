"""The files that Pagefind writes: packed, and marked at their beginning."""

import gzip
from pathlib import Path

_MAGIC = b"pagefind_dcd"


def unpacked(path: Path) -> bytes:
    """What a file of Pagefind holds."""
    return gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)


def pack(path: Path, content: bytes) -> None:
    """Write what Pagefind will read."""
    path.write_bytes(gzip.compress(_MAGIC + content, mtime=0))
