"""Titles of 諮問 and meetings that stand in a line to the letter; subtitles only alone between brackets.

The same stands in `overrides/assets/linking/titles.js`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.documents.linking.citation import Piece
from macros.documents.linking.folding import CUT
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.targets import References, Target

_KANA = "てるく"
"""As titles end that are sentences: 「…について」."""
_OPEN = '「『([【〈"“'
_CLOSE = '」』)]】〉"”'


@dataclass(frozen=True)
class Titled:
    """text[start:end] is the title of `target`; of none, for a reason."""

    start: int
    end: int
    target: Target | None
    reason: str = ""


def titles(text: str, read: Sequence[Piece], references: References) -> Iterator[Titled]:
    """The longest first. What a number already says is left to the number."""
    taken = [(piece.start, piece.end) for piece in read]
    numbered = [piece for piece in read if piece.owner in ("consultation", "bare") and piece.number]
    for titled, is_whole in ((references.titled, _is_whole), (references.subtitled, _is_alone)):
        for title, targets in titled.items():
            for start in _places(text, title):
                end = start + len(title)
                if is_whole(text, start, end) and not any(start < stop and begin < end for begin, stop in taken):
                    taken.append((start, end))
                    yield from _titled(text, start, end, targets, numbered)


def _titled(text: str, start: int, end: int, targets: tuple[Target, ...], numbered: list[Piece]) -> Iterator[Titled]:
    """The number before it is the link; one behind it, or that of the only 諮問 with this title, says whose it is."""
    if any(piece.end <= start and _is_beside(text[piece.end : start]) for piece in numbered):
        return
    behind = next(
        (piece.number for piece in numbered if piece.start >= end and _is_beside(text[end : piece.start])), None
    )
    fitting = [target for target in targets if behind in (None, target.number)]
    if len(fitting) == 1:
        yield Titled(start, end, fitting[0])
    else:
        reason = "same_title" if fitting else "other_title"
        yield Titled(start, end, None, REASONS[reason].format("、".join(target.name for target in targets)))


def _places(text: str, title: str) -> Iterator[int]:
    start = text.find(title)
    while start >= 0:
        yield start
        start = text.find(title, start + 1)


def _is_alone(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in _OPEN and text[end : end + 1] != "" and text[end] in _CLOSE


def _is_whole(text: str, start: int, end: int) -> bool:
    """Not the end of a longer title, nor its beginning."""
    before = start == 0 or text[start - 1] in f" 、。:;・\t>|*_#-\n{CUT}{_OPEN}" or text[start - 1] == "号"
    return before and (text[end - 1] in _KANA or not ARE["no_bare_before"].match(text, end))


def _is_beside(between: str) -> bool:
    return ARE["beside"].fullmatch(between) is not None
