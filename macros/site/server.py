"""A finished `site/` on this machine's own address, for a look before publishing. Not a public server.

While somebody writes (`make site`), open pages load again when they changed: by a script of our own origin, put into
pages as they are sent; nothing of it is in `site/`.
"""

import errno
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class PortTaken(Exception):
    """The port cannot be had; the message says why and what to try."""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, and at a wrong address the site's own page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name is the base class's
        """Say nothing of single requests."""

    def end_headers(self) -> None:
        """The data are public: other registers may search them from their own pages, as on a public host."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():  # noqa: PLR2004
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A page asks for thirty files at once."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A tab that closes before it has everything is no mistake: say nothing of it."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int, handler: type[QuietHandler] = QuietHandler) -> ThreadingHTTPServer:
    """A server of `site` on 127.0.0.1. Raises PortTaken."""
    try:
        return _Server(("127.0.0.1", port), partial(handler, directory=str(site)))
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            sentence = f"ポート {port} はほかのプログラムが使っています。make site PORT={port + 1} のように、別の番号を試してください。"
        else:
            sentence = f"ポート {port} は使えません。1024 から 65535 までの番号にしてください。"
        raise PortTaken(sentence) from error


_VERSION, _SCRIPT = "/__preview/version", "/__preview/reload.js"
_ASK = f"""let seen;
setInterval(async () => {{
  const answer = await fetch("{_VERSION}", {{ cache: "no-store" }}).catch(() => null);
  const version = answer?.ok ? await answer.text() : seen;
  if (seen !== undefined && version !== seen) location.reload();
  seen = version;
}}, 200);
"""


def reloading(version: Callable[[], int]) -> type[QuietHandler]:
    """A handler whose pages ask whether `version` has changed."""

    class Reloading(QuietHandler):
        def do_GET(self) -> None:
            if self.path == _VERSION:
                self._answer(str(version()).encode(), "text/plain")
            elif self.path == _SCRIPT:
                self._answer(_ASK.encode(), "text/javascript")
            elif (page := Path(self.translate_path(self.path)) / "index.html").is_file() and self.path.endswith("/"):
                script = f'<script src="{_SCRIPT}"></script></body>'
                text = page.read_text(encoding="utf-8").replace("</body>", script)
                self._answer(text.encode(), "text/html; charset=utf-8")
            else:
                super().do_GET()

        def _answer(self, body: bytes, kind: str) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

    return Reloading
