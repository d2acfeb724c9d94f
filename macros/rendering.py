"""Records → HTML, through one door: our own Jinja environment with autoescape always on.

YAML text is only ever a value here, never a template and never Markdown.
"""

import re
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.archive import Archive
from macros.conformance import conformance, met
from macros.cross_references import CrossReferences
from macros.exports.tables import TABLES
from macros.frame import POLICY
from macros.history import History
from macros.pages import Page
from macros.pages.answer_choices import answer_choices
from macros.pages.conditions import followed_conditions
from macros.pages.paging import leaves

_NUMBERED = re.compile(r"(第\d+(?:の\d+)*[^\d\s()（）「」、。第]?)")  # 第1回, 第8条, 第1の4

TEMPLATES = Path(__file__).parent.parent / "overrides"
EXAMPLES = Path(__file__).parent.parent / "docs" / "data" / "examples"


def whole(text: str) -> Markup:
    """`text` for a title, its numbers kept on one line: 第1回, 第8条, where the browser would end a line after 第."""
    parts = _NUMBERED.split(text)
    span = Markup('<span class="whole">{}</span>')
    return Markup("").join(span.format(part) if at % 2 else part for at, part in enumerate(parts))


class Renderer:
    """Turns pages and snippets of one archive into HTML. Templates are compiled once."""

    def __init__(self, archive: Archive, references: CrossReferences, history: History) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "policy": POLICY,
            "archive": archive,
            "council": archive.council,
            "references": references,
            "leaves": leaves,
            "example": lambda name: (EXAMPLES / name).read_text(encoding="utf-8"),
            "history": history,
            "tables": TABLES,
            "answer_choices": cache(partial(answer_choices, archive)),
            "followed_conditions": cache(partial(followed_conditions, references)),
            "conformance": conformance,
            "met": met,
        }
        self._environment.filters["whole"] = whole

    def page(self, page: Page) -> Markup:
        """The body of a page made from records."""
        return self._render(page.template, page.address, page.context)

    def snippet(self, template: str, address: str, **context: Any) -> Markup:
        """A piece of a hand-written page that stands at `address`."""
        return self._render(template, address, context)

    def _render(self, template: str, address: str, context: dict[str, Any]) -> Markup:
        root = "../" * address.count("/") or "./"
        html = self._environment.get_template(template).render(root=root, **context)
        return Markup(html)  # noqa: S704 — made by our own templates, autoescape on
