"""Whole journeys with nothing but a keyboard, on a narrow screen (320 px, also 1280 px at 400 %) and a wide one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.keyboard import Keyboard, Stop
from tests.search_page import wait_for_answer
from tests.windows import Visit

_STOPS = """[...document.querySelectorAll("*")].flatMap((each, place) =>
  each.matches("a[href], button, select, textarea, summary, input:not([type=radio])")
    && each.checkVisibility({ visibilityProperty: true }) && !each.closest("dialog") ? [place] : [])"""


def test_a_consultation_is_found_filtered_opened_and_cited(reader: Visit) -> None:
    page, keyboard = reader.go("/"), Keyboard(reader.page)
    keyboard.to("サイト内をさがす")
    keyboard.write("氏名")
    keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    wait_for_answer(page)
    status = page.get_by_role("status")
    expect(status).to_contain_text("見つかりました")
    everything = status.inner_text()
    keyboard.to("絞り込む")
    if page.locator("[data-search-filters-frame]").get_attribute("open") is None:
        keyboard.press("Enter")
    chosen = keyboard.to("回線結合")
    keyboard.press("Space")
    page.wait_for_url("**act=*")
    expect(page.get_by_role("button", name="行為「回線結合」の絞り込みをやめる")).to_be_visible()
    expect(status).not_to_have_text(everything)
    assert keyboard.name() == chosen.name  # a choice moves nobody
    keyboard.to("行為「回線結合」の絞り込みをやめる", "Shift+Tab")
    keyboard.press("Enter")
    expect(status).to_have_text(everything)
    assert keyboard.name() == "絞り込む"
    keyboard.to("諮問第948号")
    keyboard.press("Enter")
    page.wait_for_url("**/consultations/948/**")
    keyboard.to("第1の条項を読む")
    keyboard.press("Enter")
    keyboard.to("第1の5(1)")
    keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="引用：諮問第948号 第1の5(1)")).to_be_visible()
    keyboard.to("コピー")
    keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("コピーしました。")
    assert reader.clipboard().startswith("諮問第948号 第1の5(1) https://")
    keyboard.press("Escape")
    expect(page.get_by_role("link", name="第1の5(1)", exact=True)).to_be_focused()  # back where the reader was
    assert reader.errors == []


def test_the_menu_opens_and_the_colours_change(reader: Visit) -> None:
    page, keyboard = reader.go("/consultations/944/"), Keyboard(reader.page)
    keyboard.to("暗い配色にする")
    keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert keyboard.name() == "明るい配色にする"
    if page.locator(".menu--folded").is_visible():
        keyboard.to("メニュー")
        keyboard.press("Enter")
    keyboard.to("業務")
    keyboard.press("Enter")
    page.wait_for_url("**/operations/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("path", ["/consultations/945/", "/schedules/2023-law-change/", "/search/?q=口座番号"])
def test_every_stop_is_reached_in_order_seen_and_left_again(path: str, reader: Visit) -> None:
    page, keyboard = reader.go(path), Keyboard(reader.page)
    if "?q=" in path:
        wait_for_answer(page)
    stops = [stop.place for stop in _until_the_end(keyboard)]
    assert stops == sorted(stops)
    assert set(page.evaluate(_STOPS)) <= set(stops)
    back = [keyboard.step("Shift+Tab") for _ in stops]
    assert [stop.place for stop in back if stop] == stops[::-1]


def _until_the_end(keyboard: Keyboard) -> Iterator[Stop]:
    while stop := keyboard.step():
        yield stop
