"""What the files of `data/` would mean if they were published now, beside what they meant at a revision.

For people about to publish: reads the working tree. Words are in `changes/`, how they are printed in `commands/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from macros.derived.changes import Change, entry_changes, record_changes
from macros.derived.history.git import Repository
from macros.loading.validation import shape, shape_list
from macros.loading.yaml_reader import read_text
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.council import Council
from macros.records.kinds import KINDS, TABLES
from macros.records.meeting import Meeting
from macros.records.models import ENTRIES, RECORDS
from macros.records.record import Record
from macros.records.schedule import Schedule
from macros.records.vocabulary import Entry, Synonym

_LISTS: dict[str, type[Record]] = {**ENTRIES, "synonyms": Synonym, "intents": Synonym}
_NAMES = {**{name: kind.label for name, kind in KINDS.items()}, **TABLES}
_UNREADABLE = "ファイルが読めないため、変更の内容を示せません。make check で直すところを確かめてください。"


_Read: TypeAlias = Record | list[Entry | Synonym]


@dataclass(frozen=True)
class FileMeaning:
    """One file that differs: what it is, and what changed, in words."""

    path: PurePosixPath
    title: str
    changes: tuple[Change, ...] = field(default=())


def meanings(project: Path, base: str) -> Iterator[FileMeaning]:
    """Every file of `data/` that differs from `base`, by path. Raises NoGit and UnknownRevision."""
    repository = Repository(project)
    tree = repository.tree(base, "data")
    differing = sorted(path for path in repository.differing(base, "data") if path.endswith(".yml"))
    blobs = repository.blobs(tree[path] for path in differing if path in tree)
    for path in differing:
        file = project / path
        before = blobs.get(tree[path]) if path in tree else None
        yield _meaning(PurePosixPath(path), before, file.read_bytes() if file.is_file() else None)


def _meaning(path: PurePosixPath, before: bytes | None, after: bytes | None) -> FileMeaning:
    old, new = _read(path, before), _read(path, after)
    title = _title(path, new or old)
    if before is None:
        return FileMeaning(path, title, (Change("新しく加わります"),) if new else (Change(_UNREADABLE),))
    if after is None:
        return FileMeaning(path, title, (Change("なくなります"),))
    if old is None or new is None:
        return FileMeaning(path, title, (Change(_UNREADABLE),))
    return FileMeaning(path, title, _compared(old, new) or (Change("書き方だけが変わります（内容は変わりません）"),))


def _compared(old: _Read, new: _Read) -> tuple[Change, ...]:
    if isinstance(old, list) and isinstance(new, list):
        return entry_changes(old, new)
    return record_changes(old, new) if isinstance(old, Record) and isinstance(new, Record) else ()


def _read(path: PurePosixPath, content: bytes | None) -> _Read | None:
    """What the file says; None where it does not exist or cannot be read as a whole."""
    document, problems = read_text(Path(path), (content or b"").decode("utf-8-sig", "replace"))
    if problems:
        return None
    if path.parent.name == "vocabulary" and path.stem in _LISTS:
        entries, faults = shape_list(document, _LISTS[path.stem])
        return None if faults else [entry for entry in entries if isinstance(entry, Entry | Synonym)]
    model = Council if path.name == "council.yml" else RECORDS.get(path.parent.name)
    shaped = shape(document, model) if model else None
    return None if shaped is None or shaped.problems else shaped.record


def _title(path: PurePosixPath, read: _Read | None) -> str:
    match read:
        case Consultation() | Answer():
            return read.name
        case Meeting():
            return f"{read.held_on.japanese}の{read.title}"
        case Schedule():
            return read.title
        case list():
            return f"語彙：{_NAMES.get(path.stem, path.stem)}"
        case Council():
            return "自治体とサイトの設定"
    return path.stem
