"""Markdown, or plain text → lines of a draft of the same length: what is a link stays one, code and addresses say nothing.

Not a Markdown parser: it knows where links, code and HTML stand in a line, and no more. What stands before 「 <https://…>」
is linked too, as in our own plain text. The same stands in `overrides/assets/linking/markdown.js`.

A link within a text, in each form that minutes are published in. The same stands in `overrides/assets/linking/forms.js`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from macros.documents.linking.folding import GONE
from macros.documents.linking.minutes import MASK, DraftLine, Found, Link

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
    defined = {match[1].casefold() for line in lines if (match := _DEFINITION.match(line))}
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
    linked = [match.span(2) for match in _LINK.finditer(shown)]
    linked += [(match.start() - 1, match.start()) for match in _AUTOLINK.finditer(text) if match.start()]
    linked += [match.span(1) for match in _ANCHOR.finditer(text)]
    linked += [match.span(1) for match in _SHORT.finditer(text) if match[1].casefold() in defined]
    shown = _LINK.sub(lambda match: GONE * len(match[1]) + match[2] + GONE * len(match[3]), shown)
    for pattern, mark in ((_AUTOLINK, GONE), (_ANCHOR_TAG, GONE), (_TAG, MASK), (_URL, MASK)):
        shown = _masked(pattern, shown, mark)
    return DraftLine(shown, linked=tuple(linked))


def _masked(pattern: re.Pattern[str], text: str, mark: str = MASK) -> str:
    return pattern.sub(lambda match: mark * len(match[0]), text)


Plain = Callable[[str], str]

FORMS: dict[str, tuple[Plain, Callable[[str, str], str]]] = {
    "html": (escape, lambda text, address: f'<a href="{escape(address)}">{escape(text)}</a>'),
    "markdown": (str, lambda text, address: f"[{text}]({address})"),
    "text": (str, lambda text, address: f"{text} <{address}>"),
}
"""How plain text is written, and a link."""

WITHIN_HTML = "within html"
_WRITERS = FORMS | {WITHIN_HTML: (str, lambda text, address: f'<a href="{escape(address)}">{text}</a>')}


def linked(text: str, findings: Iterable[Found], site: str, form: str) -> str:
    """`text` with its links; `form` is one of FORMS, or WITHIN_HTML for what is HTML already. What stands in none stays as it is, but for what HTML cannot hold."""
    plain, link = _WRITERS[form]
    written, at = [], 0
    for what in findings:
        if isinstance(what, Link):
            written += [plain(text[at : what.start]), link(text[what.start : what.end], site + what.address)]
            at = what.end
    return "".join((*written, plain(text[at:])))


def paragraphs(lines: Iterable[str]) -> str:
    """Lines of HTML as paragraphs: an empty line parts them, others are kept."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return "\n".join("<p>" + "<br>\n".join(block) + "</p>" for block in blocks if block) + "\n"
