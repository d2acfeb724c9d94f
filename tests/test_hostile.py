"""Hostile text in every field of every record comes out inert, in a real browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from macros.site.publishing import publish
from macros.site.urls.published import page_address, page_files
from tests.archives import MIHON, new_project, values
from tests.search_page import wait_for_answer
from tests.windows import Visit

PAYLOAD = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=2>{{ 7919*7907 }}{% set a=1 %}"
    "[押す](javascript:window.pwned=3)</title><svg onload=window.pwned=4>\"'><b id=hostile>`*_#"
)
# Values with a form of their own: a number, a date, an id, a reference. The model refuses hostile text there.
TYPED = frozenset(
    "諮問番号 諮問日 資料日 番号 id 準用 数 内訳の合計 式 開始 終了 継続 予定 実績 予定の出典 実績の出典 実績の終わり 日付 公式 目的の段落 様式 団体コード 本文 アドレス 開設年 前例 欄 "
    "諮問 答申 答申番号 答申日 答申の確認 部の番号 段階 開催日 確認日 公開 状況 該当 答申の目安月数".split()
)
COUNTED = ("中央館", "分館")  # names of a breakdown are text too, their values are counts


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        if set(value) == set(COUNTED):
            return {name + PAYLOAD: count for name, count in value.items()}
        return {name: _poisoned(below, name) for name, below in value.items()}
    if isinstance(value, list):
        return [_poisoned(each, key) for each in value]
    return value if key in TYPED or value in ("なし", "等", "未定") else value + PAYLOAD


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_project(tmp_path_factory.mktemp("hostile") / "project", MIHON)
    for path in (folder / "data").rglob("*.yml"):
        text = yaml.safe_dump(_poisoned(values(path)), allow_unicode=True, width=10_000)
        path.write_text(text, encoding="utf-8")
    return publish(folder)


@pytest.fixture(scope="module")
def address(hostile_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(hostile_site)


def test_the_payload_reaches_every_kind_of_page(hostile_site: Path) -> None:
    for page in (
        "consultations/2",
        "items/name",
        "operations/library",
        "acts/outsourcing",
        "articles/9",
        "divisions/library-division",
        "counterparties/mihon-keisan",
        "schedules/revision",
        "answers/1",
        "answers/2",
        "answers/r3-mailing",
        "meetings/2021-05-20",
        "meetings/2022-07-01",
    ):
        assert "window.pwned" in (hostile_site / page / "index.html").read_text(encoding="utf-8")


def test_nothing_of_it_runs_or_becomes_markup(visit: Visit, hostile_site: Path) -> None:
    for file in page_files(hostile_site):  # 404.html names its assets by the published path, which is not served here
        address = page_address(file, hostile_site)
        page = visit.go(f"/{address}")
        assert page.evaluate("window.pwned") is None, address
        assert page.locator("#hostile, svg[onload], img[onerror], a[href^='javascript']").count() == 0, address
        assert "62615533" not in page.locator("body").inner_text(), address
        assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0, address
        for data in page.locator("script[type='application/ld+json']").all_inner_texts():
            assert not set("<>&") & set(data), address
            json.loads(data)
    assert visit.foreign == []
    assert visit.errors == []


def test_results_show_it_as_text(visit: Visit) -> None:
    page = visit.go("/search/?q=onerror")
    wait_for_answer(page)
    expect(page.locator(".result").first).to_contain_text("<img src=x onerror=window.pwned=2>")
    expect(page.locator(".result img, .result script, .result svg")).to_have_count(0)
    assert page.evaluate("window.pwned") is None
    assert visit.errors == []


def test_a_query_in_the_address_is_only_text(visit: Visit) -> None:
    page = visit.go("/search/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D5%3E%E7%84%A1")
    wait_for_answer(page)
    expect(page.get_by_role("status")).to_contain_text("「<img src=x onerror=window.pwned=5>無」")
    expect(page.locator("main img")).to_have_count(0)
    assert page.evaluate("window.pwned") is None
