"""Whether Pagefind wrote all that it meant to. On a full disk it leaves files short or out and reports success."""

import gzip
import re
from pathlib import Path

_NAMED = re.compile(rb"zz_[0-9a-f]+")  # every part by its hash, after the language that indexing.py gives
_PACKED = ("*.pf_meta", "*.pagefind", "index/*", "fragment/*")
_LAST_WORDS = b"export{"


def is_whole(output: Path) -> bool:
    """Every packed file can be unpacked (gzip carries a checksum), and every part that the index names is there."""
    present: set[bytes] = set()
    named: set[bytes] = set()
    has_engine = False
    try:
        for path in (path for kind in _PACKED for path in output.glob(kind)):
            content = gzip.decompress(path.read_bytes())
            present.add(path.stem.encode())
            named.update(_NAMED.findall(content) if path.suffix == ".pf_meta" else ())
            has_engine |= path.suffix == ".pagefind" and bool(content)
        program = (output / "pagefind.js").read_bytes()
    except (OSError, EOFError):
        return False
    return bool(named) and named <= present and has_engine and _ends_well(program)


def _ends_well(program: bytes) -> bool:
    return program.rstrip().endswith(b"};") and _LAST_WORDS in program[-200:]
