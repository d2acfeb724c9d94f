"""Where lines are full, so that the next one goes on with them. Widths only, in columns; not what the lines say."""

from collections import Counter
from collections.abc import Sequence

from macros.loading.yaml_format.yaml_writer import width

_SLACK = 6  # no line begins with 「、」 or 「）」, and Latin letters are narrower than a column
_NARROWEST = 24  # shorter lines say nothing about a margin
_FEWEST = 5  # full lines that show that a text was broken at a margin and not at its paragraphs


def full_on_paper(written: Sequence[str]) -> list[bool]:
    """Of each line of a printed document, whether it reaches the margin: the most frequent of the wide widths."""
    widths = [width(line.rstrip()) for line in written]
    wide = Counter(each for each in widths if each >= max(max(widths, default=0) / 2, _NARROWEST))
    margin = max(wide, key=lambda each: (wide[each], each), default=_NARROWEST)
    return [each >= margin - _SLACK for each in widths]


def full_in_text(written: Sequence[str]) -> list[bool]:
    """The same of a text file, where nothing is full unless many lines end at one margin and none goes beyond it.

    A full line above an empty one ends its paragraph all the same.
    """
    widths = [width(line.rstrip()) for line in written]
    margin = max(widths, default=0)
    wide = [each >= max(margin - _SLACK, _NARROWEST) for each in widths]
    if sum(wide) < _FEWEST:
        return [False] * len(widths)
    return [is_wide and bool(below.strip()) for is_wide, below in zip(wide, [*written[1:], ""], strict=True)]
