"""Titles of 諮問 and meetings that stand in a line to the letter, and what makes them certain.

An archive that holds few of a council's papers cannot know that a title is the only one of its kind. A title leads to
its 諮問 where the number of that 諮問 stands near, and no other; or where title and subtitle stand together and no number
is near. The same stands in `overrides/assets/linking/titles.js`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.documents.linking.folding import CUT, folded
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.other_bodies import is_elsewhere
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
    bearers: tuple[str, ...] = ()
    """The names of those that bear this title, where it says nothing certain."""


@dataclass(frozen=True)
class _Title:
    """text[start:end], the title that `targets` bear."""

    text: str
    start: int
    end: int
    targets: Sequence[Target]

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""
        return self.text.rfind("。", 0, self.start) + 1


@dataclass(frozen=True)
class Numbered:
    """Where the number of a 諮問 stands; `number` is 0 where it is not certainly one of our council."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Surroundings:
    """What stands beside a title: in its line, above and below."""

    numbers: Sequence[Numbered]
    is_row: bool
    """The line is a row of a table, which is one whole; else a number is near within its sentence."""
    above: Sequence[int]
    """The numbers of the line above."""
    title_above: Target | None
    """Of the title with which the line above ends."""
    below: str
    """The line below, folded."""


def titles(text: str, taken: Sequence[tuple[int, int]], beside: Surroundings, of: References) -> Iterator[Titled]:
    """The longest first. `taken` are the places of what was read already."""
    places = list(taken)
    for titled, is_whole in ((of.titled, _is_whole), (of.subtitled, _is_alone)):
        for title, targets in titled.items():
            for start in _places(text, title):
                end = start + len(title)
                if is_whole(text, start, end) and not any(start < stop and begin < end for begin, stop in places):
                    places.append((start, end))
                    yield from _titled(_Title(text, start, end, targets), beside, of)


def _titled(title: _Title, beside: Surroundings, of: References) -> Iterator[Titled]:
    """A number right before it is the link; else whatever makes one of its bearers certain."""
    before = [numbered for numbered in beside.numbers if numbered.end <= title.start]
    if any(_is_beside(title.text[numbered.end : title.start]) for numbered in before):
        return
    is_name = any(
        not target.address.startswith("consultations/") or title.words == _folded(target.name)
        for target in title.targets
    )
    if is_elsewhere("", title.text[title.sentence : title.start], of):
        yield Titled(title.start, title.end, None, REASONS["elsewhere"])
    else:
        yield _only(title, title.targets) if is_name else _consultation(title, beside)


def _only(title: _Title, targets: Sequence[Target]) -> Titled:
    if len(targets) == 1:
        return Titled(title.start, title.end, targets[0])
    return Titled(title.start, title.end, None, REASONS["same_title"].format(_names(targets)))


def _consultation(title: _Title, beside: Surroundings) -> Titled:
    near = _near(title, beside)
    certain = [
        target for target in title.targets if (near == {target.number} if near else _has_both(title, target, beside))
    ]
    if certain:
        return _only(title, certain)
    names = _names(title.targets)
    if near:
        numbers = "、".join(f"第{number}号" for number in sorted(near) if number) or "ほかの文書の番号"
        return Titled(title.start, title.end, None, REASONS["near_number"].format(numbers, names))
    reason = REASONS["title_alone" if len(title.targets) == 1 else "same_title"].format(names)
    return Titled(title.start, title.end, None, reason, tuple(target.name for target in title.targets))


def _near(title: _Title, beside: Surroundings) -> set[int]:
    """The numbers of the sentence or row; where it has none, those of the line above."""
    begin, stop = (0, -1) if beside.is_row else (title.sentence, title.text.find("。", title.end))
    here = {
        numbered.number
        for numbered in beside.numbers
        if begin <= numbered.start and (stop < 0 or numbered.start < stop)
    }
    return here or set(beside.above)


def _has_both(title: _Title, target: Target, beside: Surroundings) -> bool:
    """Its title with one of its subtitles in brackets behind it or below, or the other way round."""
    subtitles = set(map(_folded, target.subtitles))
    if title.words in subtitles:
        before = title.text[: title.start - 1].rstrip()
        is_below = beside.title_above == target and not before.strip(f" {CUT}")
        return is_below or any(before.endswith(whole) for whole in map(_folded, target.titles))
    rest = title.text[title.end :].lstrip(f" 」』{CUT}") or beside.below.strip(f" {CUT}")
    return bool(rest) and rest[0] in _OPEN and any(rest[1:].startswith(subtitle) for subtitle in subtitles)


def _folded(title: str) -> str:
    return folded(title).text


def _names(targets: Sequence[Target]) -> str:
    return "、".join(target.name for target in targets)


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
