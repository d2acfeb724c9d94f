"""What changed between two versions of one record of any kind: its own fields first, then part by part."""

from collections.abc import Iterator
from typing import Any

from macros.derived.changes.fields import field_changes
from macros.derived.changes.zz_fields__pairing import pair
from macros.derived.changes.zz_records__clauses import clause_changes
from macros.derived.changes.zz_wording__change import Change
from macros.records.clause import NumberedClause
from macros.records.consultation import Consultation, Part
from macros.records.record import Record
from macros.records.schedule import Schedule, Step


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


def _in_parts_of(one: Consultation, other: Consultation) -> list[NumberedClause]:
    """The clauses of the parts that both have; of a part that only one has, its number says enough."""
    parts = {part.number for part in other.parts}
    return [numbered for numbered in one.numbered_clauses if numbered.number.part in parts]


def _part_changes(old: Consultation, new: Consultation) -> Iterator[Change]:
    found = pair(old.parts, new.parts, lambda part: part.number)
    for before, after in found.kept:
        yield from (_at_part(after, sentence) for sentence in field_changes(before, after, skip=("number", "clauses")))
    yield from (_at_part(part, f"部を加えました：{part.act}") for part in found.added)
    yield from (Change(f"部を除きました：{part.act}", _named(part)) for part in found.removed)


def _at_part(part: Part, sentence: str) -> Change:
    return Change(sentence, _named(part), str(part.number or ""))


def _named(part: Part) -> str:
    return f"第{part.number}" if part.number else ""


def _step_changes(old: Schedule, new: Schedule) -> Iterator[Change]:
    found = pair(old.steps, new.steps, lambda step: step.id)
    for before, after in found.kept:
        yield from (Change(sentence, _called(after), after.id) for sentence in field_changes(before, after))
    yield from (Change(f"日程を加えました{_when(step)}", _called(step), step.id) for step in found.added)
    yield from (Change(f"日程を除きました{_when(step)}", _called(step)) for step in found.removed)
    if found.is_reordered:
        yield Change("日程の並び順を直しました")


def _called(step: Step) -> str:
    return f"{step.body}（{step.content}）" if step.body else step.content


def _when(step: Step) -> str:
    known: list[Any] = [date.japanese for date in (step.actual, step.planned) if date]
    return f"（{known[0]}）" if known else ""
