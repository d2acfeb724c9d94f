"""Records that were read before, kept by content: read once, they need not be read again. Never stale.

A key is the digest of everything that a record is made from: the file's name and text, the model, the code of this
package and the versions beneath it. Whoever changes any of these asks for another key. What had a problem is not kept,
so that every problem is found anew, with its line. And of records that are kept: which of them the rules found sound
together, so that those need not be asked again either.
"""

import pickle
import platform
import sys
from collections.abc import Iterable
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
_SOUND = "sound"


class Kept:
    """The records kept in `folder`; in memory alone where there is none. Losing any of them costs time only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._records: dict[str, Record] = {}
        self._keys: dict[int, str] = {}  # by id() of what is in _records
        self._sound: set[str] = set()
        if folder:
            with suppress(OSError, ValueError):
                self._sound = {*(folder / _SOUND).read_text(encoding="ascii").split()}
        self._asked: set[str] = set()

    def key(self, model: type[Record], *paths: Path) -> str | None:
        """The key of the record that the files would make; None where one cannot be read."""
        digest = sha256(f"{_code()}\0{model.__qualname__}\0".encode())
        with suppress(OSError):
            for path in paths:
                if not path.is_file() or path.is_symlink():  # a pipe would be waited for
                    return None
                digest.update(f"{path.parent.name}/{path.name}\0".encode("utf-8", "surrogateescape"))
                digest.update(sha256(path.read_bytes()).digest())
            return digest.hexdigest()
        return None

    def get(self, key: str, model: type[AnyRecord]) -> AnyRecord | None:
        """The record with this key, if it was kept whole."""
        self._asked.add(key)
        if key not in self._records and self._folder:
            with suppress(Exception):  # cut short, or of another Python: then it is read anew
                self._records[key] = pickle.loads((self._folder / key).read_bytes())  # noqa: S301 — our own folder
        record = self._records.get(key)
        if not isinstance(record, model):
            return None
        self._keys[id(record)] = key
        return record

    def put(self, key: str, record: Record) -> None:
        """Keep a record that nothing is wrong with, before anything was computed from it."""
        self._asked.add(key)
        self._records[key] = record
        self._keys[id(record)] = key
        self._write(key, pickle.dumps(record, pickle.HIGHEST_PROTOCOL))

    def are_sound(self, *records: Record) -> bool:
        """Whether every rule between these very records was asked before and found nothing."""
        together = self._together(records)
        return together is not None and together in self._sound

    def found_sound(self, *records: Record) -> None:
        """Remember that it is so, where all of them are kept."""
        together = self._together(records)
        if together is not None:
            self._sound.add(together)

    def _together(self, records: Iterable[Record]) -> str | None:
        keys = [self._keys.get(id(record)) for record in records]
        together = None if None in keys else sha256("".join(filter(None, keys)).encode()).hexdigest()
        self._asked.add(together or "")
        return together

    def forget(self) -> None:
        """Drop what nobody has asked for since it began: files that were changed or removed."""
        self._records = {key: record for key, record in self._records.items() if key in self._asked}
        self._keys = {id(record): key for key, record in self._records.items()}
        self._sound &= self._asked
        for path in self._folder.iterdir() if self._folder and self._folder.is_dir() else ():
            if path.name not in self._asked:
                path.unlink(missing_ok=True)
        self._write(_SOUND, "\n".join(sorted(self._sound)).encode())
        self._asked = set()

    def _write(self, name: str, content: bytes) -> None:
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                    file.write(content)
                Path(file.name).replace(self._folder / name)


@cache
def _code() -> str:
    """A digest of all that turns a file into a record."""
    digest = sha256(f"{sys.version}{platform.machine()}{[version(name) for name in _PACKAGES]}".encode())
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
