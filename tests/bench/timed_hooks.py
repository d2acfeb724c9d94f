"""The site's own MkDocs hooks with a clock at each stage, written to the file that BENCH_STAGES names.

Used by generated projects alone; the site has no clock.
"""

import atexit
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros import hooks
from macros.hooks import on_config, on_env, on_files, on_page_content, on_page_context, on_post_build, on_post_page
from macros.loading import record_files

__all__ = ["on_config", "on_env", "on_files", "on_page_content", "on_page_context", "on_post_build", "on_post_page"]

STAGES = {
    (record_files, "read"): "read",
    (hooks, "load"): "check",
    (hooks, "read_history"): "history",
    (hooks, "fill"): "render",
    (hooks, "_write_pages"): "render",
    (hooks, "extract"): "index",
    (hooks, "write_search_apart"): "index",
    (hooks, "write_exports"): "export",
}
"""Module and name of each function, and the stage that it is; the rest is the framework's."""


class _Clock:
    """CPU seconds by stage; a stage within another counts for itself alone."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = defaultdict(float)
        self._running = ["framework"]
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._turn()
        self._running.append(name)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def write(self, report: Path) -> None:
        self._turn()
        report.write_text(json.dumps(self._spent), encoding="utf-8")

    def _turn(self) -> None:
        now = sum(os.times()[:4])
        self._spent[self._running[-1]] += now - self._since
        self._since = now


if told := os.environ.get("BENCH_STAGES"):
    clock = _Clock()
    for (module, function), stage_name in STAGES.items():
        setattr(module, function, clock.stage(stage_name)(getattr(module, function)))
    atexit.register(clock.write, Path(told))
