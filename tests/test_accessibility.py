"""axe finds nothing on any template, at both widths, in both colour schemes; and what axe cannot see."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Visit

AXE = (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

TEMPLATES = (
    "/",
    "/about/",
    "/consultations/",
    "/answers/",
    "/meetings/",
    "/consultations/944/",
    "/consultations/945/",
    "/consultations/948/",
    "/items/",
    "/items/account-number/",
    "/operations/long-term-care-insurance/",
    "/acts/outsourcing/",
    "/articles/",
    "/articles/18/",
    "/divisions/",
    "/divisions/tax-payment/",
    "/schedules/",
    "/counterparties/yamato-system-development/",
    "/schedules/2023-law-change/",
    "/terms/",
    "/schedules/starts/",
    "/search/?q=口座番号",
    "/search/?q=水道料金",
    "/404.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(width: int, scheme: Any, browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="ja-JP", bypass_csp=True
    )
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for template in TEMPLATES:
        page.goto(address + template)
        if "?q=" in template:
            page.locator("[data-search-status]").get_by_text("見つかり").wait_for()
        found |= violations(page, template)
    context.close()
    assert found == {}


def violations(page: Page, template: str) -> dict[str, list[str]]:
    page.evaluate(AXE)
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    described = [
        f"{each['id']}: {json.dumps(node['target'])} {node.get('failureSummary', '')}"
        for each in result["violations"]
        for node in each["nodes"]
    ]
    return {template: described} if described else {}


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="ja-JP")
    page = context.new_page()
    for template in TEMPLATES:
        page.goto(address + template)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), template
    context.close()


def test_no_page_asks_anybody_else_or_complains(visit: Visit) -> None:
    for template in TEMPLATES:
        visit.go(template)
        visit.page.wait_for_load_state("networkidle")
    assert (visit.foreign, visit.errors) == ([], [])


def test_the_first_stop_of_the_keyboard_leads_to_the_text(visit: Visit) -> None:
    page = visit.go("/consultations/948/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "本文へ進む"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_no_single_key_is_a_shortcut(visit: Visit) -> None:
    page = visit.go("/consultations/948/")
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    assert page.url.endswith("/consultations/948/")
    assert page.evaluate("document.activeElement === document.body")


def test_the_chosen_colours_last(visit: Visit) -> None:
    page = visit.go("/about/")
    page.get_by_role("button", name="暗い配色にする").click()
    visit.go("/consultations/948/")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.get_by_role("button", name="明るい配色にする").is_visible()


def test_the_menu_opens_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ja-JP")
    page = context.new_page()
    page.goto(address + "/about/")
    page.locator("summary", has_text="メニュー").focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="メニュー").get_by_role("link", name="業務", exact=True).press("Enter")
    page.wait_for_url("**/operations/")
    context.close()


def test_everything_but_search_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="介護保険業務").first.click()
    page.get_by_role("link", name="諮問第946号").first.click()
    assert page.get_by_text("70件程度").first.is_visible()
    page.goto(address + "/search/")
    assert page.locator("noscript p", has_text="検索には JavaScript が必要です").is_visible()
    context.close()
