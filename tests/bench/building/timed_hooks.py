"""The site's own MkDocs hooks with a clock at each stage, written to the file that BENCH_STAGES names.

BENCH_WITHOUT names stages to leave out: `index`, `export`. Used by generated projects alone; the site has no clock.
"""

import atexit
import json
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros import hooks
from macros.hooks import on_config, on_env, on_files, on_page_content, on_page_context, on_post_build, on_post_page
from macros.loading import record_files
from macros.search.text_extraction import IndexedPage

__all__ = ["on_config", "on_env", "on_files", "on_page_content", "on_page_context", "on_post_build", "on_post_page"]

_STAGES = {
    (record_files, "read"): "read",
    (hooks, "load"): "check",
    (hooks, "read_history"): "history",
    (hooks, "fill"): "render",
    (hooks, "_write_pages"): "render",
    (hooks, "extract"): "index",
    (hooks, "write_search_apart"): "index",
    (hooks, "write_exports"): "export",
}


class _Clock:
    """CPU seconds by stage; a stage within another counts for itself alone."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running = ["framework"]
        self._since = 0.0

    def turn(self) -> None:
        now = sum(os.times()[:4])
        self.spent[self._running[-1]] += now - self._since
        self._since = now

    def around(self, stage: str, called: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            self.turn()
            self._running.append(stage)
            try:
                return called(*arguments, **named)
            finally:
                self.turn()
                self._running.pop()

        return timed


def _nothing_extracted(_: str, address: str, facts: dict[str, Any]) -> IndexedPage:
    return IndexedPage(address, "", (), facts)


def _nothing(*_: Any) -> None:
    """Left out."""


def _install() -> None:
    without = os.environ.get("BENCH_WITHOUT", "").split()
    if "index" in without:
        hooks.extract, hooks.write_search_apart = _nothing_extracted, _nothing
    if "export" in without:
        hooks.write_exports = _nothing
    clock = _Clock()
    for (module, name), stage in _STAGES.items():
        if stage in without:
            continue  # what does nothing for every page is not timed at every page
        setattr(module, name, clock.around(stage, getattr(module, name)))
    if report := os.environ.get("BENCH_STAGES"):
        atexit.register(lambda: (clock.turn(), Path(report).write_text(json.dumps(clock.spent))))


_install()
