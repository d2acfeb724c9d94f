"""Whether Pagefind wrote all that it meant to. On a full disk it leaves files short or out and reports success."""

import gzip
import re
from pathlib import Path

_NAMED = re.compile(rb"zz_[0-9a-f]+")  # every part by its hash, after the language that indexing.py gives
_PACKED = ("*.pf_meta", "*.pagefind", "index/*", "fragment/*")
_LAST_WORDS = b"export{"


def is_whole(output: Path) -> bool:
    """Every packed file can be unpacked (gzip carries a checksum), and every part that the index names is there."""
    try:
        unpacked = {path: gzip.decompress(path.read_bytes()) for kind in _PACKED for path in output.glob(kind)}
        program = (output / "pagefind.js").read_bytes()
    except (OSError, EOFError):
        return False
    present = {path.stem.encode() for path in unpacked if path.suffix in (".pf_index", ".pf_fragment")}
    named = {name for path, meta in unpacked.items() if path.suffix == ".pf_meta" for name in _NAMED.findall(meta)}
    has_engine = any(path.suffix == ".pagefind" and content for path, content in unpacked.items())
    return bool(named) and named <= present and has_engine and _ends_well(program)


def _ends_well(program: bytes) -> bool:
    return program.rstrip().endswith(b"};") and _LAST_WORDS in program[-200:]
