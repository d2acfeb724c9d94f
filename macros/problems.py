"""A problem in the data: where it is, what is wrong and what would be right. Not an exception by itself."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """Printed as `path:line: sentence`, the form that editors and CI annotate."""

    path: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()}:{self.line}: {self.sentence}"


class ProblemsFound(Exception):
    """Raised with every problem of every file at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
