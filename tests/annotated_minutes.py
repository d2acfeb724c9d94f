"""Documents in which a person wrote beside each citation what it leads to: ⟦諮問第948号第1の5=>948/#1-5⟧.

An address below consultations/; ? for what is listed and gets no link; - for what is no citation; several in order,
parted by spaces. What is not marked is no citation.
"""

import re
from collections.abc import Iterable, Sequence

from macros.documents.linking.folding import width

_MARK = re.compile("⟦(.*?)=>([^⟧]*)⟧", re.DOTALL)

Place = tuple[int, int, str]
"""Where something begins and ends, and what it leads to."""


def unmarked(text: str) -> tuple[str, list[Place]]:
    """The text as it was written, and its marks."""
    plain, marks, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        marks.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        at = mark.end()
    return plain + text[at:], marks


def compared(marks: Sequence[Place], found: Iterable[Place], text: str) -> list[tuple[str, str, str]]:
    """For each mark its text, what the person said and what was found; last what was found outside of all."""
    found = list(found)
    within = [[each for each in found if each[0] < end and start < each[1]] for start, end, _ in marks]
    told = [
        (text[start:end], said, " ".join(each[2] for each in here) or "-")
        for (start, end, said), here in zip(marks, within, strict=True)
    ]
    seen = {each for here in within for each in here}
    return told + [(text[each[0] : each[1]], "-", each[2]) for each in found if each not in seen]


def with_margin(text: str, marks: Sequence[Place], margin: int) -> tuple[str, list[Place]]:
    """The same, broken after so many half-width letters as a PDF gives it, with the marks at their new places."""
    broken, places, column = "", [], 0
    for letter in text:
        column = 0 if letter == "\n" else column + _width(letter)
        if column > margin:
            broken, column = broken + "\n", _width(letter)
        places.append(len(broken))
        broken += letter
    return broken, [(places[start], places[end - 1] + 1, said) for start, end, said in marks]


def _width(letter: str) -> int:
    """A space too has one."""
    return width(f"{letter}.") - 1
