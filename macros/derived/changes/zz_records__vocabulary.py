"""What changed in a file of words: an entry is known by its id, so that a new name is a renaming."""

from collections.abc import Iterator, Sequence

from macros.derived.changes.fields import field_changes
from macros.derived.changes.zz_fields__pairing import Pairing, pair
from macros.derived.changes.zz_wording__change import Change
from macros.records.vocabulary import Entry, Synonym


def entry_changes(old: Sequence[Entry | Synonym], new: Sequence[Entry | Synonym]) -> tuple[Change, ...]:
    """Renamed, added, removed, or said otherwise."""
    return tuple(_sentences(pair(old, new, _key)))


def _key(entry: Entry | Synonym) -> str:
    return entry.id if isinstance(entry, Entry) else entry.words[0]


def _name(entry: Entry | Synonym) -> str:
    return entry.name if isinstance(entry, Entry) else entry.words[0]


def _sentences(found: Pairing[Entry | Synonym]) -> Iterator[Change]:
    for before, after in found.kept:
        if _name(before) != _name(after):
            yield Change(
                f"名前を改めました：「{_name(before)}」→「{_name(after)}」", f"「{_name(after)}」", _key(after)
            )
        for sentence in field_changes(before, after, skip=("name",)):
            yield Change(sentence, f"「{_name(after)}」", _key(after))
    for entry in found.added:
        yield Change("加えました", f"「{_name(entry)}」", _key(entry))
    for entry in found.removed:
        yield Change("除きました", f"「{_name(entry)}」")
    if found.is_reordered:
        yield Change("並び順を直しました")
