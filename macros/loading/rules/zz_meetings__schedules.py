"""Every date of a schedule says where it is known from."""

from collections.abc import Iterator

from macros.loading.zz_problems__finding import Finding
from macros.records.schedule import Schedule, Step

_TAKEN = frozenset(("all", "overview", "timeline", "sources", "main"))
"""What the page of a schedule, or the calendar file of all its steps, calls its own places."""


def dates_have_sources(schedule: Schedule) -> Iterator[Finding]:
    """Steps have unique ids, at least one date, and for each date a source of the list 出典."""
    seen: set[str] = set()
    taken = _TAKEN | {numbered.number.anchor for numbered in schedule.numbered_clauses}
    for position, step in enumerate(schedule.steps):
        at = ("日程", position)
        if step.id in seen:
            yield Finding((*at, "id"), f"id「{step.id}」が2つあります。別の名前にしてください。")
        seen.add(step.id)
        if step.id in taken or step.id.startswith("source-"):
            yield Finding((*at, "id"), f"id「{step.id}」はこのページのほかの場所が使います。別の名前にしてください。")
        if not (step.planned or step.actual):
            yield Finding(at, f"「{step.content}」には「予定」か「実績」の日付が必要です。")
        yield from (Finding((*at, key), sentence) for key, sentence in _sources(schedule, step))


def _sources(schedule: Schedule, step: Step) -> Iterator[tuple[str, str]]:
    known = "、".join(source.id for source in schedule.sources)
    for key, moment, source in (
        ("予定の出典", step.planned, step.planned_source),
        ("実績の出典", step.actual, step.actual_source),
    ):
        if moment and source is None:
            yield key, f"「{step.content}」に「{key}」がありません。出典の id（{known}）を書いてください。"
        elif source and schedule.source(source) is None:
            yield key, f"出典「{source}」は一覧にありません。あるのは {known} です。"
