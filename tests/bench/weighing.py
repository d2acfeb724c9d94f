"""What search sends: KB and requests until the first answer on a cold cache, and for a further query. Medians."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from playwright.sync_api import Browser, Page

ASK = """async (query) => (await import("/assets/search.js")).search(query)"""
QUIET = 700  # milliseconds without a new file: nothing more comes


def alone(browser: Browser, origin: str, sent: list[int], queries: Sequence[str]) -> dict[str, object]:
    """Of search called from a script, the page it is called from aside."""
    first, further, requests = [], [], []
    for query, other in pairwise(queries):
        page = browser.new_context(locale="ja-JP").new_page()
        page.goto(f"{origin}/about/")
        sent.clear()
        page.evaluate(ASK, query)
        first.append(sum(sent) / 1000)
        requests.append(len(sent))
        sent.clear()
        page.evaluate(ASK, other)
        further.append(sum(sent) / 1000)
        page.context.close()
    return {
        "kB first answer": round(statistics.median(first)),
        "requests first answer": round(statistics.median(requests)),
        "kB further query": round(statistics.median(further)),
        "kB first, largest": round(max(first)),
    }


def whole_pages(browser: Browser, origin: str, sent: list[int], queries: Sequence[str]) -> dict[str, object]:
    """Of the search page opened with a query, everything that it loads until nothing more comes; errors it reports."""
    first, further, errors = [], [], []
    for query, other in pairwise(queries):
        page = browser.new_context(locale="ja-JP").new_page()
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        sent.clear()
        page.goto(f"{origin}/search/?q={query}")
        first.append(_sent_for(query, page, sent))
        sent.clear()
        page.get_by_label("さがす言葉").fill(other)
        further.append(_sent_for(other, page, sent))
        page.context.close()
    return {
        "kB page and first answer": round(statistics.median(first)),
        "kB further query on the page": round(statistics.median(further)),
        "errors in the console": len(errors),
    }


def _sent_for(query: str, page: Page, sent: list[int]) -> float:
    """KB sent until the page has answered `query` and nothing more comes."""
    page.get_by_role("status").get_by_text(f"「{query.strip()}」").wait_for()
    before = -1
    while before != len(sent):
        before = len(sent)
        page.wait_for_timeout(QUIET)
    return sum(sent) / 1000
