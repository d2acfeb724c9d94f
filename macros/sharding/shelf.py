"""Where jobs lay what they made: `.build/shards/<digest>/`. The digest covers everything that a site is made from.

What was made from another state of the project lies elsewhere, so it can never get into a site.
"""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

from macros.problems import Refused
from macros.sharding.shard import Shard

PAGES, INDEX = "pages", "index"

_MADE_FROM = ("data", "docs", "overrides", "macros", "mkdocs.yml", "urls.lock")


class ShardsMissing(Refused):
    """Shares are not there, or were made from another state of the project; the message names all."""


class Shelf:
    """The shares of one state of `project`."""

    def __init__(self, project: Path) -> None:
        self._shards = project / ".build" / "shards"
        self._folder = self._shards / _digest(project)

    def share(self, kind: str, shard: Shard) -> Path:
        """Where the share lies, or would lie."""
        return self._folder / f"{kind}-{shard.number}-of-{shard.of}"

    def shares(self, kind: str, of: int) -> list[Path]:
        """Where all shares of a kind lie."""
        return [self.share(kind, shard) for shard in Shard.all(of)]

    def require(self, kinds: Iterable[str], of: int) -> None:
        """Raises ShardsMissing, which names all that are."""
        missing = [(kind, shard) for kind in kinds for shard in Shard.all(of) if not self.share(kind, shard).is_dir()]
        if missing:
            commands = "".join(f"\n  make shard-{kind} SHARD={shard}" for kind, shard in missing)
            raise ShardsMissing(f"いまの記録から作った組がありません。先に次を実行してください。{commands}")

    @contextmanager
    def new_share(self, kind: str, shard: Shard) -> Iterator[Path]:
        """A folder that becomes the share when all has gone well. Shares of other states are thrown away."""
        for other in self._shards.glob("*"):
            if other != self._folder:
                shutil.rmtree(other)
        share = self.share(kind, shard)
        fresh = share.with_name(f".{share.name}")
        for left in (fresh, share):
            shutil.rmtree(left, ignore_errors=True)
        fresh.mkdir(parents=True)
        yield fresh
        fresh.rename(share)


def _digest(project: Path) -> str:
    digest = sha256(f"{_versions()}\0{_commit(project)}\0".encode())
    for path in sorted(path for name in _MADE_FROM for path in _files(project / name)):
        digest.update(path.relative_to(project).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _files(path: Path) -> list[Path]:
    found = [path] if path.is_file() else path.rglob("*")
    return [each for each in found if each.is_file() and each.suffix != ".pyc"]


def _versions() -> list[str]:
    return sorted(f"{each.name} {each.version}" for each in distributions())


def _commit(project: Path) -> str:
    """What the history of records is read from; empty outside of git."""
    command = ["git", "-C", str(project), "rev-parse", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
