"""Five questions of a new resident, walked on a phone from home."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.search_page import wait_for_answer
from tests.windows import CLIPBOARD, Visit, Window


@pytest.fixture(scope="module")
def phone(module_window: Window, address: str) -> Iterator[Visit]:
    """One phone for all five, held upright: 360 px wide, 640 px of them free of the browser's own bars."""
    visit = module_window(address, 360, 640, has_touch=True, is_mobile=True, permissions=CLIPBOARD)
    yield visit
    assert (visit.foreign, visit.errors) == ([], [])


@pytest.fixture
def home(phone: Visit) -> Page:
    return phone.go("/")


def _ask(page: Page, query: str) -> None:
    field = page.get_by_label("知りたい情報や仕事は何ですか")
    expect(field).to_be_in_viewport(ratio=1)
    field.fill(query)
    page.get_by_role("button", name="さがす").tap()
    wait_for_answer(page)


def _tap(link: Locator) -> None:
    """Taps what is on the screen: nobody scrolls to look for it."""
    expect(link).to_be_in_viewport()
    link.tap()


def test_who_gets_my_account_number(home: Page) -> None:
    _tap(home.get_by_role("link", name="口座番号", exact=True))
    answer = home.locator(".answer").get_by_text("委託先（ヤマトシステム開発株式会社）（本人、金融機関から）")
    expect(answer).to_be_in_viewport(ratio=1)


def test_which_consultations_concern_long_term_care(home: Page) -> None:
    _ask(home, "介護保険業務")
    expect(home.get_by_text("「介護保険業務」の諮問が4件見つかりました。")).to_be_in_viewport()
    found = [re.match("諮問第(\\d+)号", title) for title in home.locator(".result__title").all_inner_texts()]
    assert [match[1] for match in found if match] == ["948", "947", "946", "944"]
    _tap(home.get_by_role("link", name="業務 介護保険業務"))
    answer = home.get_by_text("この業務についての諮問は4件です：諮問第948号、諮問第947号、諮問第946号、諮問第944号")
    expect(answer).to_be_in_viewport(ratio=1)


def test_what_946_has_to_do_with_884(home: Page) -> None:
    _ask(home, "946 884")
    expect(home.get_by_text("諮問第884号は、以前に包括的に審議を受け")).to_be_in_viewport()
    _tap(home.get_by_role("link", name="1 回線結合する理由"))
    expect(home.locator("[id='1']")).to_be_in_viewport()
    expect(home.get_by_text("諮問第884号（このサイトに未収録）").first).to_be_attached()


def test_when_the_amended_ordinance_took_effect_planned_and_actual(home: Page) -> None:
    _ask(home, "改正条例の施行")
    _tap(home.get_by_role("link", name="改正個人情報保護条例等の施行"))
    step = home.locator(".timeline__step:target")
    expect(step).to_contain_text("予定令和5年4月（2023年4月）")
    expect(step).to_contain_text("実際令和5年4月1日（2023年4月1日）")
    expect(step).to_be_in_viewport(ratio=0.5)


def test_a_citation_of_one_clause_is_copied(home: Page, phone: Visit) -> None:
    _ask(home, "948 第1の5(1)")
    _tap(home.get_by_role("link", name="第1の5(1) 個人情報の項目"))
    _tap(home.get_by_role("link", name="第1の5(1)", exact=True))
    _tap(home.get_by_role("button", name="コピー"))
    expect(home.get_by_text("コピーしました。")).to_be_visible()
    assert re.fullmatch(r"諮問第948号 第1の5\(1\) https://\S+/consultations/948/#1-5-1", phone.clipboard())
