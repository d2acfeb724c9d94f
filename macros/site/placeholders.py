"""The macros that hand-written pages in `docs/` may call. Each returns a placeholder, not HTML:

what is drawn from records must not pass through Markdown, so `hooks.py` puts it in afterwards.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from macros.records.kinds import WordKind
from macros.site.rendering import Renderer

_PLACEHOLDER = re.compile(r'<(?:div|span) data-snippet="([a-z_]+)" data-about="([^"]*)"></(?:div|span)>')

TEMPLATES = {
    "consultation_list": "consultations/list.html",
    "latest_consultations": "consultations/latest.html",
    "examples": "home/examples.html",
    "ways_in": "home/ways_in.html",
    "index_of": "words/index.html",
    "matrix": "words/matrix.html",
    "sensitive_kinds": "words/sensitive.html",
    "glossary": "terms/glossary.html",
    "schedule_list": "schedules/list.html",
    "open_data": "data/open_data.html",
    "answer_list": "answers/list.html",
    "meeting_list": "meetings/list.html",
    "terms_of_use": "about/terms_of_use.html",
    "citation_example": "about/citation_example.html",
    "accessibility_statement": "accessibility/statement.html",
    "answers_so_far": "about/answers_so_far.html",
    "municipality_kind": "about/municipality_kind.html",
}


_INLINE = ("answers_so_far", "municipality_kind")


@dataclass(frozen=True)
class Snippet:
    """A macro by name. Its one argument, where it takes one, is the name of a kind of word."""

    name: str

    def __call__(self, about: str = "") -> str:
        """An element that Markdown leaves alone: a block, or for a word within a sentence a span."""
        element = "span" if self.name in _INLINE else "div"
        return f'<{element} data-snippet="{self.name}" data-about="{about}"></{element}>'


SNIPPETS: dict[str, Callable[..., str]] = {name: Snippet(name) for name in TEMPLATES}


def front(kind: WordKind) -> str:
    """The front page of a list of words, as Markdown: for a kind of which `docs/` has none."""
    return f"""---
title: {kind.label}
description: 諮問に書かれている{kind.label}の一覧です。{kind.label}を選ぶと、関係する諮問がわかります。
render_macros: true
---
# {kind.label} {{ #top }}

{{{{ index_of("{kind.name}") }}}}
"""


def fill(html: str, address: str, renderer: Renderer) -> str:
    """`html` of the page at `address` with every placeholder replaced by what it stands for."""

    def drawn(match: re.Match[str]) -> str:
        return renderer.snippet(TEMPLATES[match[1]], address, about=match[2])

    return _PLACEHOLDER.sub(drawn, html)
