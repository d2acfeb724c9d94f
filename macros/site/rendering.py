"""Records → HTML, through one door: our own Jinja environment with autoescape always on.

YAML text is only ever a value here, never a template and never Markdown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History
from macros.exports.csv_files import TABLES
from macros.exports.feeds.feeds import Feeds
from macros.loading.archive import Archive
from macros.records.absence import NOT_HELD, NOT_IN_PAPER
from macros.records.kinds import KINDS, NAMED_IN
from macros.records.record import Record
from macros.site.accessibility import conformance, met
from macros.site.escaping import EscapingEnvironment
from macros.site.frame import CARD_POLICY, POLICY, SECTIONS, Frame
from macros.site.json_ld import described
from macros.site.pages import Page
from macros.site.pages.answer_choices import answer_choices
from macros.site.pages.conditions import followed_conditions
from macros.site.pages.paging import leaves
from macros.site.pages.vocabulary_list import consulted, matrix_groups, most_consulted, word_groups

_NUMBERED = re.compile(r"(第\d+(?:の\d+)*[^\d\s()（）「」、。第]?)")  # 第1回, 第8条, 第1の4

TEMPLATES = Path(__file__).parents[2] / "overrides"
EXAMPLES = Path(__file__).parents[2] / "docs" / "data" / "examples"


def whole(text: str) -> Markup:
    """`text` for a title, its numbers kept on one line: 第1回, 第8条, where the browser would end a line after 第."""
    parts = _NUMBERED.split(text)
    span = Markup('<span class="whole">{}</span>')
    return Markup("").join(span.format(part) if at % 2 else part for at, part in enumerate(parts))


@dataclass(frozen=True)
class _Shown:
    """What the frame asks of a page; for hand-written pages MkDocs has the same."""

    url: str
    canonical_url: str
    content: str
    meta: dict[str, Any] = field(default_factory=dict)
    is_homepage: bool = False


@pass_context
def _url(context: Context, address: str) -> str:
    """An address of the site as seen from the page, like MkDocs' filter of this name."""
    return f"{context['root']}{address}"


def _once() -> Callable[..., str]:
    """What a macro that was imported prints of a record, called once however many pages show it."""
    printed: dict[tuple[Macro, int], str] = {}

    def once(macro: Macro, record: Record, *arguments: Any) -> str:
        key = macro, id(record)  # a record lives as long as its archive
        if key not in printed:
            printed[key] = macro(*arguments)
        return printed[key]

    return once


def _environment(names: dict[str, Any]) -> EscapingEnvironment:
    """Our templates as seen from one depth of address; `names` are what all of them may ask for."""
    environment = EscapingEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,  # one build sees one state of the templates
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {**names, "once": _once()}
    environment.filters |= {"whole": whole, "url": _url}
    return environment


class Renderer:
    """Turns pages and snippets of one archive into HTML. Templates are compiled once.

    For each depth of address there is an environment: `root`, the way from a page to the root of the site, is as well
    known in it as the archive is, so that macros are imported once and not for every page anew.
    """

    def __init__(self, archive: Archive, references: CrossReferences, history: History) -> None:
        self._council = archive.council
        self._parts: dict[tuple[str, int, str], Markup] = {}
        self._environments: dict[int, EscapingEnvironment] = {}
        self._known = {
            "frame": Frame(archive.council),
            "feeds": Feeds(archive, references, history),
            "policy": POLICY,
            "card_policy": CARD_POLICY,
            "archive": archive,
            "council": archive.council,
            "kinds": KINDS,
            "fields_of_names": NAMED_IN,
            "not_in_paper": NOT_IN_PAPER,
            "not_held": NOT_HELD,
            "references": references,
            "leaves": leaves,
            "example": lambda name: (EXAMPLES / name).read_text(encoding="utf-8"),
            "history": history,
            "tables": TABLES,
            "answer_choices": cache(partial(answer_choices, archive)),
            "followed_conditions": cache(partial(followed_conditions, references)),
            "word_groups": cache(partial(word_groups, references)),
            "matrix_groups": cache(partial(matrix_groups, references)),
            "consulted": cache(partial(consulted, references)),
            "most_consulted": partial(most_consulted, references),
            "conformance": conformance,
            "met": met,
        }

    def page(self, page: Page) -> Markup:
        """The body of a page made from records."""
        return self._render(page.template, page.address, page.context)

    def framed(self, page: Page, body: str) -> str:
        """The whole file of a page made from records; `body` is what stands in `main`."""
        canonical = self._council.site.address + page.address
        shown = _Shown(page.address, canonical, body, {"unlisted": not page.is_listed})
        about = described(page, self._council)
        around = {part: self._around(part, shown) for part in ("header", "sections")}
        return self._render("base.html", page.address, {"page": shown, "made": page, "described": about, **around})

    def _around(self, part: str, shown: _Shown) -> Markup:
        """A part of the frame that is the same on every page at one depth, but for the menu's mark on the page itself.

        Of the page it is given hardly more than the address: a template that asks for more fails, instead of repeating one page's.
        """
        is_in_menu = any(shown.url == section.address for section in SECTIONS)
        key = part, shown.url.count("/"), shown.url if is_in_menu else ""
        if key not in self._parts:
            self._parts[key] = self._render(
                f"frame/_{part}.html", shown.url, {"page": {"url": key[2], "is_homepage": False}}
            )
        return self._parts[key]

    def snippet(self, template: str, address: str, **context: Any) -> Markup:
        """A piece of a hand-written page that stands at `address`."""
        return self._render(template, address, context)

    def _render(self, template: str, address: str, context: dict[str, Any]) -> Markup:
        depth = address.count("/")
        if depth not in self._environments:
            self._environments[depth] = _environment(self._known | {"root": "../" * depth or "./"})
        html = self._environments[depth].get_template(template).render(context)
        return Markup(html)  # noqa: S704 — made by our own templates, autoescape on
