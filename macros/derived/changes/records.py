"""What changed between two versions of one record of any kind: its own fields first, then part by part.

Clauses are compared by their official number, words of the vocabulary by their id: a new name is a renaming.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from macros.derived.changes.fields import Pairing, field_changes, pair
from macros.derived.changes.wording import Change
from macros.records.clause import Clause, NumberedClause
from macros.records.consultation import Consultation, Part
from macros.records.record import Record
from macros.records.schedule import Schedule, Step
from macros.records.vocabulary import Entry, Synonym

_OWN = ("label", "children")  # the number is compared here, the clauses below one by one


def clause_changes(old: Sequence[NumberedClause], new: Sequence[NumberedClause]) -> Iterator[Change]:
    """By number, in the order of the new document; what is gone comes last."""
    pairing = pair(old, new, lambda numbered: numbered.number)
    before = {numbered.number: numbered for numbered, _ in pairing.kept}
    moved = _moved(pairing.removed, pairing.added)
    for numbered in new:
        if numbered.number in before:
            yield from _said_otherwise(before[numbered.number], numbered)
        elif numbered.number in moved:
            yield _at(numbered, f"{moved[numbered.number].number} から番号が変わりました（内容は同じです）")
        elif not _is_within(numbered, pairing.added):
            yield _at(numbered, f"条項を加えました{_quoted_heading(numbered.clause)}")
    gone = [
        former for former in pairing.removed if former not in moved.values() and not _is_within(former, pairing.removed)
    ]
    yield from (
        Change(f"条項を除きました{_quoted_heading(numbered.clause)}", str(numbered.number)) for numbered in gone
    )
    if pairing.is_reordered:
        yield Change("条項の並び順を直しました")


def _is_within(numbered: NumberedClause, others: Sequence[NumberedClause]) -> bool:
    """Whether the clause above is among the others, so that to name that one is enough."""
    part, labels = numbered.number
    return any(above.number == (part, labels[:-1]) for above in others)


def _said_otherwise(old: NumberedClause, new: NumberedClause) -> Iterator[Change]:
    return (_at(new, sentence) for sentence in field_changes(old.clause, new.clause, skip=_OWN))


def _moved(
    removed: Sequence[NumberedClause], added: Sequence[NumberedClause]
) -> dict[tuple[object, ...], NumberedClause]:
    """The former place of each added clause that says just what a removed one said."""
    former = {_said(numbered.clause): numbered for numbered in removed if _says_something(numbered.clause)}
    return {numbered.number: former[content] for numbered in added if (content := _said(numbered.clause)) in former}


def _said(clause: Clause) -> str:
    return clause.model_dump_json(exclude=set(_OWN))


def _says_something(clause: Clause) -> bool:
    return _said(clause) != _said(Clause.model_construct(label=clause.label))


def _quoted_heading(clause: Clause) -> str:
    return f"：{clause.heading}" if clause.heading else ""


def _at(numbered: NumberedClause, sentence: str) -> Change:
    return Change(sentence, str(numbered.number), numbered.number.anchor)


def record_changes(old: Record, new: Record) -> tuple[Change, ...]:
    """Empty when both say the same, however differently the files are written. Both are of one kind."""
    skip = ("parts", "clauses", "steps")
    return (*map(Change, field_changes(old, new, skip=skip)), *_below(old, new))


def _below(old: Record, new: Record) -> Iterator[Change]:
    match old, new:
        case Consultation(), Consultation():
            yield from _part_changes(old, new)
            yield from clause_changes(_in_parts_of(old, new), _in_parts_of(new, old))
        case Schedule(), Schedule():
            yield from _step_changes(old, new)
            yield from clause_changes(old.numbered_clauses, new.numbered_clauses)


def _in_parts_of(consultation: Consultation, beside: Consultation) -> list[NumberedClause]:
    """The clauses of the parts that both have; of a part that only one has, its number says enough."""
    parts = {part.number for part in beside.parts}
    return [numbered for numbered in consultation.numbered_clauses if numbered.number.part in parts]


def _part_changes(old: Consultation, new: Consultation) -> Iterator[Change]:
    pairing = pair(old.parts, new.parts, lambda part: part.number)
    for before, after in pairing.kept:
        yield from (_at_part(after, sentence) for sentence in field_changes(before, after, skip=("number", "clauses")))
    yield from (_at_part(part, f"部を加えました：{part.act}") for part in pairing.added)
    yield from (Change(f"部を除きました：{part.act}", _named(part)) for part in pairing.removed)


def _at_part(part: Part, sentence: str) -> Change:
    return Change(sentence, _named(part), str(part.number or ""))


def _named(part: Part) -> str:
    return f"第{part.number}" if part.number else ""


def _step_changes(old: Schedule, new: Schedule) -> Iterator[Change]:
    pairing = pair(old.steps, new.steps, lambda step: step.id)
    for before, after in pairing.kept:
        yield from (Change(sentence, _called(after), after.id) for sentence in field_changes(before, after))
    yield from (Change(f"日程を加えました{_when(step)}", _called(step), step.id) for step in pairing.added)
    yield from (Change(f"日程を除きました{_when(step)}", _called(step)) for step in pairing.removed)
    if pairing.is_reordered:
        yield Change("日程の並び順を直しました")


def _called(step: Step) -> str:
    return f"{step.body}（{step.content}）" if step.body else step.content


def _when(step: Step) -> str:
    dates: list[Any] = [date.japanese for date in (step.actual, step.planned) if date]
    return f"（{dates[0]}）" if dates else ""


def entry_changes(old: Sequence[Entry | Synonym], new: Sequence[Entry | Synonym]) -> tuple[Change, ...]:
    """Renamed, added, removed, or said otherwise."""
    return tuple(_sentences(pair(old, new, _key)))


def _key(entry: Entry | Synonym) -> str:
    return entry.id if isinstance(entry, Entry) else entry.words[0]


def _name(entry: Entry | Synonym) -> str:
    return entry.name if isinstance(entry, Entry) else entry.words[0]


def _sentences(pairing: Pairing[Entry | Synonym]) -> Iterator[Change]:
    for before, after in pairing.kept:
        if _name(before) != _name(after):
            yield Change(
                f"名前を改めました：「{_name(before)}」→「{_name(after)}」", f"「{_name(after)}」", _key(after)
            )
        for sentence in field_changes(before, after, skip=("name",)):
            yield Change(sentence, f"「{_name(after)}」", _key(after))
    for entry in pairing.added:
        yield Change("加えました", f"「{_name(entry)}」", _key(entry))
    for entry in pairing.removed:
        yield Change("除きました", f"「{_name(entry)}」")
    if pairing.is_reordered:
        yield Change("並び順を直しました")
