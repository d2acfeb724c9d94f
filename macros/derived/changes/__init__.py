"""What a new version of a record changes, in words: old → new, clause by clause. Pure: no files, no git, no HTML."""

from macros.derived.changes.records import entry_changes, record_changes
from macros.derived.changes.wording import Change

__all__ = ["Change", "entry_changes", "record_changes"]
