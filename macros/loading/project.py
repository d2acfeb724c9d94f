"""A project → its archive, or all problems: those of its records and those of its hand-written pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.loading import rules
from macros.loading.archive import Archive, load
from macros.loading.decoding import Undecodable, decoded
from macros.loading.problems import Problem, ProblemsFound
from macros.records.record import KEY

_SAMPLES = "messages.md"  # shows broken files of the tests, invented leaks among them; not published
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def load_project(project: Path) -> Archive:
    """The archive of `project`. Raises ProblemsFound with every problem of every file."""
    problems = [problem for path in _handwritten(project) for problem in _leaks(path)]
    problems += [problem for folder in ("data", "docs") for problem in _leaks_in_names(project / folder)]
    try:
        archive = load(project / "data")
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, *problems]) from None
    if problems:
        raise ProblemsFound(problems)
    return archive


def _handwritten(project: Path) -> list[Path]:
    pages = (project / "docs").rglob("*.md")
    return sorted([*project.glob("*.md"), *(page for page in pages if page.name != _SAMPLES)])


def _leaks(path: Path) -> Iterator[Problem]:
    try:
        text = decoded(path)
    except Undecodable as error:
        yield Problem(path, error.line, error.sentence)
        return
    for line, sentence in rules.leaks_in_lines(text, _exemptions(text)):
        yield Problem(path, line, sentence)


def _leaks_in_names(folder: Path) -> Iterator[Problem]:
    """A file's name is read by everybody, even where its content is not."""
    for path in sorted(folder.rglob("*")):
        for _, sentence in rules.leaks_in_message(path.stem.replace("_", " ")):
            yield Problem(path, 1, f"ファイルの名前に、{sentence}")


def _exemptions(text: str) -> object:
    """公開の例外 of the page's front matter, as written."""
    front = _FRONT.match(text)
    try:
        values = yaml.load(front[1], Loader=yaml.BaseLoader) if front else None  # noqa: S506 — texts only
    except yaml.YAMLError:
        return None
    return values.get(KEY) if isinstance(values, dict) else None
