"""A server that packs like a public one and counts the bytes of every body it sends. Headers are not counted."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TEXT = (".html", ".js", ".css", ".json", ".txt", ".svg", ".xml", ".ics")


@contextmanager
def counting(site: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a running server of `site`, and the list to which it adds the size of each body sent."""
    sent: list[int] = []
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Counting, sent, directory=str(site)))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_address[1]}", sent
    serving.shutdown()


@lru_cache(maxsize=10_000)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Counting(SimpleHTTPRequestHandler):
    def __init__(self, sent: list[int], *request: object, directory: str) -> None:
        self.sent = sent
        super().__init__(*request, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, packed where a server would pack it; browsers may keep it for ten minutes."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        is_text = path.suffix in TEXT
        body = _packed(path) if is_text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(len(body))
