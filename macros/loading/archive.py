"""A `data/` folder → all records, or all problems. The one way in for everything else."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from macros.loading import rules
from macros.loading.cache import Kept
from macros.loading.problems import ProblemsFound
from macros.loading.record_files import RecordFiles
from macros.loading.validation import shape_list, shape_words
from macros.loading.withholding import Withheld, also_withheld, answers_without, meetings_without
from macros.loading.yaml_reader import Unread
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.council import Council
from macros.records.form import Form
from macros.records.kinds import KINDS, TABLES
from macros.records.meeting import Meeting
from macros.records.models import ENTRIES
from macros.records.record import Record
from macros.records.retired import Retired
from macros.records.schedule import Schedule
from macros.records.vocabulary import Synonym, Vocabulary

Identified = TypeVar("Identified", Consultation, Answer)


@dataclass(frozen=True)
class Archive:
    """All records of one council, sound and complete."""

    council: Council
    vocabulary: Vocabulary
    consultations: tuple[Consultation, ...]
    answers: tuple[Answer, ...]
    meetings: tuple[Meeting, ...]
    schedules: tuple[Schedule, ...]
    retired: tuple[Retired, ...] = ()

    def records(self, kind: str) -> tuple[Record, ...]:
        """All of a kind of record, by the name of its folder."""
        records: tuple[Record, ...] = getattr(self, kind)
        return records

    @property
    def withheld_versions(self) -> frozenset[str]:
        """Ids of the versions of records that were taken back one by one."""
        pages = (entry.page.strip("/").split("/versions/") for entry in self.retired if entry.is_withheld)
        return frozenset(page[1] for page in pages if len(page) == 2)  # noqa: PLR2004 — record and version


def load(folder: Path, kept: Kept | None = None) -> Archive:
    """The archive in `folder`. Raises ProblemsFound with every problem of every file.

    What is in `kept` is not read again; every rule that looks from one record to another is asked all the same.
    """
    kept = kept or Kept()
    gc.disable()  # nothing that is read is garbage: to look through it again and again took half of the time
    try:
        archive = _Loading(folder, kept).archive()
    finally:
        gc.enable()
    kept.forget()
    return archive


class _Loading(RecordFiles):
    """What kinds of record there are, which rules each must keep, and in which order they come."""

    def archive(self) -> Archive:
        council = self.council()
        vocabulary = self.vocabulary()
        retired = self.retired()
        withheld = Withheld.by(retired)
        self.withhold(withheld)
        consultations = self.consultations(vocabulary)
        known = rules.Known(vocabulary, self.known("consultations", consultations, withheld))
        answers = self.answers(known)
        meetings = self.meetings(replace(known, answers=self.known("answers", answers, withheld)))
        schedules = self.schedules(vocabulary)
        self.overlooked()
        if self.problems or self.unfinished or council is None:
            raise ProblemsFound([*self.unfinished, *self.beside_unfinished()])
        if withheld.ids:
            shown, withheld = answers_without(withheld, answers)
            retired += tuple(also_withheld(retired, answers, shown))
            answers, meetings = tuple(shown), tuple(meetings_without(withheld, meetings))
        return Archive(council, vocabulary, consultations, answers, meetings, schedules, retired)

    def council(self) -> Council | None:
        return self.shape(self.read(self.folder / "council.yml"), Council).record

    def vocabulary(self) -> Vocabulary:
        paths = [self.folder / "vocabulary" / f"{name}.yml" for name in (*KINDS, *TABLES)]
        key = self.kept.key(Vocabulary, *paths)
        vocabulary = self.kept.get(key, Vocabulary) if key else None
        self.seen |= {*paths}
        if vocabulary is None:
            before = self.counted
            vocabulary = self.read_vocabulary()
            if key and self.counted == before:
                self.kept.put(key, vocabulary)
        return vocabulary

    def read_vocabulary(self) -> Vocabulary:
        documents = {name: self.read(self.folder / "vocabulary" / f"{name}.yml") for name in KINDS}
        words = {}
        for name, document in documents.items():
            words[name], problems = shape_words(document, ENTRIES[name])
            self.problems += problems
        forms = self.read(self.folder / "vocabulary" / "forms.yml")
        drawn, problems = shape_list(forms, Form)
        self.problems += problems
        self.found(forms, rules.forms_are_distinct(drawn, words["acts"]))
        vocabulary = Vocabulary(
            words=words,
            synonyms=self.synonyms("synonyms"),
            intents=self.synonyms("intents"),
            forms=tuple(form for form in drawn if form),
        )
        for name, document in documents.items():
            self.found(document, rules.words_are_distinct(words[name], vocabulary))
        self.found(documents["terms"], rules.terms_are_not_acts(vocabulary.of("terms"), vocabulary.of("acts")))
        return vocabulary

    def synonyms(self, name: str) -> tuple[Synonym, ...]:
        """The readable rows of a table of what residents type."""
        document = self.read(self.folder / "vocabulary" / f"{name}.yml")
        rows, problems = shape_list(document, Synonym)
        self.problems += problems
        self.found(document, rules.synonyms_are_distinct(rows))
        return tuple(row for row in rows if row)

    def consultations(self, vocabulary: Vocabulary) -> tuple[Consultation, ...]:
        """In ascending order of number; those without one come first, by day."""
        consultations: list[Consultation] = []
        for document, shaped in self.shaped_all("consultations", Consultation):
            consultation = shaped.record
            if consultation is None:
                continue
            if not shaped.is_made_up:
                consultations.append(consultation)
            if self.kept.are_sound(consultation, vocabulary):
                continue
            findings = [
                *rules.is_named_after_its_number(consultation),
                *rules.names_are_known(consultation, vocabulary),
                *chain.from_iterable(rule(consultation) for rule in rules.CONSULTATION_RULES),
            ]
            self.found(document, shaped.in_file(findings))
            if not findings:
                self.kept.found_sound(consultation, vocabulary)
        numbered = {record.number: record for record in consultations if record.number}
        for consultation in consultations:
            document = Unread(self.folder / "consultations" / f"{consultation.id}.yml")
            self.found(document, rules.precedents_came_before(consultation, numbered))
        return tuple(
            sorted(consultations, key=lambda record: (record.number or 0, record.consulted_on.first_day, record.id))
        )

    def answers(self, known: rules.Known) -> tuple[Answer, ...]:
        """Oldest first."""
        answers: list[Answer] = []
        for document, shaped in self.shaped_all("answers", Answer):
            answer = shaped.record
            if answer is not None:
                findings = chain(rules.answer_is_sound(answer, known), rules.answers_agree(answer, answers, known))
                self.found(document, shaped.in_file(findings))
                answers.append(answer)
        return tuple(sorted(answers, key=lambda answer: (answer.answered_on.first_day, answer.id)))

    def meetings(self, known: rules.Known) -> tuple[Meeting, ...]:
        """Oldest first."""
        meetings = []
        for document, shaped in self.shaped_all("meetings", Meeting):
            meeting = shaped.record
            if meeting is not None:
                findings = rules.meeting_is_sound(meeting, known)
                self.found(document, shaped.in_file(findings))
                meetings.append(meeting)
        return tuple(sorted(meetings, key=lambda meeting: (meeting.held_on.first_day, meeting.id)))

    def known(self, name: str, records: Sequence[Identified], withheld: Withheld) -> dict[str, Identified | None]:
        """The records of a folder by file name; None for those that have problems or are withheld."""
        troubled = {problem.path for problem in (*self.problems, *self.unfinished)}
        sound = {record.id: record for record in records}
        paths = sorted((self.folder / name).glob("*.yml"))
        return dict.fromkeys(withheld.names(name)) | {
            path.stem: None if path in troubled else sound.get(path.stem) for path in paths
        }

    def schedules(self, vocabulary: Vocabulary) -> tuple[Schedule, ...]:
        schedules = []
        for document, shaped in self.shaped_all("schedules", Schedule):
            schedule = shaped.record
            if schedule is not None:
                self.found(document, rules.dates_have_sources(schedule))
                self.found(document, rules.names_are_known(schedule, vocabulary))
                self.found(document, rules.clauses_are_unique(schedule.numbered_clauses))
                schedules.append(schedule)
        return tuple(schedules)

    def retired(self) -> tuple[Retired, ...]:
        """None as long as every address has its page: the file comes with the first that has not."""
        path = self.folder / "retired.yml"
        if not (path.exists() or path.is_symlink()):
            return ()
        document = self.read(path)
        listed, problems = shape_list(document, Retired)
        self.problems += problems
        self.found(document, rules.retired_addresses_lead_on(listed))
        return tuple(entry for entry in listed if entry)
