"""What the council did with each consultation: meetings, answers, status, and what became of conditions.

Computed once for all pages. Holds no facts of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from macros.derived.status import Event, Status, status
from macros.loading.archive import Archive
from macros.records.answer import Answer, BlanketApproval, Condition
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation
from macros.records.meeting import AgendaItem, ConditionReport, Meeting, MeetingDocument, Passage
from macros.records.names import names_used
from macros.records.vocabulary import ConclusionWord, Entry

_NAMED = 5  # consultations named in a title or description


@dataclass(frozen=True)
class Discussion:
    """One agenda item of one meeting."""

    meeting: Meeting
    item: AgendaItem


@dataclass(frozen=True)
class FollowUp(Discussion):
    """What a later report said of a condition."""

    said: ConditionReport


@dataclass(frozen=True)
class Minuted:
    """A passage of a document of a meeting."""

    meeting: Meeting
    document: MeetingDocument
    passage: Passage


class Deliberations:
    """Everything that followed upon the consultations of one archive, oldest first."""

    def __init__(self, archive: Archive) -> None:
        self._vocabulary = archive.vocabulary
        self._consultations = {record.id: record for record in archive.consultations}
        self._answers = {record.id: record for record in archive.answers}
        self._answering: dict[str, list[Answer]] = defaultdict(list)
        self._discussions: dict[str, list[Discussion]] = defaultdict(list)
        self._confirmations: dict[str, list[Discussion]] = defaultdict(list)
        self._follow_ups: dict[tuple[str, str], list[FollowUp]] = defaultdict(list)
        self._reports: dict[tuple[str, str], list[Discussion]] = defaultdict(list)
        self._naming: dict[tuple[str, str], list[Discussion]] = defaultdict(list)
        self._minuted: dict[str, list[Minuted]] = defaultdict(list)
        self._statuses: dict[str, Status] = {}
        for answer in archive.answers:
            for answered in answer.answered:
                self._answering[answered.consultation].append(answer)
        for meeting in archive.meetings:
            for item in meeting.agenda:
                self._note(Discussion(meeting, item))
            for document in meeting.documents:
                for passage in document.passages:
                    self._minuted[passage.consultation].append(Minuted(meeting, document, passage))

    def _note(self, discussion: Discussion) -> None:
        """Remember one agenda item under everything that it is about."""
        item = discussion.item
        for consultation in item.consultations:
            self._discussions[consultation].append(discussion)
        for answer in item.answers:
            self._confirmations[answer].append(discussion)
        for report in item.conditions:
            self._follow_ups[report.answer, report.label].append(FollowUp(discussion.meeting, item, report))
        if item.blanket:
            self._reports[item.blanket.answer, item.blanket.approval].append(discussion)
        entries = ((use.kind, self._vocabulary.of(use.kind).find(use.name)) for use in names_used(item))
        for key in dict.fromkeys((kind, entry.id) for kind, entry in entries if entry):
            self._naming[key].append(discussion)

    def consultation(self, consultation_id: str) -> Consultation | None:
        """The consultation with this file name."""
        return self._consultations.get(consultation_id)

    def answer(self, answer_id: str) -> Answer | None:
        """The answer with this file name."""
        return self._answers.get(answer_id)

    def answers(self, consultation: Consultation) -> Sequence[Answer]:
        """The answers to this consultation."""
        return self._answering.get(consultation.id, ())

    def discussions(self, consultation: Consultation) -> Sequence[Discussion]:
        """Where this consultation was on the agenda: one 諮問 may take several meetings."""
        return self._discussions.get(consultation.id, ())

    def answered_by(self, answer: Answer) -> tuple[Consultation, ...]:
        """The consultations that this answer answers, in its order."""
        return tuple(self._consultations[answered.consultation] for answered in answer.answered)

    def about(self, answer: Answer) -> str:
        """The names of the consultations that this answer answers, as a title has room for."""
        names = [consultation.name for consultation in self.answered_by(answer)]
        return "、".join(names[:_NAMED]) + ("など" if names[_NAMED:] else "")

    def discussed_at(self, meeting: Meeting) -> tuple[Consultation, ...]:
        """What a meeting spoke of: consultations on its agenda, and those of the answers that it confirmed or followed."""
        names: dict[str, None] = {}
        for item in meeting.agenda:
            answers = [*item.answers, *(report.answer for report in item.conditions)]
            answered = [entry.consultation for name in answers for entry in self._answers[name].answered]
            names |= dict.fromkeys([*item.consultations, *answered])
        return tuple(self._consultations[name] for name in names)

    def confirmations(self, answer: Answer) -> Sequence[Discussion]:
        """Where this answer was confirmed."""
        return self._confirmations.get(answer.id, ())

    def minuted(self, consultation: Consultation, number: ClauseNumber | None = None) -> Sequence[Minuted]:
        """The passages that speak of this consultation, or of one of its clauses."""
        passages = self._minuted.get(consultation.id, ())
        return [minuted for minuted in passages if minuted.passage.speaks_of(consultation, number)]

    def agenda_naming(self, kind: str, entry: Entry) -> Sequence[Discussion]:
        """The agenda items that name this word of the vocabulary: an operation, a division or an article."""
        return self._naming.get((kind, entry.id), ())

    def status(self, consultation: Consultation) -> Status:
        """How far this consultation has come."""
        if consultation.id not in self._statuses:
            self._statuses[consultation.id] = status(consultation.parts, self._events(consultation))
        return self._statuses[consultation.id]

    def tally(self) -> dict[str, int]:
        """How many consultations stand where, by what search filters by; most frequent first."""
        counted = Counter(value for record in self._consultations.values() for value in self.status(record).facets)
        return dict(counted.most_common())

    def follow_ups(self, answer: Answer, condition: Condition) -> Sequence[FollowUp]:
        """What later reports said of this condition."""
        return self._follow_ups.get((answer.id, condition.label), ())

    def reports_under(self, answer: Answer, approval: BlanketApproval) -> Sequence[Discussion]:
        """What was reported as a case of this kind (事前一括承認)."""
        return self._reports.get((answer.id, approval.id), ())

    def files_about(self, consultation: Consultation) -> tuple[str, ...]:
        """The files, relative to the project, that say what became of this consultation: its answers, its meetings."""
        answers = self.answers(consultation)
        own = [f"data/answers/{answer.id}.yml" for answer in answers]
        discussed = _files(discussion.meeting for discussion in self.discussions(consultation))
        minuted = _files(passage.meeting for passage in self.minuted(consultation))
        followed = (file for answer in answers for file in self.files_following(answer))
        return tuple(dict.fromkeys((*own, *discussed, *minuted, *followed)))

    def files_following(self, answer: Answer) -> tuple[str, ...]:
        """The files of the meetings that confirmed an answer, or heard of its conditions and blanket approvals."""
        followed = [follow_up for condition in answer.conditions for follow_up in self.follow_ups(answer, condition)]
        reports = [report for approval in answer.blanket_approvals for report in self.reports_under(answer, approval)]
        return _files(confirmation.meeting for confirmation in (*self.confirmations(answer), *followed, *reports))

    def _events(self, consultation: Consultation) -> Iterator[tuple[int, Event]]:
        for place, part in enumerate(consultation.parts):
            for answer in self.answers(consultation):
                answered = answer.about(consultation)
                conclusion = answered.conclusion_of(part) if answered else None
                if conclusion:
                    word = self._word(conclusion.word)
                    yield place, Event(word, conclusion.word, answer.answered_on, answer=answer)
            for discussion in self.discussions(consultation):
                if discussion.item.result:
                    word = self._word(discussion.item.result)
                    yield (
                        place,
                        Event(word, discussion.item.result, discussion.meeting.held_on, meeting=discussion.meeting),
                    )

    def _word(self, printed: str) -> ConclusionWord:
        return cast(ConclusionWord, self._vocabulary.of("conclusions").find(printed))


def _files(meetings: Iterable[Meeting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"data/meetings/{meeting.id}.yml" for meeting in meetings))
