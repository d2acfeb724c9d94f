"""Records that were read before, kept by content: read once, they need not be read again. Never stale.

A key is the digest of everything that a record is made from: the file's name and text, the model, the code of this
package and the versions beneath it. Whoever changes any of these asks for another key. What had a problem is not kept,
so that every problem is found anew, with its line.
"""

import pickle
import platform
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from macros.records.record import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)

_PACKAGES = ("pydantic", "pydantic-core", "pyyaml")


class Kept:
    """The records kept in `folder`; in memory alone where there is none. Losing any of them costs time only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._records: dict[str, Record] = {}
        self._asked: set[str] = set()

    def key(self, path: Path, model: type[Record]) -> str | None:
        """The key of the record that the file would make; None where it cannot be read."""
        with suppress(OSError):
            about = f"{_code()}\0{model.__qualname__}\0{path.parent.name}/{path.name}\0"
            if path.is_file() and not path.is_symlink():  # a pipe would be waited for
                return sha256(about.encode("utf-8", "surrogateescape") + path.read_bytes()).hexdigest()
        return None

    def get(self, key: str, model: type[AnyRecord]) -> AnyRecord | None:
        """The record with this key, if it was kept whole."""
        self._asked.add(key)
        if key not in self._records and self._folder:
            with suppress(Exception):  # cut short, or of another Python: then it is read anew
                self._records[key] = pickle.loads((self._folder / key).read_bytes())  # noqa: S301 — our own folder
        record = self._records.get(key)
        return record if isinstance(record, model) else None

    def put(self, key: str, record: Record) -> None:
        """Keep a record that nothing is wrong with, before anything was computed from it."""
        self._asked.add(key)
        self._records[key] = record
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                    file.write(pickle.dumps(record, pickle.HIGHEST_PROTOCOL))
                Path(file.name).replace(self._folder / key)

    def forget(self) -> None:
        """Drop what nobody has asked for since it began: files that were changed or removed."""
        self._records = {key: record for key, record in self._records.items() if key in self._asked}
        for path in self._folder.iterdir() if self._folder and self._folder.is_dir() else ():
            if path.name not in self._asked:
                path.unlink(missing_ok=True)
        self._asked = set()


@cache
def _code() -> str:
    """A digest of all that turns a file into a record."""
    digest = sha256(f"{sys.version}{platform.machine()}{[version(name) for name in _PACKAGES]}".encode())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
