"""Addresses that never die (DESIGN.md §4): which there are, which were promised, where those that went lead."""

from macros.site.urls.manifest import LOCK, broken_promises, locked, lost_places, unlocked, write_lock
from macros.site.urls.published import Published, addresses
from macros.site.urls.redirects import mark_lost_places, misleading, retired_places, write_redirects
from macros.site.urls.renaming import NotRenamed, rename

__all__ = [
    "LOCK",
    "NotRenamed",
    "Published",
    "addresses",
    "broken_promises",
    "locked",
    "lost_places",
    "mark_lost_places",
    "misleading",
    "rename",
    "retired_places",
    "unlocked",
    "write_lock",
    "write_redirects",
]
