"""The shape of a consultation, and what it refers to: numbers are unique, text and date agree, references lead somewhere.

A clause may refer to another (準用), a consultation to an earlier one (前例), which must be older.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.loading.problems import Finding
from macros.loading.rules.files import name_problem
from macros.records.clause import NumberedClause
from macros.records.consultation import Consultation
from macros.records.names import names_used


def is_named_after_its_number(consultation: Consultation) -> Iterator[Finding]:
    """The file of 諮問第948号 is 948.yml: the file name is the address."""
    if consultation.number is None and consultation.id.isdigit():
        yield Finding(("諮問番号",), f"「諮問番号」がありません。「諮問番号: {consultation.id}」の行を加えてください。")
    if name_problem(Path(f"{consultation.id}.yml")):
        return  # which is said of the file
    if consultation.number and consultation.id != str(consultation.number):
        yield Finding(
            ("諮問番号",),
            f"諮問番号は {consultation.number} ですが、ファイル名は {consultation.id}.yml です。どちらかを直してください。",
        )


def structure_is_sound(consultation: Consultation) -> Iterator[Finding]:
    """Parts and clauses numbered once, body present unless it is said to be missing."""
    yield from _parts_are_numbered(consultation)
    yield from clauses_are_unique(consultation.numbered_clauses)
    yield from _periods_agree(consultation)
    yield from _groups_are_of_its_operations(consultation)


def _groups_are_of_its_operations(consultation: Consultation) -> Iterator[Finding]:
    """A 区分 of items is for operations of the consultation, or of one of its parts."""
    own = {*consultation.operations, *(name for part in consultation.parts for name in part.operations)}
    for numbered in consultation.numbered_clauses:
        for use in names_used(numbered.clause, numbered.at, skip=("children",)):
            if use.kind == "operations" and use.name not in own:
                listed = "、".join(consultation.operations)
                yield Finding(
                    use.at, f"区分の業務「{use.name}」は、この諮問の業務にありません。あるのは {listed} です。"
                )


def _parts_are_numbered(consultation: Consultation) -> Iterator[Finding]:
    numbers = Counter(part.number for part in consultation.parts)
    for position, part in enumerate(consultation.parts):
        at = ("部", position)
        if part.number is None and part.clauses and len(consultation.parts) > 1:
            yield Finding(at, "部が2つ以上あるときは「番号」（第1、第2 の数字）が必要です。")
        elif part.number and numbers[part.number] > 1:
            yield Finding((*at, "番号"), f"第{part.number} の部が2つあります。番号を確かめてください。")
        if consultation.is_body_recorded and not part.clauses:
            yield Finding(at, "「条項」がありません。本文が手元にないときは「本文: 未収録」と書いてください。")
        if not consultation.is_body_recorded and part.clauses:
            yield Finding((*at, "条項"), "「本文: 未収録」なのに条項があります。どちらかを直してください。")


def clauses_are_unique(clauses: tuple[NumberedClause, ...]) -> Iterator[Finding]:
    """No two clauses have the same official number, for it is their address."""
    seen: set[str] = set()
    for numbered in clauses:
        if len(numbered.number.labels) > 1 and all(label.isdigit() for label in numbered.number.labels[-2:]):
            yield Finding(
                (*numbered.at, "番号"),
                f"細目の番号「{numbered.number.labels[-1]}」は、(1) や ア のように原文のとおり書いてください。",
            )
        if numbered.number.anchor in seen:
            yield Finding((*numbered.at, "番号"), f"条項「{numbered.number}」が2つあります。番号を確かめてください。")
        seen.add(numbered.number.anchor)


def _periods_agree(consultation: Consultation) -> Iterator[Finding]:
    for numbered in consultation.numbered_clauses:
        period = numbered.clause.period
        if period and period.start.japanese not in unicodedata.normalize("NFKC", period.text):
            yield Finding(
                (*numbered.at, "期間", "開始"),
                f"開始（{period.start.iso}、{period.start.japanese}）が、記載「{period.text}」にありません。"
                "開始か記載のどちらかを直してください。",
            )
        if period and period.end and period.end.first_day < period.start.first_day:
            yield Finding(
                (*numbered.at, "期間", "終了"),
                f"終了（{period.end.iso}）が開始（{period.start.iso}）より前です。どちらかを直してください。",
            )


def references_lead_somewhere(consultation: Consultation) -> Iterator[Finding]:
    """A 準用 names a clause that exists and does not come back to itself."""
    numbers = [str(numbered.number) for numbered in consultation.numbered_clauses]
    for numbered in consultation.numbered_clauses:
        see = numbered.clause.see
        if see is None:
            continue
        at = (*numbered.at, "準用")
        if consultation.clause(see.target) is None:
            known = "、".join(numbers)
            yield Finding(at, f"準用先の「{see.target}」という条項はありません。ある条項は {known} です。")
        elif _comes_back(consultation, numbered):
            yield Finding(
                at, f"「{numbered.number}」の準用をたどると元に戻ります。本文のある条項を指すようにしてください。"
            )


def _comes_back(consultation: Consultation, start: NumberedClause) -> bool:
    seen = {start.number.anchor}
    see = start.clause.see
    while see is not None:
        if see.target.anchor in seen:
            return True
        seen.add(see.target.anchor)
        target = consultation.clause(see.target)
        see = target.see if target else None
    return False


def precedents_are_earlier(consultation: Consultation) -> Iterator[Finding]:
    """A precedent has a smaller number than the consultation that refers to it."""
    for numbered in consultation.numbered_clauses:
        for position, precedent in enumerate(numbered.clause.precedents):
            if consultation.number and precedent.number >= consultation.number:
                yield Finding(
                    (*numbered.at, "前例", position),
                    f"前例の諮問第{precedent.number}号は、この諮問（第{consultation.number}号）より前の番号ではありません。"
                    "番号を確かめてください。",
                )


def precedents_came_before(consultation: Consultation, numbered: Mapping[int, Consultation]) -> Iterator[Finding]:
    """Numbers alone may be in order where dates are not: then one of them is mistyped."""
    for clause in consultation.numbered_clauses:
        for position, use in enumerate(clause.clause.precedents):
            precedent = numbered.get(use.number)
            if precedent and precedent.consulted_on > consultation.consulted_on:
                yield Finding(
                    (*clause.at, "前例", position),
                    f"前例の諮問第{use.number}号（{precedent.consulted_on.iso}）は、この諮問"
                    f"（{consultation.consulted_on.iso}）より後の日付です。番号か諮問日を確かめてください。",
                )
