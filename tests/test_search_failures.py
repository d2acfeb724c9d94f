"""What the search page says when a part of what it needs does not arrive: never that nothing was found."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search_page import wait_for_answer
from tests.windows import Visit

# Together they need every kind of lookup: exact text, sounds, slips, Latin letters, several words.
QUERIES = ("口座振替", "自動相談所", "kaigohoken", "口座振替 zzz")
STATUS = "[data-search-status]"
# What programs ask for while they run; without the programs themselves nothing is said at all.
FETCHED = (
    "/pagefind/",
    "/search-data/",
    "/assets/search/query/fuzzy",
    "/assets/search/query/homophones",
    "/assets/search/index/sounds",
)


def _needed(visit: Visit) -> dict[str, str]:
    """The path of whatever the search page fetches by itself, with the first query that needs it."""
    paths: dict[str, str] = {}
    for query in QUERIES:
        page = visit.page.context.new_page()
        page.on("request", lambda request, query=query: paths.setdefault(urlsplit(request.url).path, query))
        page.goto(f"{visit.origin}/search/?q={query}")
        wait_for_answer(page)
        page.close()
    return {path: query for path, query in paths.items() if path.startswith(FETCHED)}


def _failing(page: Page, path: str, *, is_offline: bool) -> None:
    def fail(route: Route) -> None:
        route.abort("internetdisconnected") if is_offline else route.fulfill(status=404)

    page.route(lambda url: urlsplit(url).path == path, fail)


@pytest.fixture
def fresh(visit: Visit) -> Iterator[Page]:
    """A window of its own for each failure: nothing is kept from one to the next."""
    page = visit.page.context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("is_offline", [False, True], ids=["404", "offline"])
def test_whatever_does_not_arrive_is_never_told_as_nothing_found(visit: Visit, is_offline: bool) -> None:
    for path, query in list(_needed(visit).items())[:: 4 if is_offline else 1]:
        page = visit.page.context.new_page()
        _failing(page, path, is_offline=is_offline)
        page.goto(f"{visit.origin}/search/?q={query}")
        expect(page.locator(STATUS), path).to_contain_text("見つからないという意味ではありません")
        expect(page.locator("[data-search-nothing]"), path).to_be_hidden()
        page.close()


@pytest.mark.parametrize("kind", ["/pagefind/index/", "/pagefind/fragment/", "/search-data/", "/pagefind/pagefind.js"])
def test_a_failed_answer_is_not_kept(fresh: Page, visit: Visit, kind: str) -> None:
    fresh.route(lambda url: urlsplit(url).path.startswith(kind), lambda route: route.abort())
    fresh.goto(f"{visit.origin}/search/?q=口座振替")
    expect(fresh.locator(STATUS)).to_contain_text("もう一度お試しください")
    fresh.unroute_all()
    fresh.get_by_role("button", name="もう一度さがす").click()
    expect(fresh.locator(STATUS)).to_contain_text("「口座振替」の諮問が1件見つかりました")


def test_no_old_results_stay_under_a_new_query_that_fails(fresh: Page, visit: Visit) -> None:
    fresh.goto(f"{visit.origin}/search/?q=口座振替")
    wait_for_answer(fresh)
    visit.page.context.set_offline(True)
    fresh.get_by_label("さがす言葉").fill("児童相談所")
    expect(fresh.locator(STATUS)).to_contain_text("もう一度お試しください")
    expect(fresh.locator(".result")).to_have_count(0)
    visit.page.context.set_offline(False)
    expect(fresh.locator(STATUS)).to_contain_text("「児童相談所」の諮問が1件見つかりました")
