"""What a page costs a visitor, by template: `make bench-pages`. Exits with 1 where a budget is broken.

First visit: everything a fresh browser fetches, gzip. Next page: what another template adds. Blocking: files that must
arrive before the first words are drawn. Shift: cumulative layout shift. Search: `make bench-search`.
"""

import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.archives import REAL, published
from tests.bench.counting import counting
from tests.templates import TEMPLATES

_FIRST_KB, _FIRST_REQUESTS, _NEXT_KB = 150, 15, 30
_APART = ("/search/", "/link/", "/consultations/948/card/", "/404.html")  # programs, a frame, and no page
_PAGES = [address for address in TEMPLATES if not address.startswith(_APART)]
_HEAD = (
    "| ページ | はじめて（kB） | 通信の数 | 表示を待たせるもの | ずれ | 次のページ（kB） |\n|---|---|---|---|---|---|"
)
_SEEN = """() => new Promise((resolve) => {
  const blocking = performance.getEntriesByType("resource").filter((file) => file.renderBlockingStatus === "blocking");
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve([blocking.length, shift]), 300);
})"""


class Weight(NamedTuple):
    """One template: kB, requests, blocking files and layout shift of a first visit, kB of the next page."""

    first: float
    requests: int
    blocking: int
    shift: float
    following: float

    @property
    def is_within_budget(self) -> bool:
        """Whether the promise of the site's weight is kept."""
        is_light = self.first <= _FIRST_KB and self.following <= _NEXT_KB
        return is_light and self.requests <= _FIRST_REQUESTS and not self.shift


def weight(browser: Browser, origin: str, sent: list[int], address: str, following: str) -> Weight:
    """Visit both addresses at a phone's width with an empty cache."""
    page = browser.new_context(locale="ja-JP", viewport={"width": 360, "height": 740}).new_page()
    sent.clear()
    page.goto(origin + address, wait_until="networkidle")
    first, requests = sum(sent) / 1000, len(sent)
    blocking, shift = page.evaluate(_SEEN)
    sent.clear()
    page.goto(origin + following, wait_until="networkidle")
    page.context.close()
    return Weight(first, requests, blocking, shift, sum(sent) / 1000)


def main() -> None:
    """Build the archive, visit every template and print one table."""
    print(_HEAD)
    is_kept = True
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        with counting(published(Path(folder) / "project", REAL)) as (origin, sent):
            for address, following in pairwise([*_PAGES, _PAGES[0]]):
                found = weight(browser, origin, sent, address, following)
                is_kept = is_kept and found.is_within_budget
                figures = f"{found.first:.0f} | {found.requests} | {found.blocking} | {found.shift:.3f} | {found.following:.0f}"
                print(f"| {address} | {figures} |{'' if found.is_within_budget else ' ←超過'}", flush=True)
        browser.close()
    sys.exit(not is_kept)


if __name__ == "__main__":
    main()
