"""Lines of a draft → paragraphs: what a margin broke (text out of a PDF, or of old minutes) is read as one, a table's row too.

Without this 「議案第」 at the end of a line and 「948号」 at the beginning of the next would be a 諮問. The same stands in
`overrides/assets/linking/paragraphs.js`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.documents.linking.folding import CUT, GONE, folded, width
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.minutes import DraftLine, Found, Link, heading_level

_SLACK = 4  # half-width characters that a line may end before the margin: no line begins with 、 or ends with 「
_NARROWEST = 30
_FEWEST = 3  # lines that end at one margin


@dataclass(frozen=True)
class Paragraph:
    """`line` holds all its lines, one character between each two; `starts` is where each begins."""

    line: DraftLine
    starts: tuple[int, ...]

    def parted(self, findings: Sequence[Found]) -> Iterator[tuple[Found, ...]]:
        """What was found in it, line by line. What goes over an end of line belongs to the line that holds most of it."""
        pieces = [piece for what in findings for piece in self._pieces(what)]
        for start, stop in zip(self.starts, (*self.starts[1:], len(self.line.text) + 1), strict=True):
            yield tuple(_moved(piece, -start) for piece in pieces if start <= piece.start < stop)

    def _pieces(self, what: Found) -> Iterator[Found]:
        clause = what.clause_start if isinstance(what, Link) else None
        if isinstance(what, Link) and clause is not None and any(what.start < start <= clause for start in self.starts):
            yield self._on_one_line(
                replace(what, end=clause, address=what.address.partition("#")[0], clause_start=None)
            )
            what = replace(what, start=clause, clause_start=None)
        yield self._on_one_line(what)

    def _on_one_line(self, what: Found) -> Found:
        breaks = [start for start in self.starts if what.start < start < what.end]
        ends = [*(start - 1 for start in breaks), what.end]
        spans = [
            (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
            for start, end in zip((what.start, *breaks), ends, strict=True)
            if (text := self.line.text[start:end].replace(GONE, " "))
        ]
        start, end = max(spans, key=lambda span: (span[1] - span[0], span[0]))
        return replace(what, start=start, end=end) if breaks else what


def paragraphs(lines: Sequence[DraftLine]) -> Iterator[Paragraph]:
    """Every line in its order, alone or with those that go on with it."""
    margin = _margin(lines)
    groups: list[list[DraftLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    cuts = [False, *(_may_go_on(one[-1], other[0]) for one, other in pairwise(groups)), False]
    for group, before, behind in zip(groups, cuts, cuts[1:], strict=False):
        yield _joined(group, CUT if before else "", CUT if behind else "")


def _margin(lines: Sequence[DraftLine]) -> int:
    """Before which most lines end within a sentence, and few go beyond; 0 where there is none."""
    ends = Counter(width(line.text) for line in lines if _is_open(line))
    wider, best = 0, (0, 0)
    for end in sorted(ends, reverse=True):
        near = sum(ends[end - i] for i in range(_SLACK))
        if end >= _NARROWEST and near >= max(_FEWEST, wider * 2):
            best = max(best, (near, end))
        wider += ends[end]
    return best[1]


def _is_open(line: DraftLine) -> bool:
    return (
        not (line.level or line.row or line.is_note) and ARE["closed"].search(folded(line.text).text.rstrip()) is None
    )


def _goes_on(line: DraftLine, following: DraftLine, margin: int) -> bool:
    if line.row > 0 or following.row:
        return line.row == following.row > 0
    is_full = margin - _SLACK < width(line.text) <= margin
    return is_full and _is_open(line) and _is_plain(following)


def _may_go_on(line: DraftLine, following: DraftLine) -> bool:
    """A long line without an end, before one that is no heading: broken, or two."""
    text = folded(following.text).text
    return width(line.text) >= _NARROWEST and _is_open(line) and _is_plain(following) and not heading_level(text, 0)


def _is_plain(line: DraftLine) -> bool:
    return not (line.level or line.row or line.is_note) and not ARE["begins"].match(folded(line.text).text)


def _joined(group: Sequence[DraftLine], before: str, behind: str) -> Paragraph:
    text, starts, linked = before, list[int](), list[tuple[int, int]]()
    for line in group:
        text += "" if not starts else "\t" if line.row else GONE
        start = len(text)
        linked += [(begin + start, end + start) for begin, end in line.linked]
        text += _unindented(line.text) if starts and not line.row else line.text
        starts.append(start)
    return Paragraph(replace(group[0], text=text + behind, linked=tuple(linked)), tuple(starts))


def _unindented(text: str) -> str:
    rest = text.lstrip()
    return GONE * (len(text) - len(rest)) + rest


def _moved(what: Found, by: int) -> Found:
    clause = what.clause_start if isinstance(what, Link) else None
    moved = replace(what, start=what.start + by, end=what.end + by)
    return replace(moved, clause_start=clause + by) if isinstance(moved, Link) and clause is not None else moved
