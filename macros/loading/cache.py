"""Records that were read before, kept in memory by content, for the preview: read once, they need not be read again.

Never stale: a key is the digest of everything that a record is made from, the file's name and text and the model, so
that whoever changes any of these asks for another key. What had a problem is not kept, so that every problem is found
anew, with its line. And of records that are kept: which of them the rules found sound together, so that those need not
be asked again either.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from macros.records.record import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Kept:
    """The records that some runs of `archive.load` have read; one run uses it at a time."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._keys: dict[int, str] = {}  # by id() of what is in _records
        self._sound: set[frozenset[str]] = set()
        self._asked: set[str] = set()

    def key(self, model: type[Record], *paths: Path) -> str | None:
        """The key of the record that the files would make; None where one cannot be read."""
        digest = sha256(f"{model.__qualname__}\0".encode())
        with suppress(OSError):
            for path in paths:
                if not path.is_file() or path.is_symlink():  # a pipe would be waited for
                    return None
                digest.update(f"{path.parent.name}/{path.name}\0".encode("utf-8", "surrogateescape"))
                digest.update(sha256(path.read_bytes()).digest())
            return digest.hexdigest()
        return None

    def get(self, key: str, model: type[AnyRecord]) -> AnyRecord | None:
        """The record with this key, if it was kept."""
        self._asked.add(key)
        record = self._records.get(key)
        return record if isinstance(record, model) else None

    def put(self, key: str, record: Record) -> None:
        """Keep a record that nothing is wrong with."""
        self._asked.add(key)
        self._records[key] = record
        self._keys[id(record)] = key

    def are_sound(self, *records: Record) -> bool:
        """Whether every rule between these very records was asked before and found nothing."""
        return self._together(records) in self._sound

    def found_sound(self, *records: Record) -> None:
        """Remember that it is so, where all of them are kept."""
        if together := self._together(records):
            self._sound.add(together)

    def _together(self, records: tuple[Record, ...]) -> frozenset[str]:
        """The keys of `records`; empty where one of them is not kept."""
        keys = [self._keys.get(id(record), "") for record in records]
        return frozenset(keys) if all(keys) else frozenset()

    def forget(self) -> None:
        """Drop what nobody has asked for since it began: files that were changed or removed."""
        self._records = {key: record for key, record in self._records.items() if key in self._asked}
        self._keys = {id(record): key for key, record in self._records.items()}
        self._sound = {together for together in self._sound if together <= self._records.keys()}
        self._asked = set()
