"""わたしの場合: who gets which of my data, for what I tick; the choice leaves no trace outside the address."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.derived.mine import PersonalCases
from tests import finished
from tests.windows import Visit, Window

LUNCH = "operations/school-lunch-fee-collection"


@pytest.fixture
def visit(window: Window, address: str) -> Visit:
    return window(address, 360, 740)


def _rows(site: Path) -> dict[str, Any]:
    rows: dict[str, Any] = json.loads((site / "mine/handlings.json").read_text(encoding="utf-8"))
    return rows


def _tick(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=name, exact=True).check()


def test_whoever_eats_school_lunch_sees_who_gets_what_from_whom_why_and_since_when(visit: Visit) -> None:
    page = visit.go("/mine/")
    _tick(page, "学校給食")
    receiver = page.locator(".mine__receiver").first
    for words in ("本人", "金融機関", "喫食者氏名", "口座番号", "外部委託", "令和4年4月", "第1の5(1)"):
        expect(receiver).to_contain_text(words)
    expect(receiver).not_to_contain_text("児童番号")  # of 学童クラブ
    expect(page.locator(".mine__receiver h3", has_text="区")).not_to_have_count(0)
    assert not visit.errors


def test_a_line_leads_to_its_clause(visit: Visit) -> None:
    page = visit.go(f"/mine/#{LUNCH}")
    page.get_by_role("link", name="第1の5(1)", exact=True).first.click()
    expect(page).to_have_url(f"{visit.origin}/consultations/948/#1-5-1")


def test_marked_items_come_first_and_are_counted(visit: Visit) -> None:
    page = visit.go("/mine/#subjects/victims")
    first = page.locator(".mine__receiver").first
    expect(first).to_contain_text("うち要配慮の目印が付くもの 14項目")
    marks = first.locator(".mine__items li").evaluate_all(
        "rows => rows.map(row => !!row.querySelector('.sensitive-mark'))"
    )
    assert marks == sorted(marks, reverse=True)


def test_who_receives_most_of_what_is_marked_comes_first(visit: Visit) -> None:
    page = visit.go("/mine/#operations/payslip-delivery-service,operations/long-term-care-insurance")
    expect(page.locator(".mine__receiver h3").first).to_have_text("委託先（東京都国民健康保険連合会）")


def test_unnamed_parties_of_two_consultations_are_never_taken_for_one(visit: Visit, site: Path) -> None:
    rows = _rows(site)
    other = {"page": "consultations/1949/", "name": "諮問第1949号"}
    rows["parts"] += [part | other for part in rows["parts"] if part["name"] == "諮問第949号"]
    visit.page.route("**/handlings.json", lambda route: route.fulfill(json=rows))
    page = visit.go("/mine/#operations/payslip-delivery-service")
    expect(page.locator(".mine__receiver h3")).to_have_text(
        ["委託先（未定）　諮問第949号", "委託先（未定）　諮問第1949号"]
    )


def test_why_is_said_once_for_all_parts_of_a_consultation(visit: Visit) -> None:
    page = visit.go("/mine/#operations/payslip-delivery-service")
    expect(page.locator(".mine__receiver .mine__since")).to_have_count(3)
    expect(page.locator(".mine__receiver .mine__why")).to_have_count(1)


def test_a_print_says_what_was_chosen(visit: Visit) -> None:
    page = visit.go("/mine/#subjects/families," + LUNCH)
    page.emulate_media(media="print")
    expect(page.get_by_text("選んだもの：家族・扶養されている人、学校給食")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_the_choice_stands_in_the_address_comes_back_with_it_and_is_cleared_by_one_press(visit: Visit) -> None:
    page = visit.go("/mine/")
    _tick(page, "学校給食")
    _tick(page, "家族・扶養されている人")
    address = page.url
    assert address.endswith(f"#subjects/families,{LUNCH}")
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_role("checkbox", name="学校給食", exact=True)).to_be_checked()
    expect(page.locator(".mine__receiver")).not_to_have_count(0)
    page.get_by_role("button", name="選んだことをすべて消す").click()
    expect(page.locator(".mine__receiver")).to_have_count(0)
    assert "#" not in page.url
    assert page.get_by_role("checkbox", checked=True).count() == 0


def test_the_host_learns_nothing_of_the_choice_and_nothing_is_stored(visit: Visit) -> None:
    page = visit.go("/mine/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _tick(page, "学校給食")
    expect(page.locator(".mine__receiver")).not_to_have_count(0)
    _tick(page, "生活保護")
    expect(page.get_by_role("status")).to_contain_text("相手をならべています")
    assert {address for address in asked if not address.endswith("/assets/mark.svg")} == {  # the browser's own wish
        f"{visit.origin}/mine/handlings.json"
    }
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    expect(page.get_by_text("アドレスを人に送ると、選んだことも相手に見えます。")).to_be_visible()


def test_a_list_that_does_not_arrive_is_told_and_asked_for_again(visit: Visit) -> None:
    page = visit.go("/mine/")
    page.route("**/handlings.json", lambda route: route.abort())
    _tick(page, "学校給食")
    expect(page.get_by_role("status")).to_contain_text("一覧を読み込めませんでした")
    page.unroute("**/handlings.json")
    _tick(page, "介護保険")
    expect(page.locator(".mine__receiver")).not_to_have_count(0)


def test_without_scripts_the_same_lists_are_reached_by_links(window: Window, address: str) -> None:
    page = window(address, java_script_enabled=False).go("/mine/")
    page.get_by_role("link", name="学校給食", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("区立小・中学校給食費収納管理業務")


def test_every_operation_and_group_of_the_archive_can_be_ticked_and_every_item_is_someones(site: Path) -> None:
    rows = _rows(site)
    page = finished.page(site, "mine")
    ticks = {str(entry["data-tick"]) for entry in page.select("[data-tick]")}
    used = {f"{kind}/{name}" for part in rows["parts"] for kind in ("subjects", "operations") for name in part[kind]}
    assert used <= ticks
    ways = [way for part in rows["parts"] for way in part["ways"]]
    carried = {item for way in ways for items in (way["items"], *way["own"].values()) for item in items}
    shown = {row[1] for place, row in enumerate(rows["items"]) if place in carried}
    assert {
        page.split("/")[2] for page in finished.pages(site) if page.startswith("/items/") and page.count("/") == 3
    } - {""} == shown


def test_another_council_has_its_own_page(mihon_site: Path) -> None:
    assert finished.page(mihon_site, "mine").select("[data-tick='operations/library']")


def test_a_council_without_consultations_has_nothing_to_tick(empty_site: Path) -> None:
    page = finished.page(empty_site, "mine")
    assert not page.select("[data-tick]") and "諮問を登録すると" in page.get_text()


def test_an_item_of_two_operations_is_each_ones_own(references: Any) -> None:
    ways = [way for part in PersonalCases(references).parts() if part.consultation.number == 948 for way in part.ways]
    name = "child-name"
    owners = {operation for way in ways for operation, items in way.own.items() if name in items}
    assert owners <= {"childcare-support", "child-sound-development"}
