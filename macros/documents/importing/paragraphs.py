"""Lines → paragraphs: what a page break or the right margin has torn apart is joined again."""

import re
from dataclasses import dataclass

from macros.documents.extractors.line import Line

_OPENING, _CLOSING = "(（〔「『", ")）〕」』"
_GOES_ON = ("、", "・", ",", "，")
# Not at the head of a line by JIS X 4051, and を, with which no word begins.
_NEVER_FIRST = re.compile("[、。，．）」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョを々]")
_PARTICLE = re.compile("[のにとでは]|から|まで")
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
    above: Line | None = None
    is_torn = False
    for line in lines:
        if line.ignored and above and above.text:
            is_torn = True
        elif line.text and not line.ignored:
            if found and _goes_on(found[-1], line, is_torn=is_torn):
                found[-1] = Paragraph(found[-1].text + line.text, (*found[-1].lines, line))
            else:
                found.append(Paragraph(line.text, (line,)))
            is_torn = False
        above = line
    return found


def _goes_on(before: Paragraph, line: Line, *, is_torn: bool) -> bool:
    """`is_torn`: the end of a page stands between, with no empty line above it."""
    if "\t" in line.text or "\t" in before.text or line.text.startswith(_STARTS):
        return False
    is_open = before.text.endswith(_GOES_ON) or depth(before.text) > 0 or before.lines[-1].is_full
    return is_open or _NEVER_FIRST.match(line.text) is not None or (is_torn and _PARTICLE.match(line.text) is not None)
