"""Pictures of every template at both widths and colour schemes, and in print: `make screenshots`.

Not a test: a person looks at them, one by one. Which pages are taken follows from the archives, so that a new template
is taken without being named here: from the real archive, or from 見本市 what the real one does not have.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.loading.archive import load
from macros.site.pages import pages
from macros.site.publishing import publish
from macros.site.server import server
from tests import chromium
from tests.archives import MIHON, REAL, ROOT, new_project
from tests.search_page import wait_for_answer
from tests.served import served

FOLDER = ROOT / ".screenshots"
MODES: tuple[tuple[int, Any], ...] = ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"))
CHOSEN = {
    "consultation-945": "consultations/945/",
    "consultation-946": "consultations/946/",
    "consultation-948": "consultations/948/",
    "consultation-949": "consultations/949/",
    "item-account-number": "items/account-number/",
    "operation-long-term-care": "operations/long-term-care-insurance/",
    "card-card": "consultations/948/card/",
    "search-found": "search/?q=口座番号",
    "search-nothing": "search/?q=水道料金",
    "not-found": "404.html",
}
"""Beside the first page of each template: what is hardest to draw."""
RETIRED = """
- {アドレス: items/old-name/, 日付: 2022-04-01, 理由: 項目の名前を改めたため, 移動先: items/name/}
- {アドレス: items/old-list/, 日付: 2022-04-01, 理由: 項目を分けたため, かわり: items/name/}
- {アドレス: "consultations/2/#9-9", 日付: 2022-04-01, 理由: 番号の読み取りを直したため}
"""
GIVEN_UP = {"moved": "items/old-name/", "ended": "items/old-list/", "ended-clause": "consultations/2/"}


class Shot(NamedTuple):
    """One page to take; `is_real`: of the real archive, else of 見本市."""

    name: str
    path: str
    is_real: bool


def shots() -> Iterator[Shot]:
    """Every template once, then what is hardest to draw."""
    taken: set[str] = set()
    for data, is_real in ((REAL, True), (MIHON, False)):
        for template, path in _first_pages(data).items():
            if template not in taken:
                yield Shot(template.removesuffix(".html").replace("/", "-"), path, is_real)
        taken |= _first_pages(data).keys()
    for path in sorted((ROOT / "docs").rglob("*.md")):
        address = path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/")
        if address != "messages" and not address.startswith("decisions/"):
            yield Shot(f"page-{address.replace('/', '-') or 'home'}", f"{address}/".lstrip("/"), is_real=True)
    yield from (Shot(name, path, is_real=True) for name, path in CHOSEN.items())
    yield from (Shot(name, path, is_real=False) for name, path in GIVEN_UP.items())


def _first_pages(data: Path) -> dict[str, str]:
    """Template → address of the first page that it makes."""
    archive = load(data)
    made = pages(archive, CrossReferences(archive), read_history(data.parent))
    found: dict[str, str] = {}
    for page in made:
        found.setdefault(page.template, page.address)
    return found


def main() -> None:
    """Write the pictures to .screenshots/."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium.started() as browser:
        mihon = new_project(Path(folder) / "mihon")
        (mihon / "data" / "retired.yml").write_text(RETIRED, encoding="utf-8")
        taken = list(shots())
        with served(server(publish(ROOT), 0)) as real, served(server(publish(mihon), 0)) as fictional:
            for width, scheme in MODES:
                _take(browser, taken, {True: real, False: fictional}, width, scheme)
    print(f"{len(taken) * len(MODES)}枚を {FOLDER.name}/ に撮りました。印刷の見本は *.pdf です。")


def _take(browser: Browser, taken: list[Shot], origins: dict[bool, str], width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ja-JP")
    context.route("**/moved.js", lambda route: route.abort())  # stay on the page that leads on
    page = context.new_page()
    for shot in taken:
        page.goto(f"{origins[shot.is_real]}/{shot.path}")
        if "?q=" in shot.path:
            wait_for_answer(page)
        page.screenshot(path=FOLDER / f"{shot.name}-{width}-{scheme}.png", full_page=True)
        if (width, scheme) == MODES[-2]:
            page.pdf(path=FOLDER / f"{shot.name}.pdf", format="A4")
    context.close()


if __name__ == "__main__":
    main()
