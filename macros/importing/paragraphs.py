"""Lines → paragraphs: what a page break or the right margin has torn apart is joined again."""

from dataclasses import dataclass

from macros.importing.line import Line

_OPENING, _CLOSING = "(（〔「『", ")）〕」』"
_GOES_ON = ("、", "・", ",", "，")
_STARTS = ("・", "【", "○", "●", "※", "（内訳", "(内訳")


@dataclass(frozen=True)
class Paragraph:
    """`text` as one line; `lines` are those it was joined from."""

    text: str
    lines: tuple[Line, ...]


def depth(text: str) -> int:
    """How many brackets are still open at the end of `text`; negative when too many are closed."""
    return sum((letter in _OPENING) - (letter in _CLOSING) for letter in text)


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """In order. Empty lines part paragraphs unless the words plainly go on; a table row stands alone."""
    found: list[Paragraph] = []
    for line in lines:
        if not line.text or line.ignored:
            continue
        if found and _goes_on(found[-1], line):
            found[-1] = Paragraph(found[-1].text + line.text, (*found[-1].lines, line))
        else:
            found.append(Paragraph(line.text, (line,)))
    return found


def _goes_on(before: Paragraph, line: Line) -> bool:
    if "\t" in line.text or "\t" in before.text or line.text.startswith(_STARTS):
        return False
    return before.text.endswith(_GOES_ON) or depth(before.text) > 0 or before.lines[-1].is_full
