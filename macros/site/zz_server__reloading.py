"""The server of `make site` with one thing more than a finished site has: open pages load again when they changed.

A script of our own origin, put into pages as they are sent; nothing of it is in `site/`.
"""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from macros.site.server import QuietHandler

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
        def do_GET(self) -> None:  # noqa: N802 — the name is the base class's
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
