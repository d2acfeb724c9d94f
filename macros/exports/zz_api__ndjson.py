"""api/v1/all.ndjson: every document on a line of its own, for programs that read it all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic_core import to_json

from macros.exports.export import Exported
from macros.exports.open_data.links import API
from macros.exports.zz_api__streams import Take


@contextmanager
def ndjson(exported: Exported, site: Path) -> Iterator[Take]:  # noqa: ARG001 — a stream like the others
    """The documents of api/v1/, each the same as in its own file."""
    path = site / API / "all.ndjson"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as lines:
        yield lambda _, document: lines.writelines((to_json(document), b"\n"))
