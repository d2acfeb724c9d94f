"""When, how and why the records changed, as git knows it. Not the words for a change: see `changes/`."""

from macros.history.content import Content
from macros.history.git import NoGit, UnknownRevision
from macros.history.history import NO_HISTORY, History, RecordHistory, Version, read_history
from macros.history.meaning import FileMeaning, meanings

__all__ = [
    "NO_HISTORY",
    "Content",
    "FileMeaning",
    "History",
    "NoGit",
    "RecordHistory",
    "UnknownRevision",
    "Version",
    "meanings",
    "read_history",
]
