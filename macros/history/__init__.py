"""When, how and why the records changed, as git knows it. Not the words for a change: see `changes/`."""

from macros.history.content import Content
from macros.history.history import History, RecordHistory, Version, read_history

__all__ = ["Content", "History", "RecordHistory", "Version", "read_history"]
