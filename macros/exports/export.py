"""One file that the site gives to programs, what all such files are made from, and two small ones.

schema/v1/names.json is the vocabulary as it is today (the shapes beside it are files of `docs/`); link/references.json
is what the page for authors of minutes checks citations against, and the grammar it reads by.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY, History
from macros.documents.linking.targets import references, references_json
from macros.exports.open_data import Documents
from macros.loading.archive import Archive
from macros.loading.schemas import NAMES, names, schemas
from macros.records.dates import CouncilDate


@dataclass(frozen=True)
class Exported:
    """What an export may draw on."""

    archive: Archive
    references: CrossReferences
    pages: Mapping[str, CouncilDate | None] = field(default_factory=dict)
    """The addresses of all pages that are to be found, relative to the site, and when their record last changed."""
    history: History = NO_HISTORY

    @cached_property
    def documents(self) -> Documents:
        """The archive as open data."""
        return Documents(self.archive, self.references)

    def address(self, path: str) -> str:
        """The full address of `path`, which is relative to the site."""
        return self.archive.council.site.address + path

    @property
    def host(self) -> str:
        """The host of the site, as identifiers of programs need it."""
        return urlsplit(self.archive.council.site.address).netloc

    def tag(self, name: str) -> str:
        """A tag: URI (RFC 4151) for what has this name in the site."""
        return f"tag:{self.host.partition(':')[0]},{self.archive.council.site.since}:{name}"


@dataclass(frozen=True)
class Export:
    """One file; `path` is relative to the site."""

    path: str
    content: bytes


def as_json(value: Any) -> bytes:
    """JSON as we publish it: Japanese as it is, keys in their order, compact, a line break at the end."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def vocabulary_names(exported: Exported) -> Iterator[Export]:
    """Every name that records may use, and the shapes; each with its address as `$id`.

    The files of `docs/` have none: an editor that knows an address would fetch the neighbours from there.
    """
    for path, text in (*schemas(), (NAMES, names(exported.archive.vocabulary))):
        identified = {"$id": exported.address(f"schema/v1/{path}"), **json.loads(text)}
        yield Export(f"schema/v1/{path}", as_json(identified))


def linking(exported: Exported) -> Iterator[Export]:
    """For our own page alone; the open data are in api/v1/."""
    yield Export("link/references.json", references_json(references(exported.references, exported.history)))
