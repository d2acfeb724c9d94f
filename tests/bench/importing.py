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
from tests.archives import with_words

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
    known = archive.vocabulary.of("items").entries
    kept = tuple(entry for entry in known if used & {entry.name, *entry.aliases})
    return with_words(archive.vocabulary, items=Words(entries=kept))


def compared(consultation: Consultation, draft: Draft, is_shown: bool) -> Counter[str]:
    """Print how much of the record the draft has; return the sums."""
    read = Consultation.model_validate(plain(draft.values) | {"概要": None})  # its prose is a person's
    sums: Counter[str] = Counter()
    for name, of in (("条項", clauses), ("項目", items)):
        missing, surplus, recorded = of(consultation) - of(read), of(read) - of(consultation), of(consultation).total()
        sums += Counter({name: recorded, f"{name} right": recorded - missing.total()})
        print(f"  {name} {recorded - missing.total()}/{recorded}　余分 {surplus.total()}")
        for key in (*missing, *surplus) if is_shown else ():
            print("    無い" if key in missing else "    余分", *key)
    return sums


def main() -> None:
    """Print rows for each 諮問: clauses and items that are right, and what is surplus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--new-words", action="store_true")
    parser.add_argument("--show", action="store_true", help="what is missing and what is surplus")
    command = parser.parse_args()
    archive = load(command.data)
    sums: Counter[str] = Counter()
    for consultation in archive.consultations:
        vocabulary = without_new_words(archive, consultation) if command.new_words else archive.vocabulary
        drafts = [draft for source in command.sources for draft in import_document(source, vocabulary).drafts]
        draft = next((draft for draft in drafts if draft.name == consultation.id), None)
        asked = sum("要旨を書いて" not in doubt.question for doubt in doubts(draft.values)) if draft else 0
        print(f"諮問第{consultation.id}号　{f'要旨のほかの要確認 {asked}' if draft else '文書にありません'}")
        sums += compared(consultation, draft, command.show) if draft else Counter()
    for name in ("条項", "項目"):
        print(f"{name} {sums[f'{name} right']}/{sums[name]}")


if __name__ == "__main__":
    main()
