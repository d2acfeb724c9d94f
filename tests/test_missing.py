"""An address that does not exist: the page looks for what was meant."""

from tests.conftest import Visit


def test_a_wrong_address_of_a_consultation_leads_to_it(visit: Visit) -> None:
    page = visit.go("/948.html")
    page.get_by_role("heading", name="「948」でさがしたページ").wait_for()
    assert page.get_by_role("link", name="諮問第948号").first.get_attribute("href") == "/consultations/948/"
    assert [error for error in visit.errors if "404" not in error] == []


def test_a_japanese_address_is_searched_as_it_reads(visit: Visit) -> None:
    page = visit.go("/項目/口座番号/")
    page.get_by_role("heading", name="「口座番号」でさがしたページ").wait_for()


def test_an_address_that_means_nothing_offers_the_lists(visit: Visit) -> None:
    page = visit.go("/xqzw/")
    page.get_by_role("link", name="諮問の一覧からさがす").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-missing]").is_hidden()
