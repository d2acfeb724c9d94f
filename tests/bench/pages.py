"""What a page costs a visitor, by template: `make bench-pages`. Exits with 1 where a budget is broken.

First visit: everything a fresh browser fetches, gzip. Next page: what a second page of the same kind adds. Blocking:
files that must arrive before the first words are drawn. Shift: cumulative layout shift. Search: `make bench-search`.
"""

import sys
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from macros.site.publishing import publish
from tests import chromium
from tests.archives import ROOT
from tests.bench.counting import counting

FIRST_KB, FIRST_REQUESTS, NEXT_KB = 150, 15, 30
PAGES = {
    "ホーム": ("/", "/about/"),
    "諮問": ("/consultations/948/", "/consultations/949/"),
    "諮問（表紙のみ）": ("/consultations/944/", "/consultations/952/"),
    "諮問（2つの経路）": ("/consultations/945/", "/consultations/946/"),
    "諮問の一覧": ("/consultations/", "/items/"),
    "項目": ("/items/name/", "/items/account-number/"),
    "業務": ("/operations/long-term-care-insurance/", "/operations/housing/"),
    "対象となる人": ("/subjects/staff/", "/subjects/residents/"),
    "相手方": ("/counterparties/yamato-system-development/", "/counterparties/"),
    "行為": ("/acts/outsourcing/", "/acts/line-connection/"),
    "条": ("/articles/18/", "/articles/12/"),
    "所管課": ("/divisions/branch-office-health-and-welfare/", "/divisions/"),
    "業務と行為の表": ("/matrix/", "/operations/"),
    "要配慮の目印": ("/sensitive/", "/subjects/"),
    "用語": ("/terms/", "/about/"),
    "答申": ("/answers/", "/meetings/"),
    "データ": ("/data/", "/about/"),
    "開始時期": ("/schedules/starts/", "/schedules/"),
    "日程": ("/schedules/2023-law-change/", "/schedules/"),
}
BLOCKING = """() => performance.getEntriesByType("resource").filter((file) => file.renderBlockingStatus === "blocking").length"""
SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


class Cost(NamedTuple):
    """One template: kB, requests, blocking files and layout shift of a first visit, kB of the next page."""

    first: float
    requests: int
    blocking: int
    shift: float
    following: float

    @property
    def is_within_budget(self) -> bool:
        """Whether the promise of the site's weight is kept."""
        return (
            self.first <= FIRST_KB and self.requests <= FIRST_REQUESTS and self.following <= NEXT_KB and not self.shift
        )


def cost(browser: Browser, origin: str, sent: list[int], addresses: tuple[str, str]) -> Cost:
    """Visit both addresses at a phone's width with an empty cache."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 360, "height": 740})
    page = context.new_page()
    sent.clear()
    page.goto(origin + addresses[0], wait_until="networkidle")
    first, requests = sum(sent) / 1000, len(sent)
    blocking: Any = page.evaluate(BLOCKING)
    shift: Any = page.evaluate(SHIFT)
    sent.clear()
    page.goto(origin + addresses[1], wait_until="networkidle")
    context.close()
    return Cost(first, requests, blocking, shift, sum(sent) / 1000)


def main() -> None:
    """Build the archive, visit every template and print one table."""
    print(
        "| ページ | はじめて（kB） | 通信の数 | 表示を待たせるもの | ずれ | 次のページ（kB） |\n|---|---|---|---|---|---|"
    )
    with counting(publish(ROOT)) as (origin, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        costs = {name: cost(browser, origin, sent, addresses) for name, addresses in PAGES.items()}
        browser.close()
    for name, each in costs.items():
        broken = "" if each.is_within_budget else " ←超過"
        print(
            f"| {name} | {each.first:.0f} | {each.requests} | {each.blocking} | {each.shift:.3f} | {each.following:.0f} |{broken}"
        )
    sys.exit(not all(each.is_within_budget for each in costs.values()))


if __name__ == "__main__":
    main()
