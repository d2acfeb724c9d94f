"""One page made from records: address, title, description, template and what the template is given.

No HTML and no MkDocs here. Hand-written pages live in `docs/`.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page made from records. `address` is relative to the site and ends with a slash."""

    address: str
    title: str
    description: str
    template: str
    source: str
    """The file that staff would edit to change this page, relative to the project."""
    context: dict[str, Any] = field(default_factory=dict)
    crumb: str = ""
    """The short name in the breadcrumbs, where the title is long."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What search knows beyond the text; see `search/facets.py`."""
    names: tuple[str, ...] | None = None
    """What search finds it by where its text repeats other pages: a word's name and reading. None: its text; (): nothing."""
    also_from: tuple[str, ...] = ()
    """Further files whose change changes this page: the answers to a consultation, the meetings that spoke of it."""
    is_listed: bool = True
    """False for what is reached by its address alone: in no search, no site map, no search engine."""

    @classmethod
    def by_hand(cls, address: str, title: str, description: str) -> "Page":
        """A page of `docs/`, as far as it is described to search engines; what stands on it is drawn elsewhere."""
        return cls(address, title, description, template="", source="docs/")
