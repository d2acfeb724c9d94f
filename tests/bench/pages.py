"""What a page costs a visitor, by template: `make bench-pages`. Exits with 1 where a budget is broken.

First visit: everything a fresh browser fetches, gzip. Next page: what another template adds. Blocking: files that must
arrive before the first words are drawn. Shift: cumulative layout shift. Search: `make bench-search`.
"""

import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests import chromium
from tests.archives import REAL, published
from tests.bench.counting import counting
from tests.page_examples import TEMPLATES

_FIRST_KB, _FIRST_REQUESTS, _NEXT_KB = 150, 15, 30
_APART = ("/search/", "/link/", "/consultations/948/card/", "/404.html")  # programs, a frame, and no page
_PAGES = [address for address in TEMPLATES if not address.startswith(_APART)]
_SEEN = """() => new Promise((resolve) => {
  const blocking = performance.getEntriesByType("resource").filter((file) => file.renderBlockingStatus === "blocking");
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve([blocking.length, shift]), 300);
})"""


def is_within_budget(browser: Browser, origin: str, sent: list[int], address: str, following: str) -> bool:
    """Visit both addresses at a phone's width with an empty cache, and print a row."""
    page = browser.new_context(locale="ja-JP", viewport={"width": 360, "height": 740}).new_page()
    sent.clear()
    page.goto(origin + address, wait_until="networkidle")
    first, requests = sum(sent) / 1000, len(sent)
    blocking, shift = page.evaluate(_SEEN)
    sent.clear()
    page.goto(origin + following, wait_until="networkidle")
    further = sum(sent) / 1000
    page.context.close()
    is_light = first <= _FIRST_KB and requests <= _FIRST_REQUESTS and further <= _NEXT_KB and not shift
    figures = f"{first:.0f} | {requests} | {blocking} | {shift:.4f} | {further:.0f}"
    print(f"| {address} | {figures} |{'' if is_light else ' ←超過'}", flush=True)
    return is_light


def main() -> None:
    """Build the archive and visit every template."""
    print("| ページ | はじめて（kB） | 通信の数 | 表示を待たせるもの | ずれ | 次のページ（kB） |")
    print("|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder, chromium.started() as browser:
        site = published(Path(folder) / "project", REAL)
        with counting(site) as (origin, sent):
            visits = pairwise([*_PAGES, _PAGES[0]])
            are_light = [is_within_budget(browser, origin, sent, *visit) for visit in visits]
    sys.exit(not all(are_light))


if __name__ == "__main__":
    main()
