"""What the council did, as entries of feeds: each answer on its day, each meeting on its day."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.deliberations import Deliberations
from macros.exports.feeds.zz_entries__entry import FeedEntry, start_of
from macros.records.answer import Answer, Answered
from macros.records.consultation import Consultation
from macros.records.meeting import AgendaItem


def answer_entries(references: CrossReferences) -> Iterator[FeedEntry]:
    """Each answer, for those who follow one of the consultations that it answers."""
    deliberations = references.deliberations
    for answer in references.archive.answers:
        yield FeedEntry(
            id=f"answers/{answer.id}",
            address=f"answers/{answer.id}/",
            title=f"{answer.name} {answer.title or deliberations.about(answer) + 'について'}",
            happened=start_of(answer.answered_on),
            summary="\n".join(_answer_lines(answer, deliberations)),
            consultations=tuple(each.consultation for each in answer.answered),
            acts=_acts(deliberations.answered_by(answer)),
        )


def meeting_entries(references: CrossReferences) -> Iterator[FeedEntry]:
    """Each meeting, for those who follow what was on its agenda."""
    deliberations = references.deliberations
    for meeting in references.archive.meetings:
        consultations = deliberations.discussed_at(meeting)
        operations = (references.words("operations").find(name) for item in meeting.agenda for name in item.operations)
        yield FeedEntry(
            id=f"meetings/{meeting.id}",
            address=f"meetings/{meeting.id}/",
            title=f"{meeting.title}（{meeting.held_on.japanese}）",
            happened=start_of(meeting.held_on),
            summary="\n".join(_agenda_line(item, deliberations) for item in meeting.agenda),
            consultations=tuple(each.id for each in consultations),
            acts=_acts(consultations),
            operations=tuple(dict.fromkeys(entry.id for entry in operations if entry)),
        )


def _acts(consultations: tuple[Consultation, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act for each in consultations for act in each.acts))


def _answer_lines(answer: Answer, deliberations: Deliberations) -> Iterator[str]:
    yield f"答申日：{answer.answered_on.japanese}"
    for answered, consultation in zip(answer.answered, deliberations.answered_by(answer), strict=True):
        yield f"{consultation.name}：{'、'.join(_conclusions(answered, consultation))}"
    for condition in answer.conditions:
        yield f"{condition.kind}{condition.label}：{''.join((*condition.summary, *condition.text))}"


def _conclusions(answered: Answered, consultation: Consultation) -> Iterator[str]:
    for part in consultation.parts:
        conclusion = answered.conclusion_of(part)
        yield f"{part.act}は{conclusion.word if conclusion else '結論の記録なし'}"


def _agenda_line(item: AgendaItem, deliberations: Deliberations) -> str:
    consultations = (deliberations.consultation(name) for name in item.consultations)
    answers = (deliberations.answer(name) for name in item.answers)
    about = item.title or "、".join(each.name for each in (*consultations, *answers) if each)
    number = f"{item.label}　" if item.label else ""
    result = f"（{item.result}）" if item.result else ""
    return f"{number}{item.kind}：{about}{result}{'（非公開）' if item.closed else ''}"
