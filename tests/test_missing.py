"""An address that does not exist: the page looks for what was meant."""

from playwright.sync_api import Page, expect

from tests.windows import Visit


def test_a_wrong_address_of_a_consultation_leads_to_it(visit: Visit) -> None:
    page = visit.go("/948.html")
    expect(page.get_by_role("heading", name="「948」でさがしたページ")).to_be_visible()
    expect(page.get_by_role("link", name="諮問第948号").first).to_have_attribute("href", "/consultations/948/")
    assert [error for error in visit.errors if "404" not in error] == []


def test_a_japanese_address_is_searched_as_it_reads(visit: Visit) -> None:
    page = visit.go("/項目/口座番号/")
    expect(page.get_by_role("heading", name="「口座番号」でさがしたページ")).to_be_visible()


def test_an_address_that_means_nothing_offers_the_lists(visit: Visit) -> None:
    page = visit.go("/xqzw/")
    expect(page.get_by_role("link", name="諮問の一覧からさがす")).to_be_visible()
    _wait_for_search(page)
    expect(page.locator("[data-missing]")).to_be_hidden()


def _wait_for_search(page: Page) -> None:
    """Until the page's script has done all that it does; a module that is asked for again answers when it is through."""
    page.evaluate("async () => { await import('/assets/search/page/missing.js'); }")
