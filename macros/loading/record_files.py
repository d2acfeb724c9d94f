"""The files of a `data/` folder, read one after another, and everything that is wrong with any of them.

Knows files, not what kinds of record there are: that is `archive.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from macros.loading import rules
from macros.loading.cache import Kept
from macros.loading.problems import Problem
from macros.loading.validation import Shaped, shape
from macros.loading.withholding import Withheld
from macros.loading.yaml_reader import Document, Unread, read
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.meeting import Meeting
from macros.records.record import Record
from macros.records.schedule import Schedule

AnyRecord = TypeVar("AnyRecord", bound=Record)

Named = TypeVar("Named", Consultation, Answer, Meeting, Schedule)
"""A record that is named after its file."""


def _is_meant(path: Path) -> bool:
    """Whether a person put it there as a file: a folder is heard of by what is in it."""
    return not rules.is_hidden(path) and (path.suffix == ".yml" or not path.is_dir())


class RecordFiles:
    """One run over a folder, collecting problems as it goes. What is in `kept` is not read again."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        self.folder = folder
        self.kept = kept
        self.problems: list[Problem] = []
        self.unfinished: list[Problem] = []
        self.seen: set[Path] = set()
        self.withheld: set[Path] = set()

    def withhold(self, withheld: Withheld) -> None:
        """Leave the files of withheld records unread: what is in them concerns nobody any more."""
        self.withheld = {self.folder / name / f"{record_id}.yml" for name, record_id in withheld.ids}
        self.seen |= self.withheld

    def overlooked(self) -> None:
        """A file that nothing has read is a slip: a name mistyped, or a folder that is none of ours."""
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file() and not rules.is_hidden(path)):
            if path not in self.seen:
                sentence = "このファイルはどこからも読まれません。フォルダとファイルの名前を確かめてください。"
                self.problems.append(Problem(path, 1, sentence))

    def shaped_all(self, name: str, model: type[Named]) -> Iterator[tuple[Document, Shaped[Named]]]:
        """Every record of a folder; what is no record there is a problem, for it would be overlooked.

        One by one: as values with their lines, thousands of files take more memory than as records.
        """
        if (self.folder / name).is_symlink():
            self.problems.append(Problem(self.folder / name, 1, "リンクではなく、フォルダそのものを置いてください。"))
        paths = sorted(path for path in (self.folder / name).rglob("*") if _is_meant(path))
        for path in paths:
            sentence = rules.name_problem(path.relative_to(self.folder / name))
            if sentence:
                self.problems.append(Problem(path, 1, sentence))
                self.seen.add(path)
        for path in paths:
            if path.suffix == ".yml" and path not in self.withheld:
                yield self.shaped_or_kept(path, model)

    def shaped_or_kept(self, path: Path, model: type[Named]) -> tuple[Document, Shaped[Named]]:
        """The record of one file, with the id that the file's name gives it."""
        key = self.kept.key(model, path)
        record = self.kept.get(key, model) if key else None
        if record is not None:
            self.seen.add(path)
            return Unread(path), Shaped(record, [])
        before = self.counted
        document = self.read(path)
        shaped = self.shape(document, model)
        if shaped.record is not None:
            shaped = replace(shaped, record=shaped.record.model_copy(update={"id": path.stem}))
            if key and shaped.record and self.counted == before:
                self.kept.put(key, shaped.record)
        return document, shaped

    def read(self, path: Path) -> Document:
        """The values of one file; what looks like a leak or is still to be written is found here."""
        self.seen.add(path)
        if path.is_dir():
            self.problems.append(Problem(path, 1, "フォルダではなくファイルにしてください。"))
            return Document(path, None)
        if not (path.exists() or path.is_symlink()):
            self.problems.append(
                Problem(path, 1, "ファイルがありません。消したり名前を変えたりしていないか確かめてください。")
            )
            return Document(path, None)
        document, problems = read(path)
        self.problems += problems
        self.found(document, rules.leaks(document.values))
        self.found(document, rules.nothing(document.values))
        self.problems += [Problem(path, line, sentence) for line, sentence in rules.leaks_in_comments(document.text)]
        self.unfinished += [document.problem(*finding) for finding in rules.unfinished(document.values)]
        self.unfinished += [Problem(path, *comment) for comment in rules.unfinished_comments(document.text)]
        return document

    @property
    def counted(self) -> int:
        """How much is wrong so far."""
        return len(self.problems) + len(self.unfinished)

    def beside_unfinished(self) -> list[Problem]:
        """The problems but for those of values that are still to be written: what those are is not known yet."""
        marked = {(problem.path, problem.line) for problem in self.unfinished}
        return [problem for problem in self.problems if (problem.path, problem.line) not in marked]

    def shape(self, document: Document, model: type[AnyRecord]) -> Shaped[AnyRecord]:
        """The record that a file's values make."""
        shaped = shape(document, model)
        self.problems += shaped.problems
        return shaped

    def found(self, document: Document, findings: Iterable[rules.Finding]) -> None:
        """Count what a rule found in a file among the problems."""
        self.problems += [document.problem(finding.at, finding.sentence) for finding in findings]
