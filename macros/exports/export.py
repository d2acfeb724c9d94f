"""One file that the site gives to programs, and what all such files are made from."""

from dataclasses import dataclass

from macros.archive import Archive
from macros.cross_references import CrossReferences


@dataclass(frozen=True)
class Exported:
    """What an export may draw on."""

    archive: Archive
    references: CrossReferences

    def address(self, path: str) -> str:
        """The full address of `path`, which is relative to the site."""
        return self.archive.council.site.address + path


@dataclass(frozen=True)
class Export:
    """One file; `path` is relative to the site."""

    path: str
    content: bytes
