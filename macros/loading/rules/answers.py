"""An answer must answer what was asked, act by act, after it was asked, and say one thing at a time."""

from collections.abc import Iterator, Sequence

from macros.loading.problems import Finding
from macros.loading.rules.names import names_are_known
from macros.loading.rules.referable import Known, is_known
from macros.records.answer import Answer, Answered, Conclusion
from macros.records.consultation import Consultation
from macros.records.record import ValuePath


def answer_is_sound(answer: Answer, known: Known) -> Iterator[Finding]:
    """Each consultation exists and is older; each conclusion is about an act of its own; numbers are unique."""
    for position, answered in enumerate(answer.answered):
        at = ("諮問", position)
        yield from is_known("諮問", "consultations", known.consultations, answered.consultation, (*at, "諮問"))
        consultation = known.consultations.get(answered.consultation)
        if consultation:
            yield from _is_later(answer, consultation, at)
            yield from _acts_exist(answered, consultation, at)
            yield from _concludes_once(answered, consultation, at)
    yield from _conditions(answer, known)
    yield from names_are_known(answer, known.vocabulary)


def answers_agree(answer: Answer, others: Sequence[Answer], known: Known) -> Iterator[Finding]:
    """No other answer of the same day concludes the same part otherwise."""
    of_that_day = [neighbour for neighbour in others if neighbour.answered_on == answer.answered_on]
    for position, answered in enumerate(answer.answered):
        consultation = known.consultations.get(answered.consultation)
        if consultation is None:
            continue
        for neighbour in of_that_day:
            theirs = neighbour.about(consultation)
            if theirs is None:
                continue
            for part in consultation.parts:
                sentence = _disagreement(answered.conclusion_of(part), theirs.conclusion_of(part), known)
                if sentence:
                    yield Finding(
                        ("諮問", position, "結論"),
                        f"{consultation.name}の「{part.act}」を、同じ日の data/answers/{neighbour.id}.yml は{sentence}",
                    )


def _disagreement(ours: Conclusion | None, theirs: Conclusion | None, known: Known) -> str | None:
    words = known.vocabulary.of("conclusions")
    if ours is None or theirs is None or words.find(ours.word) == words.find(theirs.word):
        return None
    return f"「{theirs.word}」、この答申は「{ours.word}」としています。どちらかを直してください。"


def _is_later(answer: Answer, consultation: Consultation, at: ValuePath) -> Iterator[Finding]:
    if answer.answered_on < consultation.consulted_on:
        yield Finding(
            ("答申日",) if at == ("諮問", 0) else (*at, "諮問"),
            f"答申日（{answer.answered_on.iso}）が、{consultation.name}の諮問日（{consultation.consulted_on.iso}）"
            "より前です。日付を確かめてください。",
        )


def _acts_exist(answered: Answered, consultation: Consultation, at: ValuePath) -> Iterator[Finding]:
    for position, conclusion in enumerate(answered.conclusions):
        if not any(conclusion.is_about(part) for part in consultation.parts):
            acts = "、".join(f"第{part.number} {part.act}" if part.number else part.act for part in consultation.parts)
            yield Finding(
                (*at, "結論", position, "行為"),
                f"{consultation.name}に「{_target(conclusion)}」はありません。あるのは {acts} です。",
            )


def _concludes_once(answered: Answered, consultation: Consultation, at: ValuePath) -> Iterator[Finding]:
    for part in consultation.parts:
        concluding = [
            conclusion
            for conclusion in answered.conclusions
            if conclusion.act == part.act and conclusion.is_about(part)
        ]
        if len({concluded.part_number for concluded in concluding}) < len(concluding):
            yield Finding(
                (*at, "結論"),
                f"{consultation.name}の「{part.act}」の結論が2つあります。1つにするか、「部の番号」で分けてください。",
            )


def _target(conclusion: Conclusion) -> str:
    part = f"第{conclusion.part_number}" if conclusion.part_number else ""
    return " ".join(filter(None, (part, conclusion.act)))


def _conditions(answer: Answer, known: Known) -> Iterator[Finding]:
    answered = [entry.consultation for entry in answer.answered]
    acts = _acts_of(answered, known)
    seen: set[str] = set()
    for position, condition in enumerate(answer.conditions):
        at = ("条件", position)
        if condition.anchor in seen:
            yield Finding(
                (*at, "番号"), f"条件の番号「{condition.label}」が2つあります。資料の番号を確かめてください。"
            )
        seen.add(condition.anchor)
        for index, name in enumerate(condition.consultations):
            if name not in answered:
                yield Finding(
                    (*at, "諮問", index),
                    f"条件のかかる諮問「{name}」を、この答申は答えていません。答えているのは {'、'.join(answered)} です。",
                )
        for index, act in enumerate(condition.acts):
            if acts and act not in acts:
                yield Finding(
                    (*at, "行為", index),
                    f"条件のかかる行為「{act}」は、この答申が答えた諮問にありません。あるのは {'、'.join(acts)} です。",
                )


def _acts_of(names: list[str], known: Known) -> list[str]:
    """The acts of these consultations, each once; none where one of them is doubtful."""
    consultations = [known.consultations.get(name) for name in names]
    acts = (act for consultation in consultations if consultation for act in consultation.acts)
    return list(dict.fromkeys(acts)) if all(consultations) else []
