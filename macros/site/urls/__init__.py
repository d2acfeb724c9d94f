"""Addresses that never die (DESIGN.md §4): which there are, which were promised, where those that went lead."""

from macros.site.urls.manifest import PROMISED, Lost, lost, promised, write_promised
from macros.site.urls.published import Published, addresses
from macros.site.urls.redirects import mark_lost, misleading, retired_places, write_redirects
from macros.site.urls.renaming import NotRenamed, rename

__all__ = [
    "PROMISED",
    "Lost",
    "NotRenamed",
    "Published",
    "addresses",
    "lost",
    "mark_lost",
    "misleading",
    "promised",
    "rename",
    "retired_places",
    "write_promised",
    "write_redirects",
]
