"""The card of a consultation that another site shows in a frame: small, alone, and in no list."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.loading.archive import Archive

MOST_BYTES = 15_000


def _card(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / "consultations" / name / "card" / "index.html").read_bytes(), "lxml")


def test_a_card_says_what_a_reader_asks_first(site: Path) -> None:
    told = " ".join(_card(site, "948").get_text(" ", strip=True).split())
    for said in ("諮問第948号", "Web口座振替受付サービスの導入", "外部委託", "令和3年12月17日", "29項目", "未登録"):
        assert said in told
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
    width: int,
    browser: Browser,
    address: str,
    site: Path,
    serve: Callable[[Path], str],
    tmp_path: Path,
    archive: Archive,
) -> None:
    page_of_record = BeautifulSoup((site / "consultations/948/index.html").read_bytes(), "lxml")
    code = page_of_record.select_one("#embed-frame")
    assert code
    frame = code.get_text().replace(archive.council.site.address, f"{address}/")
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>区のページ</title><h1>お知らせ</h1>{frame}", encoding="utf-8"
    )
    context = browser.new_context(viewport={"width": width + 20, "height": 800}, locale="ja-JP", color_scheme="dark")
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(serve(tmp_path))
    card = page.frame_locator("iframe")
    expect(card.get_by_role("heading", name="Web口座振替受付サービスの導入")).to_be_visible()
    expect(card.locator("html")).to_have_css("background-color", "rgb(18, 24, 30)")
    assert card.locator("body").evaluate("body => body.scrollWidth <= document.documentElement.clientWidth")
    page.route(f"{archive.council.site.address}**", lambda route: route.fulfill(body="ここ"))
    card.get_by_role("link", name="でくわしく見る").click()
    page.wait_for_url(f"{archive.council.site.address}consultations/948/")
    assert errors in ([], [each for each in errors if "favicon" in each or "404" in each])
    context.close()


def test_the_codes_can_be_copied_and_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="ja-JP", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/consultations/948/")
    page.locator("summary", has_text="このページを埋め込む").press("Enter")
    page.get_by_role("button", name="リンクだけにする（HTML）のコードをコピー").press("Enter")
    expect(page.locator("[data-embed-status]")).to_contain_text("コピーしました。")
    address_of_page = "https://shimon.example/consultations/948/"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f'<a href="{address_of_page}">諮問第948号 Web口座振替受付サービスの導入</a>'
    context.close()
    context = browser.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(f"{address}/consultations/948/")
    page.locator("summary", has_text="このページを埋め込む").click()
    expect(page.locator("#embed-frame")).to_be_visible()
    expect(page.locator("[data-embed-copy]:visible")).to_have_count(0)
    context.close()
