"""What staff may want to look at, though nothing is wrong: words that nothing uses, words nearly written twice.

Not problems (`checking/`): an archive with notices is sound and is published.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.archive import Archive
from macros.cross_references import CrossReferences
from macros.pages import KINDS, Kind
from macros.records.vocabulary import Entry

_LIGHT = re.compile(r"[\s・･\-‐―ー〜~、,.()（）「」]|及び|又は|並びに|等$")


@dataclass(frozen=True)
class Notice:
    """`file` is below `data/`."""

    file: str
    sentence: str

    def __str__(self) -> str:
        return f"お知らせ：data/{self.file}: {self.sentence}"


def notices(archive: Archive, references: CrossReferences) -> Iterator[Notice]:
    """In the order of the files."""
    for kind in KINDS:
        entries = references.words(kind.name).entries
        yield from _unused(kind, entries, references)
        yield from _nearly_double(kind, entries)
    yield from _missing_precedents(archive, references)


def _unused(kind: Kind, entries: tuple[Entry, ...], references: CrossReferences) -> Iterator[Notice]:
    for entry in entries:
        if not references.mentions(kind.name, entry):
            yield Notice(f"vocabulary/{kind.name}.yml", f"「{entry.name}」は、どの記録にも使われていません。")


def _nearly_double(kind: Kind, entries: tuple[Entry, ...]) -> Iterator[Notice]:
    for what, alike in (("書き方", _written), ("読み", _read)):
        groups: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            groups[alike(entry)].append(entry.name)
        for names in groups.values():
            if len(names) > 1:
                said = f"「{'」と「'.join(names)}」は{what}が同じか、ほとんど同じです。同じものなら、1つにまとめて別名にしてください。"
                yield Notice(f"vocabulary/{kind.name}.yml", said)


def _written(entry: Entry) -> str:
    return _LIGHT.sub("", unicodedata.normalize("NFKC", entry.name).lower()) or entry.name


def _read(entry: Entry) -> str:
    return _LIGHT.sub("", unicodedata.normalize("NFKC", entry.reading)) or entry.name


def _missing_precedents(archive: Archive, references: CrossReferences) -> Iterator[Notice]:
    """A precedent that is older than the archive is 未収録; one from within its years is likely a slip."""
    oldest = min((record.number for record in archive.consultations if record.number), default=0)
    for consultation in archive.consultations:
        for numbered in consultation.numbered_clauses:
            for precedent in numbered.clause.precedents:
                if 0 < oldest < precedent.number and references.numbered(precedent.number) is None:
                    said = f"{numbered.number} の前例、諮問第{precedent.number}号が収録されていません。番号を確かめてください。"
                    yield Notice(f"consultations/{consultation.id}.yml", said)
