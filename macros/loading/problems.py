"""A problem in the data: where it is, what is wrong and what would be right. Not an exception by itself.

A rule finds it at a place within a record (`Finding`); it becomes a problem once the file and the line are known.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from macros.records.record import ValuePath

_LONGEST = 1_000


@dataclass(frozen=True, order=True)
class Problem:
    """Printed as `path:line: sentence`, the form that editors and CI annotate."""

    path: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        text = " ".join(f"{self.path.as_posix()}:{self.line}: {self.sentence}".split("\n"))
        return _shortened(text).encode("utf-8", "replace").decode()  # the name of a file may be no text at all


def _shortened(sentence: str) -> str:
    """A value of any length may be quoted in a sentence; its remedy stands at the end."""
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST // 2]}……{sentence[-_LONGEST // 2 :]}"


class ProblemsFound(Exception):
    """Raised with every problem of every file at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def as_json(self, project: Path) -> str:
        """For another process, which may call the folder `project` by another path."""
        return json.dumps(
            [
                (problem.path.relative_to(project).as_posix(), problem.line, problem.sentence)
                for problem in self.problems
            ]
        )

    @classmethod
    def from_json(cls, text: str, project: Path) -> Self:
        """What `as_json` wrote, below this process's path of `project`."""
        return cls([Problem(project / path, line, sentence) for path, line, sentence in json.loads(text)])


class Refused(Exception):
    """A command that would do harm or makes no sense; the message says why and what to do instead."""


class Finding(NamedTuple):
    """`at` is where the value stands in its file; `sentence` says what is wrong and what would be right."""

    at: ValuePath
    sentence: str
