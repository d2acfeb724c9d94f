"""A link within a text, in each form that minutes are published in. The same stands in `overrides/assets/linking/forms.js`."""

from collections.abc import Callable, Iterable
from html import escape

from macros.documents.linking.minutes import Found, Link

Plain = Callable[[str], str]

FORMS: dict[str, tuple[Plain, Callable[[str, str], str]]] = {
    "html": (escape, lambda text, address: f'<a href="{escape(address)}">{escape(text)}</a>'),
    "markdown": (str, lambda text, address: f"[{text}]({address})"),
    "text": (str, lambda text, address: f"{text} <{address}>"),
}
"""How plain text is written, and a link."""

WITHIN_HTML = "within html"
_WRITERS = FORMS | {WITHIN_HTML: (str, lambda text, address: f'<a href="{escape(address)}">{text}</a>')}


def linked(text: str, found: Iterable[Found], site: str, form: str) -> str:
    """`text` with its links; `form` is one of FORMS, or WITHIN_HTML for what is HTML already. What stands in none stays as it is, but for what HTML cannot hold."""
    plain, link = _WRITERS[form]
    written, at = [], 0
    for each in found:
        if isinstance(each, Link):
            written += [plain(text[at : each.start]), link(text[each.start : each.end], site + each.address)]
            at = each.end
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
