"""A server that packs like a public one and counts the bytes of every body it sends. Headers are not counted."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from macros.site.server import QuietHandler, server
from tests.served import served

_TEXT = (".html", ".js", ".css", ".json", ".txt", ".svg", ".xml", ".ics")


@contextmanager
def counting(site: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a running server of `site`, and the list to which it adds the size of each body sent."""
    sent: list[int] = []
    with served(server(site, 0, _packing(sent))) as address:
        yield address, sent


@lru_cache(maxsize=10_000)
def _body(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6) if path.suffix in _TEXT else path.read_bytes()


def _packing(sent: list[int]) -> type[QuietHandler]:
    class Packing(QuietHandler):
        def do_GET(self) -> None:  # noqa: N802 — the name is the base class's
            """Browsers may keep a file for ten minutes."""
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip" if path.suffix in _TEXT else "identity")
            self.send_header("Content-Length", str(len(_body(path))))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(_body(path))
            sent.append(len(_body(path)))

    return Packing
