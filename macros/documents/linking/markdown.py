"""Markdown, or plain text → lines of a draft of the same length: what is a link stays one, code and addresses say nothing.

Not a Markdown parser: it knows where links, code and HTML stand in a line, and no more. What stands before 「 <https://…>」
is linked too, as in our own plain text. The same stands in `overrides/assets/linking/markdown.js`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.documents.linking.folding import GONE
from macros.documents.linking.minutes import MASK, DraftLine

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_LINK = re.compile(
    r"(!?\[)((?:[^\[\]]|\[[^\[\]]*\])*)(\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[[^\[\]]*\]))"
)
_ANCHOR = re.compile(r"<a[\s>][^<>]{0,400}>?(.{0,400}?)</a>", re.IGNORECASE)
_ANCHOR_TAG = re.compile(r"</?a(?:\s[^<>]{0,400})?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>")
_AUTOLINK = re.compile(r" ?<https?://[^<>\s]*>")
_URL = re.compile(r"https?://[^\s<>()「」（）『』、。]+")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:\s*\S+")
_SHORT = re.compile(r"\[([^\[\]^][^\[\]]*)\](?![(\[:])")
_BLOCK = re.compile(r" {0,3}<(?!a[\s>]|span|b>|i>|em>|strong|code|br|https?:)/?[a-zA-Z!]")


@dataclass(frozen=True)
class MarkdownLine:
    """A line of a draft; `is_html` where Markdown's own links would not be read."""

    line: DraftLine
    is_html: bool = False


def markdown_lines(lines: Sequence[str]) -> Iterator[MarkdownLine]:
    """One for each line."""
    defined = {found[1].casefold() for line in lines if (found := _DEFINITION.match(line))}
    fence, comment, is_html = "", False, False
    for text in lines:
        opened = _FENCE.match(text)
        if fence or opened or comment:
            if fence and opened and opened[1].startswith(fence) and not text[opened.end() :].strip():
                fence = ""
            elif opened and not fence and not comment:
                fence = opened[1]
            comment = comment and "-->" not in text
            yield MarkdownLine(DraftLine(MASK * len(text)))
            continue
        comment = text.rfind("<!--") > text.rfind("-->")
        is_html = bool(text.strip()) and (is_html or bool(_BLOCK.match(text)))
        shown = text[: text.rfind("<!--")] + MASK * (len(text) - text.rfind("<!--")) if comment else text
        yield MarkdownLine(_line(shown, defined), is_html)


def _line(text: str, defined: set[str]) -> DraftLine:
    if _DEFINITION.match(text):
        return DraftLine(MASK * len(text))
    shown = _masked(_CODE, text)
    linked = [found.span(2) for found in _LINK.finditer(shown)]
    linked += [(found.start() - 1, found.start()) for found in _AUTOLINK.finditer(text) if found.start()]
    linked += [found.span(1) for found in _ANCHOR.finditer(text)]
    linked += [found.span(1) for found in _SHORT.finditer(text) if found[1].casefold() in defined]
    shown = _LINK.sub(lambda found: GONE * len(found[1]) + found[2] + GONE * len(found[3]), shown)
    for pattern, mark in ((_AUTOLINK, GONE), (_ANCHOR_TAG, GONE), (_TAG, MASK), (_URL, MASK)):
        shown = _masked(pattern, shown, mark)
    return DraftLine(shown, linked=tuple(linked))


def _masked(pattern: re.Pattern[str], text: str, mark: str = MASK) -> str:
    return pattern.sub(lambda found: mark * len(found[0]), text)
