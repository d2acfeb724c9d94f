"""What happened, as entries of feeds: each 諮問, answer and meeting on its day, and changes of records since.

A change is news where somebody could have read before what now reads otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from typing import NamedTuple

from macros.derived.cross_references import CrossReferences
from macros.derived.deliberations import Deliberations
from macros.derived.history import History, Version
from macros.loading.archive import Archive
from macros.records.absence import NOT_HELD
from macros.records.answer import Answer, Answered
from macros.records.consultation import Consultation
from macros.records.dates import CouncilDate
from macros.records.meeting import AgendaItem
from macros.records.names import names_used

_TOKYO = timezone(timedelta(hours=9))


@dataclass(frozen=True)
class FeedEntry:
    """`id` is unique in the site and never changes; `address` is relative to the site and may have an anchor."""

    id: str
    address: str
    title: str
    happened: datetime
    """With a time zone. From the record or from history, never from the clock."""
    summary: str
    consultations: tuple[str, ...]
    """The ids of the consultations that it is about: in whose words' feeds it stands."""
    acts: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """Kind and id of the words that it names itself: a report to a meeting may have no consultation."""


def start_of(day: CouncilDate) -> datetime:
    """The first moment, in Tokyo, that `day` allows."""
    return datetime.combine(day.first_day, time(), _TOKYO)


class _Followed(NamedTuple):
    """A record whose changes are told, and the consultations that it is about."""

    folder: str
    id: str
    name: str
    address: str
    consultations: tuple[Consultation, ...]


def change_entries(references: CrossReferences, history: History) -> Iterator[FeedEntry]:
    """Each commit after the publication that changed what a record says, on its day."""
    published = references.archive.council.site.published_on
    if published is None:
        return
    for followed in _followed(references):
        for version in history.of(followed.folder, followed.id).versions:
            if version.day > published and not version.is_first:
                yield from _told(version, followed)


def _followed(references: CrossReferences) -> Iterator[_Followed]:
    archive, deliberations = references.archive, references.deliberations
    for consultation in archive.consultations:
        yield _Followed(
            "consultations",
            consultation.id,
            consultation.name,
            f"consultations/{consultation.id}/#history",
            (consultation,),
        )
    for answer in archive.answers:
        about = deliberations.answered_by(answer)
        yield _Followed("answers", answer.id, answer.name, f"answers/{answer.id}/", about)
    for meeting in archive.meetings:
        name = f"{meeting.title}（{meeting.held_on.japanese}）"
        about = deliberations.discussed_at(meeting)
        yield _Followed("meetings", meeting.id, name, f"meetings/{meeting.id}/", about)


def _told(version: Version, followed: _Followed) -> Iterator[FeedEntry]:
    """One entry; none for a commit that only writes the same thing otherwise."""
    if changes := version.changes:
        yield FeedEntry(
            id=f"{followed.folder}/{version.name}/versions/{version.id}",
            address=followed.address,
            title=f"{followed.name} 記録の変更",
            happened=start_of(version.day),
            summary="\n".join([*([version.reason] if version.reason else []), *map(str, changes)]),
            consultations=tuple(consultation.id for consultation in followed.consultations),
            acts=tuple(dict.fromkeys(act for consultation in followed.consultations for act in consultation.acts)),
        )


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
            consultations=tuple(answered.consultation for answered in answer.answered),
            acts=_acts(deliberations.answered_by(answer)),
        )


def meeting_entries(references: CrossReferences) -> Iterator[FeedEntry]:
    """Each meeting, for those who follow what was on its agenda."""
    deliberations = references.deliberations
    for meeting in references.archive.meetings:
        consultations = deliberations.discussed_at(meeting)
        named = ((use.kind, references.words(use.kind).find(use.name)) for use in names_used(meeting))
        yield FeedEntry(
            id=f"meetings/{meeting.id}",
            address=f"meetings/{meeting.id}/",
            title=f"{meeting.title}（{meeting.held_on.japanese}）",
            happened=start_of(meeting.held_on),
            summary="\n".join(_agenda_line(item, deliberations) for item in meeting.agenda),
            consultations=tuple(consultation.id for consultation in consultations),
            acts=_acts(consultations),
            words=tuple(dict.fromkeys((kind, entry.id) for kind, entry in named if entry)),
        )


def _acts(consultations: tuple[Consultation, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act for consultation in consultations for act in consultation.acts))


def _answer_lines(answer: Answer, deliberations: Deliberations) -> Iterator[str]:
    yield f"答申日：{answer.answered_on.japanese}"
    for answered, consultation in zip(answer.answered, deliberations.answered_by(answer), strict=True):
        yield f"{consultation.name}：{'、'.join(_conclusions(answered, consultation))}"
    for condition in answer.conditions:
        yield f"{condition.kind}{condition.label}：{''.join((*condition.summary, *condition.text))}"


def _conclusions(answered: Answered, consultation: Consultation) -> Iterator[str]:
    for part in consultation.parts:
        conclusion = answered.conclusion_of(part)
        yield f"{part.act}は{conclusion.word if conclusion else f'結論は{NOT_HELD}'}"


def _agenda_line(item: AgendaItem, deliberations: Deliberations) -> str:
    consultations = (deliberations.consultation(name) for name in item.consultations)
    answers = (deliberations.answer(name) for name in item.answers)
    about = item.title or "、".join(consultation.name for consultation in (*consultations, *answers) if consultation)
    number = f"{item.label}　" if item.label else ""
    result = f"（{item.result}）" if item.result else ""
    return f"{number}{item.kind}：{about}{result}{'（非公開）' if item.closed else ''}"


def entries(references: CrossReferences, history: History) -> tuple[FeedEntry, ...]:
    """Everything that happened, the newest first; of the same moment, what the archive lists later."""
    archive = references.archive
    happenings = [
        *consultation_entries(archive),
        *answer_entries(references),
        *meeting_entries(references),
        *change_entries(references, history),
    ]
    happenings.sort(key=lambda entry: entry.happened)
    return tuple(reversed(happenings))


def consultation_entries(archive: Archive) -> Iterator[FeedEntry]:
    """Each 諮問 on its day (諮問日)."""
    for consultation in archive.consultations:
        address = f"consultations/{consultation.id}/"
        yield FeedEntry(
            id=address.rstrip("/"),
            address=address,
            title=f"{consultation.name} {consultation.subtitle or ''}".strip(),
            happened=start_of(consultation.consulted_on),
            summary=_summary(consultation),
            consultations=(consultation.id,),
            acts=consultation.acts,
        )


def _summary(consultation: Consultation) -> str:
    periods = (consultation.period_of(part) for part in consultation.parts)
    starts = dict.fromkeys(period.text for period in periods if period)
    facts = (
        ("件名", consultation.title),
        ("諮問日", consultation.consulted_on.japanese),
        ("行為", "、".join(consultation.acts)),
        ("業務", "、".join(consultation.operations) or consultation.absent),
        ("所管課", "、".join(consultation.divisions) or consultation.absent),
        ("開始時期及び期間", " ".join(starts) or consultation.absent),
    )
    return "\n".join(f"{name}：{value}" for name, value in facts)
