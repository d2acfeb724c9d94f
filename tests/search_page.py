"""The search page in a browser: when a reader has the whole of an answer."""

from playwright.sync_api import Page, expect

# Each comes last: the filters beside 諮問, other pages where no 諮問 is found, advice where nothing is.
_LAST = (
    "[data-search-filters-frame]",
    "[data-search-results][hidden] ~ [data-search-others-head]",
    "[data-search-nothing]",
)


def wait_for_answer(page: Page) -> None:
    """Until the search page, opened with a query, has drawn all of its answer."""
    expect(page.locator(", ".join(f"{last}:visible" for last in _LAST))).to_have_count(1)
