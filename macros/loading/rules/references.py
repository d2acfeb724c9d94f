"""The shape of a consultation: numbers are unique, text and date agree."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from macros.loading.rules.files import name_problem
from macros.loading.zz_problems__finding import Finding
from macros.records.clause import NumberedClause
from macros.records.consultation import Consultation


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
