"""Exports that take the documents one by one as they pass, so that no more than one of them stands in memory.

Each is a context: it opens its files, gives back what takes a document, and completes its files in the end.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TypeAlias

from macros.exports.export import Exported
from macros.exports.open_data.shapes import Document

Take: TypeAlias = Callable[[str, Document], None]
"""Takes a document with its kind."""

Stream: TypeAlias = Callable[[Exported, Path], AbstractContextManager[Take]]


def pass_documents(exported: Exported, site: Path, streams: tuple[Stream, ...]) -> None:
    """Make every document once and show it to each of the streams."""
    with ExitStack() as opened:
        takers = [opened.enter_context(stream(exported, site)) for stream in streams]
        for kind, document in exported.documents:
            for take in takers:
                take(kind, document)
