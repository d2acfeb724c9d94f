"""How much of a checked record `shimon import` gets right from its document, without a touch.

    python -m tests.bench.importing SOURCE [SOURCE …]

A clause is right when number and heading are as in the record; an item when its name, what it stands
within (flow, groups, items) and its clause are. What the record has no counterpart for counts as surplus.
`--new-words` takes the words that only this 諮問 uses out of the vocabulary first: what it is like
when a 諮問 brings names that nobody has registered yet.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.documents.importing.draft import Draft
from macros.documents.importing.importer import import_document
from macros.documents.importing.questions import doubts, plain
from macros.loading.archive import Archive, load
from macros.records.consultation import Consultation
from macros.records.items import ItemGroup, ItemList
from macros.records.vocabulary import Vocabulary, Words

Key = tuple[Any, ...]


def clauses(consultation: Consultation) -> Counter[Key]:
    """Number and heading of every clause."""
    return Counter((numbered.number.anchor, numbered.clause.heading) for numbered in consultation.numbered_clauses)


def items(consultation: Consultation) -> Counter[Key]:
    """Clause, flow, what it stands within, and name of every item."""
    return Counter(
        (numbered.number.anchor, place, *path)
        for numbered in consultation.numbered_clauses
        for place, flow in enumerate(each for each in numbered.clause.flows if each.content is None)
        for path in _paths(flow.items)
    )


def _paths(listed: ItemList, above: Key = ()) -> Iterator[Key]:
    for entry in listed.entries:
        if isinstance(entry, ItemGroup):
            yield from _paths(entry.items, (*above, entry.label))
        else:
            yield (*above, entry.name, entry.kinds, entry.note)
            if entry.parts:
                yield from _paths(entry.parts, (*above, entry.name))


def without_new_words(archive: Archive, consultation: Consultation) -> Vocabulary:
    """The vocabulary without the items that only this consultation uses."""
    used = {name for other in archive.consultations if other.id != consultation.id for name in other.item_names}
    known = archive.vocabulary.items.entries
    kept = tuple(entry for entry in known if used & {entry.name, *entry.aliases})
    return archive.vocabulary.model_copy(update={"items": Words(entries=kept)})


def drafted(sources: list[Path], vocabulary: Vocabulary) -> dict[str, Draft]:
    """Every draft that the sources give, by name."""
    return {draft.name: draft for source in sources for draft in import_document(source, vocabulary).drafts}


def main() -> None:
    """Print a row for each 諮問."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--new-words", action="store_true")
    parser.add_argument("--show", action="store_true", help="what is missing and what is surplus")
    command = parser.parse_args()
    archive = load(command.data)
    totals: Counter[str] = Counter()
    print("諮問   条項        余分  項目        余分  要確認（要旨のほか）")
    for consultation in archive.consultations:
        vocabulary = without_new_words(archive, consultation) if command.new_words else archive.vocabulary
        draft = drafted(command.sources, vocabulary).get(consultation.id)
        if draft is None:
            print(f"{consultation.id:5}  文書にありません")
            continue
        read = Consultation.model_validate(plain(draft.values) | {"概要": None})  # its prose is a person's
        row = []
        for name, of in (("clauses", clauses), ("items", items)):
            expected, found = of(consultation), of(read)
            right, surplus = (expected & found).total(), (found - expected).total()
            row.append(f"{right:3}/{expected.total():3} {_share(right, expected.total()):>5}  {surplus:3}")
            totals[name] += expected.total()
            totals[f"{name} right"] += right
            if command.show:
                print(*(f"  無い {key}" for key in (expected - found)), sep="\n")
                print(*(f"  余分 {key}" for key in (found - expected)), sep="\n")
        asked = sum("要旨を書いて" not in doubt.question for doubt in doubts(draft.values))
        print(f"{consultation.id:5}  {'  '.join(row)}  {asked:3}")
    for name in ("clauses", "items"):
        print(name, f"{totals[f'{name} right']}/{totals[name]}", _share(totals[f"{name} right"], totals[name]))


def _share(right: int, total: int) -> str:
    return f"{100 * right / total:.1f}%" if total else "—"


if __name__ == "__main__":
    main()
