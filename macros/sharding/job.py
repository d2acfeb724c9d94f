"""What a build is to do of a whole that several jobs make. Told to the hooks by the environment: MkDocs has no other way in."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from macros.sharding.shard import Shard
from macros.sharding.shelf import INDEX, PAGES, Shelf

_VARIABLE = "SHIMON_SHARDS"


@dataclass(frozen=True)
class Job:
    """With a `shard`, that share of the index; without one, the site from the shares of `of` jobs; `of` 0: all by itself."""

    of: int = 0
    shard: Shard | None = None

    @classmethod
    def told(cls) -> Self:
        """What the `environment` of another told this process."""
        told = os.environ.get(_VARIABLE, "")
        shard = Shard.parse(told) if "/" in told else None
        return cls(shard.of if shard else int(told or 0), shard)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that tell the hooks."""
        return {_VARIABLE: str(self.shard or self.of or "")}

    def require_shares(self, project: Path) -> None:
        """Raises ShardsMissing before anything is made."""
        if self.of:
            Shelf(project).require((PAGES,) if self.shard else (PAGES, INDEX), self.of)

    def page_shares(self, project: Path) -> list[Path]:
        """Where others made the pages."""
        return Shelf(project).shares(PAGES, self.of) if self.of else []

    def index_shares(self, project: Path) -> list[Path]:
        """Where others made the index."""
        return Shelf(project).shares(INDEX, self.of) if self.of and not self.shard else []


ALONE = Job()
"""The whole, without others."""
