"""Minutes of councils as they come, each with what a careful clerk would make of its citations; and how a walk fares there.

`tests/minutes/NAME/input.txt`, and beside it `expected.json`: `links` [line, words, address below consultations/], `listed`
[line, words, why] and `not_linked` [line, words]. What is not named there may be either.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.documents.linking.minutes import Found, Link

FOLDER = Path(__file__).parent / "minutes"


@dataclass(frozen=True)
class MinuteCase:
    """One text of minutes, its lines as they are."""

    name: str
    lines: tuple[str, ...]
    links: tuple[tuple[int, str, str], ...]
    listed: tuple[tuple[int, str, str], ...]
    not_linked: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Score:
    """What went wrong: links that lead elsewhere or stand where none may, citations passed in silence, links missed."""

    wrong: tuple[str, ...]
    silent: tuple[str, ...]
    missed: tuple[str, ...]
    links: int
    """How many a clerk would make."""


def minute_cases() -> list[MinuteCase]:
    """All of them, in the order of their names."""
    return [_read(folder) for folder in sorted(FOLDER.iterdir())]


def _read(folder: Path) -> MinuteCase:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    lines = (folder / "input.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    rows = {key: tuple(tuple(row) for row in expected[key]) for key in ("links", "listed", "not_linked")}
    return MinuteCase(folder.name, tuple(lines), **rows)


def score(case: MinuteCase, found: Sequence[Sequence[Found]]) -> Score:
    """`found` is what the walk finds in each line."""
    wrong, silent, missed = list[str](), list[str](), list[str]()
    for line, words, address in case.links:
        here = list(_at(case, found, line, words))
        addresses = [one.address.removeprefix("consultations/") for one in here if isinstance(one, Link)]
        if any(_leads_to(led, address) for led in addresses):
            continue
        missed.append(f"{line}: {words}")
        wrong += [f"{line}: {words} → {led}" for led in addresses if led.partition("#")[0] != address.partition("#")[0]]
        silent += [] if here else [f"{line}: {words}"]
    for line, words, *_ in (*case.listed, *case.not_linked):
        wrong += [f"{line}: {words} → {one.address}" for one in _at(case, found, line, words) if isinstance(one, Link)]
    silent += [f"{line}: {words}" for line, words, _ in case.listed if not list(_at(case, found, line, words))]
    return Score(tuple(wrong), tuple(silent), tuple(missed), len(case.links))


def _at(case: MinuteCase, found: Sequence[Sequence[Found]], line: int, words: str) -> Iterator[Found]:
    """What is found on the words, wherever the line has them."""
    text = case.lines[line - 1]
    assert words in text, (case.name, line, words)
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    for one in found[line - 1]:
        if any(one.start < start + len(words) and start < one.end for start in starts):
            yield one


def _leads_to(address: str, expected: str) -> bool:
    """A link to a clause leads to its page too."""
    return address == expected or ("#" not in expected and address.startswith(f"{expected}#"))
