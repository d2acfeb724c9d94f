"""Citing a clause: the whole journey by keyboard, what is copied, and what is there without scripts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.site.publishing import publish
from tests.archives import NINE, new_project
from tests.axe import violations
from tests.keyboard import Keyboard
from tests.repositories import commit
from tests.windows import Visit, Window

ADDRESS = "https://shimon.example/consultations/948/"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The nine, committed; and the id of that commit."""
    folder = new_project(tmp_path_factory.mktemp("citing") / "project", NINE)
    version = commit(folder, "登録", on="2024-01-10")
    return publish(folder), version


@pytest.fixture(scope="module")
def address(committed: tuple[Path, str], serve: Callable[[Path], str]) -> str:
    return serve(committed[0])


def _number(page: Page, number: str) -> Locator:
    """The number of one clause, in its part, which is unfolded first where it is folded."""
    part = page.locator(".part > .folded:not([open]) > summary", has_text=number.split("の", maxsplit=1)[0])
    if part.count():
        part.click()
    return page.get_by_role("link", name=number, exact=True)


def _copied(reader: Visit) -> str:
    expect(reader.page.locator("[data-citing-status]")).to_have_text("コピーしました。")
    return reader.clipboard()


def test_a_clause_is_cited_by_keyboard_alone(reader: Visit, committed: tuple[Path, str]) -> None:
    page, keyboard = reader.go("/consultations/948/"), Keyboard(reader.page)
    keyboard.to("第1の条項を読む")
    keyboard.press("Enter")
    keyboard.to("第1の5(1)")
    keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="引用：諮問第948号 第1の5(1)")).to_be_visible()
    keyboard.to("コピー")
    keyboard.press("Enter")
    assert _copied(reader) == f"諮問第948号 第1の5(1) {ADDRESS}#1-5-1"
    keyboard.press("Escape")
    expect(page.get_by_role("link", name="第1の5(1)", exact=True)).to_be_focused()
    keyboard.press("Enter")
    keyboard.to("変わらない版")
    keyboard.press("Space")
    keyboard.to("コピー")
    keyboard.press("Enter")
    version = committed[1]
    assert _copied(reader) == (
        f"諮問第948号 第1の5(1)（令和6年1月10日の版 {version}） {ADDRESS}versions/{version}/#1-5-1"
    )
    assert reader.errors == []


def test_markdown_and_html_are_links(reader: Visit) -> None:
    page = reader.go("/consultations/948/")
    _number(page, "第1の5(2)").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name="Markdown").check()
    text = dialog.get_by_role("textbox", name="引用の文")
    expect(text).to_have_value(f"[諮問第948号 第1の5(2)]({ADDRESS}#1-5-2)")
    dialog.get_by_role("radio", name="HTML").check()
    expect(text).to_have_value(f'<a href="{ADDRESS}#1-5-2">諮問第948号 第1の5(2)</a>')


def test_the_whole_consultation_can_be_cited(reader: Visit) -> None:
    page = reader.go("/consultations/948/")
    page.get_by_text("アドレスと変わらない版").click()
    page.get_by_role("button", name="諮問第948号を引用").click()
    expect(page.get_by_role("textbox", name="引用の文")).to_have_value(f"諮問第948号 {ADDRESS}")


def test_a_fixed_version_cites_itself(reader: Visit, committed: tuple[Path, str]) -> None:
    page = reader.go(f"/consultations/948/versions/{committed[1]}/")
    _number(page, "第2の4").click()
    cited = page.get_by_role("textbox", name="引用の文")
    expect(cited).to_have_value(re.compile(f" {ADDRESS}versions/{committed[1]}/#2-4$"))
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_where_copying_is_refused_the_text_is_selected(reader: Visit) -> None:
    page = reader.go("/consultations/948/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    _number(page, "第1の5(1)").click()
    page.get_by_role("button", name="コピー").click()
    expect(page.locator("[data-citing-status]")).to_contain_text("選択した文をコピーしてください")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == (
        f"諮問第948号 第1の5(1) {ADDRESS}#1-5-1"
    )


def test_axe_finds_nothing_with_the_dialog_open(reader: Visit) -> None:
    page = reader.go("/consultations/948/")
    _number(page, "第1の5(1)").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page, page.url) == {}
    assert reader.is_wide_enough()


def test_without_scripts_the_addresses_are_there_and_no_dead_button(
    window: Window, address: str, committed: tuple[Path, str]
) -> None:
    page = window(address, java_script_enabled=False).go("/consultations/948/")
    page.get_by_text("アドレスと変わらない版").click()
    expect(page.locator("#citation").get_by_text(f"{ADDRESS}versions/{committed[1]}/")).to_be_visible()
    page.get_by_text("第1の条項を読む").click()
    expect(page.locator("[id='1-5-1'] a[href='#1-5-1']")).to_be_visible()
    expect(page.locator(".cite:visible")).to_have_count(0)


def test_from_946_one_sees_what_it_has_to_do_with_884(reader: Visit) -> None:
    page = reader.go("/consultations/946/")
    page.get_by_text("諮問書の記載を読む").click()
    row = page.locator(".facts > div", has_text="前例").first
    expect(row).to_contain_text("諮問第884号（このサイトに未収録）")
    row.get_by_role("link", name="1 回線結合する理由").click()
    expect(page).to_have_url(re.compile("#1$"))


def test_print_has_address_version_and_everything_folded_but_no_controls(
    reader: Visit, committed: tuple[Path, str]
) -> None:
    page = reader.go("/consultations/948/")
    page.emulate_media(media="print")
    printed = page.locator("main")
    expect(printed).to_contain_text(ADDRESS, use_inner_text=True)
    expect(printed).to_contain_text(f"この版：{committed[1]}", use_inner_text=True)
    expect(page.locator("[id='2-4'] .see__target").get_by_text("けやきネット施設使用料").first).to_be_visible()
    for hidden in (".header", ".cite", "dialog", ".contents"):
        expect(page.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize(
    "typed", ["/#第1の5(1)", "/#第１の５（１）", "/#１-５-１", "/#1－5－1", "#1-5-1", "#第1の5(1)"]
)
def test_a_typed_address_leads_to_its_clause(typed: str, reader: Visit) -> None:
    page = reader.go(f"/consultations/948{typed}")
    page.wait_for_url("**/consultations/948/#1-5-1")
    expect(page.locator("[id='1-5-1']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("948/#1-5-9", "この諮問に第1の5(9)はありません。"),
        ("948/#第3の1", "この諮問に第3の1はありません。"),
        ("946/#5-9", "この諮問に5(9)はありません。"),
    ],
)
def test_a_typed_clause_that_is_not_there_is_said_in_words(typed: str, sentence: str, reader: Visit) -> None:
    expect(reader.go(f"/consultations/{typed}").get_by_role("status").get_by_text(sentence)).to_be_visible()
