"""What a new version of a record changes, in words: old → new, clause by clause. Pure: no files, no git, no HTML."""

from macros.changes.change import Change
from macros.changes.records import record_changes
from macros.changes.vocabulary import entry_changes

__all__ = ["Change", "entry_changes", "record_changes"]
