"""What changed in the clauses of a document, by official number: added, removed, renumbered, or said otherwise."""

from collections.abc import Iterator, Sequence

from macros.derived.changes.fields import field_changes
from macros.derived.changes.zz_fields__pairing import pair
from macros.derived.changes.zz_wording__change import Change
from macros.records.clause import Clause, NumberedClause

_OWN = ("label", "children")  # the number is compared here, the clauses below one by one


def clause_changes(old: Sequence[NumberedClause], new: Sequence[NumberedClause]) -> Iterator[Change]:
    """By number, in the order of the new document; what is gone comes last."""
    found = pair(old, new, lambda numbered: numbered.number)
    before = {numbered.number: numbered for numbered, _ in found.kept}
    moved = _moved(found.removed, found.added)
    for numbered in new:
        if numbered.number in before:
            yield from _said_otherwise(before[numbered.number], numbered)
        elif numbered.number in moved:
            yield _at(numbered, f"{moved[numbered.number].number} から番号が変わりました（内容は同じです）")
        elif not _is_within(numbered, found.added):
            yield _at(numbered, f"条項を加えました{_named(numbered.clause)}")
    gone = [each for each in found.removed if each not in moved.values() and not _is_within(each, found.removed)]
    yield from (Change(f"条項を除きました{_named(numbered.clause)}", str(numbered.number)) for numbered in gone)
    if found.is_reordered:
        yield Change("条項の並び順を直しました")


def _is_within(numbered: NumberedClause, others: Sequence[NumberedClause]) -> bool:
    """Whether the clause above is among the others, so that to name that one is enough."""
    part, labels = numbered.number
    return any(each.number == (part, labels[:-1]) for each in others)


def _said_otherwise(old: NumberedClause, new: NumberedClause) -> Iterator[Change]:
    return (_at(new, sentence) for sentence in field_changes(old.clause, new.clause, skip=_OWN))


def _moved(
    removed: Sequence[NumberedClause], added: Sequence[NumberedClause]
) -> dict[tuple[object, ...], NumberedClause]:
    """The former place of each added clause that says just what a removed one said."""
    former = {_said(numbered.clause): numbered for numbered in removed if _says_something(numbered.clause)}
    return {numbered.number: former[said] for numbered in added if (said := _said(numbered.clause)) in former}


def _said(clause: Clause) -> str:
    return clause.model_dump_json(exclude=set(_OWN))


def _says_something(clause: Clause) -> bool:
    return _said(clause) != _said(Clause.model_construct(label=clause.label))


def _named(clause: Clause) -> str:
    return f"：{clause.heading}" if clause.heading else ""


def _at(numbered: NumberedClause, sentence: str) -> Change:
    return Change(sentence, str(numbered.number), numbered.number.anchor)
