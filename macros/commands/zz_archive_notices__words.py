"""Words of the vocabulary that nothing uses, and words nearly written twice."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from macros.commands.zz_archive_notices__notice import Notice
from macros.derived.cross_references import CrossReferences
from macros.records.vocabulary import Entry
from macros.site.pages import KINDS, Kind

_LIGHT = re.compile(r"[\s・･\-‐―ー〜~、,.()（）「」]|及び|又は|並びに|等$")


def doubtful_words(references: CrossReferences) -> Iterator[Notice]:
    """In the order of the files."""
    for kind in KINDS:
        entries = references.words(kind.name).entries
        yield from _unused(kind, entries, references)
        yield from _nearly_double(kind, entries)


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
