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
    (hooks, "load_project"): "check",
    (hooks, "read_history"): "history",
    (hooks, "fill"): "render",
    (hooks, "_write_pages"): "render",
    (hooks, "_keep_promises"): "publish",
    (hooks, "extract"): "index",
    (hooks, "write_search_apart"): "index",
    (hooks, "write_exports"): "export",
}
"""Module and name of each function, and the stage that it is; the rest is the framework's."""

_spent: dict[str, float] = defaultdict(float)
_running = ["framework"]


@contextmanager
def _stage(name: str) -> Iterator[None]:
    """CPU seconds by stage; what a stage within another takes is its own alone."""
    _turn()
    _running.append(name)
    try:
        yield
    finally:
        _turn()
        _running.pop()


def _turn() -> None:
    """Give what was spent since the last turn to the stage that ran."""
    _spent[_running[-1]] += sum(os.times()[:4]) - sum(_spent.values())


def _write(report: Path) -> None:
    _turn()
    report.write_text(json.dumps(_spent), encoding="utf-8")


if report := os.environ.get("BENCH_STAGES"):
    for (module, function), stage in STAGES.items():
        setattr(module, function, _stage(stage)(getattr(module, function)))
    atexit.register(_write, Path(report))
