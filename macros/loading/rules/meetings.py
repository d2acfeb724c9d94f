"""A meeting must discuss what exists, after it was asked, and lie under its own day; a schedule must name its sources."""

from collections.abc import Iterator

from macros.loading.problems import Finding
from macros.loading.rules.names import names_are_known, unknown_word
from macros.loading.rules.referable import Known, is_known
from macros.records.meeting import AgendaItem, Meeting, Passage
from macros.records.record import ValuePath
from macros.records.schedule import Schedule, Step
from macros.records.vocabulary import ConclusionWord


def meeting_is_sound(meeting: Meeting, known: Known) -> Iterator[Finding]:
    """File name and day agree; every item, passage and ground leads somewhere."""
    if not (meeting.id == meeting.held_on.iso or meeting.id.startswith(f"{meeting.held_on.iso}-")):
        yield Finding(
            ("開催日",),
            f"開催日は {meeting.held_on.iso} ですが、ファイル名は {meeting.id}.yml です。"
            f"{meeting.held_on.iso}.yml のように、開催日で始まる名前にしてください。",
        )
    yield from names_are_known(meeting, known.vocabulary)
    seen: set[str] = set()
    for position, item in enumerate(meeting.agenda):
        at = ("議題", position)
        if item.anchor and item.anchor in seen:
            yield Finding((*at, "番号"), f"議題の番号「{item.label}」が2つあります。資料の番号を確かめてください。")
        seen.add(item.anchor or "")
        yield from _item(meeting, item, known, at)
    for position, document in enumerate(meeting.documents):
        for index, passage in enumerate(document.passages):
            yield from _passage(passage, known, ("資料", position, "言及", index))


def _item(meeting: Meeting, item: AgendaItem, known: Known, at: ValuePath) -> Iterator[Finding]:
    for index, name in enumerate(item.consultations):
        yield from is_known("諮問", "consultations", known.consultations, name, (*at, "諮問", index))
        consultation = known.consultations.get(name)
        if consultation and meeting.held_on < consultation.consulted_on:
            yield Finding(
                (*at, "諮問", index),
                f"開催日（{meeting.held_on.iso}）が、{consultation.name}の諮問日（{consultation.consulted_on.iso}）"
                "より前です。日付を確かめてください。",
            )
    for index, name in enumerate(item.answers):
        yield from is_known("答申", "answers", known.answers, name, (*at, "答申の確認", index))
    yield from _result(item, known, at)
    yield from _conditions(meeting, item, known, at)
    yield from _blanket(item, known, at)


def _result(item: AgendaItem, known: Known, at: ValuePath) -> Iterator[Finding]:
    if item.result is None:
        return
    words = known.vocabulary.of("conclusions")
    word = words.find(item.result)
    allowed = [entry.name for entry in words.entries if isinstance(entry, ConclusionWord) and entry.stage != "答申"]
    if words.lacks(item.result):
        yield Finding((*at, "結果"), unknown_word("conclusions", item.result, words))
    elif word and word.name not in allowed:
        yield Finding(
            (*at, "結果"),
            f"「{item.result}」は答申の結論です。data/answers/ に書いてください。会議の「結果」に書けるのは {'、'.join(allowed)} です。",
        )
    elif not item.consultations:
        yield Finding((*at, "結果"), "「結果」は諮問の議題にだけ書けます。「諮問」を書くか、「結果」を消してください。")


def _conditions(meeting: Meeting, item: AgendaItem, known: Known, at: ValuePath) -> Iterator[Finding]:
    for index, report in enumerate(item.conditions):
        place = (*at, "条件", index)
        yield from is_known("答申", "answers", known.answers, report.answer, (*place, "答申"))
        answer = known.answers.get(report.answer)
        if answer and answer.condition(report.label) is None:
            labels = "、".join(condition.label for condition in answer.conditions)
            listed = f"あるのは {labels} です。" if labels else "この答申には条件がありません。"
            yield Finding((*place, "番号"), f"{answer.name}に条件「{report.label}」はありません。{listed}")
        if answer and meeting.held_on < answer.answered_on:
            yield Finding(
                (*place, "答申"),
                f"条件の報告（{meeting.held_on.iso}）が、{answer.name}の答申日（{answer.answered_on.iso}）"
                "より前です。日付を確かめてください。",
            )


def _blanket(item: AgendaItem, known: Known, at: ValuePath) -> Iterator[Finding]:
    if item.blanket is None:
        return
    use = item.blanket
    yield from is_known("答申", "answers", known.answers, use.answer, (*at, "類型", "答申"))
    answer = known.answers.get(use.answer)
    if answer and answer.blanket_approval(use.approval) is None:
        ids = "、".join(approval.id for approval in answer.blanket_approvals)
        listed = f"あるのは {ids} です。" if ids else "この答申に事前一括承認はありません。"
        yield Finding((*at, "類型", "id"), f"{answer.name}に類型「{use.approval}」はありません。{listed}")


def _passage(passage: Passage, known: Known, at: ValuePath) -> Iterator[Finding]:
    yield from is_known("諮問", "consultations", known.consultations, passage.consultation, (*at, "諮問"))
    consultation = known.consultations.get(passage.consultation)
    for index, cited in enumerate(passage.clauses):
        if consultation and consultation.clause(cited.number) is None:
            numbers = "、".join(str(numbered_clause.number) for numbered_clause in consultation.numbered_clauses)
            listed = f"ある条項は {numbers} です。" if numbers else "条項は収録されていません。"
            yield Finding((*at, "該当", index), f"{consultation.name}に条項「{cited.text}」はありません。{listed}")


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
        if step.actual_end and not (step.actual and step.actual <= step.actual_end):
            yield Finding((*at, "実績の終わり"), "「実績の終わり」は、「実績」とその日付より後の日付にしてください。")
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
