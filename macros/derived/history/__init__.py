"""When, how and why the records changed, as git knows it. Not the words for a change: see `changes/`."""

from macros.derived.history.differences import FileMeaning, meanings
from macros.derived.history.git import NoGit, UnknownRevision
from macros.derived.history.history import NO_HISTORY, History, RecordHistory, Version, read_history
from macros.derived.history.old_records import Content

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
