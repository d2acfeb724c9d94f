"""The card of a consultation that another site shows in a frame: small, alone, and in no list."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from macros.loading.archive import Archive
from tests import finished
from tests.windows import CLIPBOARD, Window

MOST_BYTES = 15_000


def _card(site: Path, name: str) -> BeautifulSoup:
    return finished.page(site, f"consultations/{name}/card")


def test_a_card_says_what_a_reader_asks_first(site: Path) -> None:
    text = finished.words(_card(site, "948"))
    for fact in (
        "諮問第948号",
        "Web口座振替受付サービスの導入",
        "外部委託",
        "令和3年12月17日",
        "29項目",
        "このサイトに未収録",
    ):
        assert fact in text
    assert "未収録" in _card(site, "944").get_text()


def test_a_card_shows_what_the_council_answered(mihon_site: Path) -> None:
    assert "答申済み" in _card(mihon_site, "2").get_text()
    assert _card(mihon_site, "r3-1").select_one(".card__number").get_text() == "諮問【令3-1】"  # type: ignore[union-attr]


def test_every_link_of_a_card_leaves_the_frame(site: Path, archive: Archive) -> None:
    for consultation in archive.consultations:
        links = _card(site, consultation.id).select("a")
        assert [(link["href"], link["target"]) for link in links] == [
            (f"{archive.council.site.address}consultations/{consultation.id}/", "_top")
        ] * 2


def test_a_card_with_its_stylesheet_is_small_and_runs_no_script(site: Path, archive: Archive) -> None:
    style = len((site / "assets/card.css").read_bytes())
    for consultation in archive.consultations:
        path = site / "consultations" / consultation.id / "card" / "index.html"
        assert len(path.read_bytes()) + style <= MOST_BYTES
        assert not _card(site, consultation.id).select("script, img, form")


def test_a_card_is_in_no_list(site: Path) -> None:
    for path in (*site.glob("*.xml"), *site.rglob("*.atom"), *site.rglob("feed*.xml"), *site.glob("api/**/*.json")):
        assert "/card/" not in path.read_text(encoding="utf-8"), path
    assert _card(site, "948").select_one("meta[name=robots][content=noindex]")
    for path in (site / "search").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"/card/" not in (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content), path


@pytest.mark.parametrize("width", [280, 600])
def test_another_site_shows_the_card_by_the_code_of_the_page(
    width: int, window: Window, address: str, site: Path, serve: Callable[[Path], str], tmp_path: Path, archive: Archive
) -> None:
    (code,) = finished.page(site, "consultations/948").select("#embed-frame")
    frame = code.get_text().replace(archive.council.site.address, f"{address}/")
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>区のページ</title><h1>お知らせ</h1>{frame}", encoding="utf-8"
    )
    visit = window(serve(tmp_path), width + 20, color_scheme="dark")
    visit.page.route(f"{address}/**", lambda route: route.continue_())
    page = visit.go("/")
    card = page.frame_locator("iframe")
    expect(card.get_by_role("heading", name="Web口座振替受付サービスの導入")).to_be_visible()
    expect(card.locator("html")).to_have_css("background-color", "rgb(18, 24, 30)")
    assert card.locator("body").evaluate("body => body.scrollWidth <= document.documentElement.clientWidth")
    page.route(f"{archive.council.site.address}**", lambda route: route.fulfill(body="ここ"))
    card.get_by_role("link", name="でくわしく見る").click()
    page.wait_for_url(f"{archive.council.site.address}consultations/948/")
    assert [error for error in visit.errors if "favicon" not in error and "404" not in error] == []


def test_the_codes_can_be_copied_and_read_without_scripts(window: Window, address: str) -> None:
    visit = window(address, permissions=CLIPBOARD)
    page = visit.go("/consultations/948/")
    page.locator("summary", has_text="このページを埋め込む").press("Enter")
    page.get_by_role("button", name="リンクだけにする（HTML）のコードをコピー").press("Enter")
    expect(page.locator("[data-embed-status]")).to_contain_text("コピーしました。")
    address_of_page = "https://shimon.example/consultations/948/"
    assert visit.clipboard() == f'<a href="{address_of_page}">諮問第948号 Web口座振替受付サービスの導入</a>'
    page = window(address, java_script_enabled=False).go("/consultations/948/")
    page.locator("summary", has_text="このページを埋め込む").click()
    expect(page.locator("#embed-frame")).to_be_visible()
    expect(page.locator("[data-embed-copy]:visible")).to_have_count(0)
