"""axe-core in a real Chromium, in all four modes: two widths, light and dark. `python -m tests.axe` is the whole of it.

A page is opened as a reader opens it, or, to look at hundreds, laid into a document that is already open: there axe
is loaded and warm, and a page costs a third. What scripts would add to it is then missing; opened pages have it.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from macros.site.publishing import publish
from macros.site.server import server
from tests import chromium
from tests.archives import ROOT, published
from tests.search_page import wait_for_answer
from tests.served import served

Mode = tuple[int, Any]
Found = dict[str, list[str]]
MODES: tuple[Mode, ...] = ((360, "light"), (1280, "dark"), (360, "dark"), (1280, "light"))

_SOURCE = (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
# Off by default, but asked for: the size of targets (WCAG 2.2), and names that begin with what is seen (WCAG 2.1).
_ALSO = ("target-size", "label-content-name-mismatch")
_OPTIONS = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in _ALSO}}
_RUN = f"axe.run(document, {json.dumps(_OPTIONS)})"
_LAY = """async (address) => {
  const laid = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  history.replaceState(null, "", address);
  document.title = laid.title;
  document.documentElement.replaceChild(document.adoptNode(laid.body), document.body);
}"""


def addresses(site: Path) -> list[str]:
    """The address of every page of a finished site, from its root."""
    return ["/" + str(page.relative_to(site)).removesuffix("index.html") for page in sorted(site.rglob("*.html"))]


def opened(browser: Browser, pages: Iterable[str], modes: Sequence[Mode] = MODES) -> Found:
    """What axe finds on `pages`, full addresses: each is opened once, and then seen in all `modes`."""
    found: Found = {}
    with _context(browser, MODES[0]) as context:
        page = context.new_page()
        for address in pages:
            page.goto(address)
            if "?q=" in address:
                wait_for_answer(page)
            page.evaluate(_SOURCE)
            for mode in modes:
                _show(page, mode)
                found |= _found(page, f"{address} {mode}")
    return found


def laid(browser: Browser, mode: Mode, pages: Iterable[str]) -> Found:
    """What axe finds on `pages` of one site, full addresses, laid one after another into the first."""
    found: Found = {}
    with _context(browser, mode) as context:
        page = context.new_page()
        for position, address in enumerate(pages):
            if position == 0:
                page.goto(address)
                page.evaluate(_SOURCE)
            else:
                page.evaluate(_LAY, address)
            found |= _found(page, f"{address} {mode}")
    return found


def violations(page: Page, name: str) -> Found:
    """What axe finds on `page` as it is now, under `name`; nothing under no name."""
    page.evaluate(_SOURCE)
    return _found(page, name)


@contextmanager
def _context(browser: Browser, mode: Mode) -> Iterator[BrowserContext]:
    width, scheme = mode
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",  # colours are looked at when they have arrived
        locale="ja-JP",
        bypass_csp=True,
    )
    yield context
    context.close()


def _show(page: Page, mode: Mode) -> None:
    width, scheme = mode
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def _found(page: Page, name: str) -> Found:
    described = [
        f"{each['id']}: {json.dumps(node['target'])} {node.get('failureSummary', '')}"
        for each in page.evaluate(_RUN)["violations"]
        for node in each["nodes"]
    ]
    return {name: described} if described else {}


def main() -> int:
    """Every page of the archive, with its fixed versions, and of 見本市, opened in all four modes, two at a time."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sites = [publish(ROOT), published(Path(folder) / "mihon")]
        origins = [stack.enter_context(served(server(site, 0))) for site in sites]
        pages = [origin + page for origin, site in zip(origins, sites, strict=True) for page in addresses(site)]
        pages.remove(f"{origins[1]}/404.html")  # it lies under /register/ and finds its styles there alone
        with ThreadPoolExecutor(2) as workers:
            found = list(workers.map(_alone, (pages[::2], pages[1::2])))
    described = [(name, lines) for each in found for name, lines in each.items()]
    for name, lines in described:
        print(name, *lines, sep="\n  ")
    print(f"{len(pages)}ページを{len(MODES)}通りで調べました。問題があったのは{len(described)}でした。")
    return 1 if described else 0


def _alone(pages: list[str]) -> Found:
    with chromium.started() as browser:
        return opened(browser, pages)


if __name__ == "__main__":
    sys.exit(main())
