"""Addresses that never die (DESIGN.md §4): which there are, which were promised, where those that went lead."""

from macros.permanence.addresses import Published, addresses
from macros.permanence.lock import LOCK, broken_promises, locked, unlocked, write_lock
from macros.permanence.redirects import retired_places, write_redirects
from macros.permanence.renaming import NotRenamed, rename
from macros.permanence.whereabouts import misleading

__all__ = [
    "LOCK",
    "NotRenamed",
    "Published",
    "addresses",
    "broken_promises",
    "locked",
    "misleading",
    "rename",
    "retired_places",
    "unlocked",
    "write_lock",
    "write_redirects",
]
