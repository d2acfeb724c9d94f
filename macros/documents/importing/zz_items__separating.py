"""Where a list in one line is cut: between 「、」, after a ）, between 「・」; never within parentheses. Texts only."""

import re
from itertools import accumulate

from macros.documents.importing.paragraphs import depth

_SEPARATORS = "、，,"


def separated(text: str) -> list[tuple[str, bool]]:
    """The pieces between separators outside parentheses; True for one that follows a ） with no separator."""
    found: list[tuple[str, bool]] = []
    start, open_brackets, is_torn = 0, 0, False
    for position, letter in enumerate(text):
        open_brackets += (letter in "(（") - (letter in ")）")
        after = text[position + 1 :]
        ends = letter in _SEPARATORS and open_brackets == 0
        tears = letter in ")）" and open_brackets == 0 and re.match(r"(?!等?(?:$|[、，,(（]))", after) is not None
        if ends or tears:
            found.append((text[start : position + tears].strip(), is_torn))
            start, is_torn = position + 1, tears
    found.append((text[start:].strip(), is_torn))
    return [(piece, torn) for piece, torn in found if piece]


def dotted(text: str) -> list[str]:
    """The pieces between 「・」 outside parentheses."""
    found = [""]
    for letter in text:
        if letter == "・" and depth(found[-1]) <= 0:
            found.append("")
        else:
            found[-1] += letter
    return [piece.strip() for piece in found if piece.strip()]


def closed(text: str) -> tuple[str, bool]:
    """`text` with its parentheses closed: after the last list within the open one, or at the end."""
    opened: list[int] = []
    for position, letter in enumerate(text):
        if letter in "(（":
            opened.append(position)
        elif letter in ")）" and opened:
            opened.pop()
    if not opened:
        return text, False
    nested = max(text.rfind(mark) for mark in ("）、", ")、"))
    place = nested + 1 if nested > opened[0] else len(text)
    return text[:place] + "）" * len(opened) + text[place:], True


def deepest(text: str) -> int:
    """How many parentheses are open at once, at most."""
    return max(accumulate((letter in "(（") - (letter in ")）") for letter in text), default=0)


def is_whole(inside: str) -> bool:
    """Whether no parenthesis within `inside` closes one outside of it."""
    level = 0
    for letter in inside:
        level += (letter in "(（") - (letter in ")）")
        if level < 0:
            return False
    return level == 0
