"""Another council: 見本市 has the whole site, and a new archive works before it holds anything."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from macros.__main__ import main
from macros.commands.fix_layout import fix_layouts
from macros.loading.archive import Archive, load
from tests import finished
from tests.archives import init
from tests.search_page import wait_for_answer
from tests.windows import Visit, Window


@pytest.mark.parametrize("council", ["mihon_site", "empty_site"])
def test_no_page_names_another_municipality_or_its_kind(council: str, request: pytest.FixtureRequest) -> None:
    for address, page in finished.pages(request.getfixturevalue(council)).items():
        text = page.get_text() + "".join(str(tag["content"]) for tag in page.select("meta[content]"))
        assert "世田谷" not in text, address
        assert not re.search("区(?![切分別])", text.replace("地区", "")), address


def test_a_new_archive_is_in_its_one_layout(tmp_path: Path) -> None:
    init(tmp_path / "archive", name="見本: #町")
    assert fix_layouts(tmp_path / "archive/data").changed == ()


def test_every_answer_and_meeting_has_a_page_that_says_what_was_recorded(mihon_site: Path, mihon: Archive) -> None:
    pages = finished.pages(mihon_site)
    for answer in mihon.answers:
        text = pages[f"/answers/{answer.id}/"].get_text()
        assert all(sentence in text for condition in answer.conditions for sentence in condition.summary)
        assert all(conclusion.word in text for each in answer.answered for conclusion in each.conclusions)
    for meeting in mihon.meetings:
        text = pages[f"/meetings/{meeting.id}/"].get_text()
        assert all((item.title or item.kind) in text for item in meeting.agenda)
        assert all(document.name in text for document in meeting.documents)


def test_official_documents_are_linked_with_the_day_of_their_check(mihon_site: Path) -> None:
    page = finished.pages(mihon_site)["/meetings/2021-05-20/"]
    link = page.select_one("#documents a[href^='https://city.mihon.example/']")
    assert link
    assert link["rel"] == ["external", "noreferrer"]
    assert "アドレスを確かめた日　令和4年4月1日" in page.get_text()
    assert "公開されたアドレスはこのサイトに未収録" in page.get_text()


def test_the_page_of_a_consultation_lists_the_minutes_by_clause(mihon_site: Path) -> None:
    minutes = finished.pages(mihon_site)["/consultations/2/"].select_one("#minutes")
    assert minutes
    assert [" ".join(entry.get_text().split()) for entry in minutes.select("li")] == [
        "第1の2(1) 項目 4ページ 令和3年度第1回会議録",
        "第1の3 委託先 1ページ 第1部会会議録（要旨）",
        "第2の1 対象となる個人の範囲 1ページ 第1部会会議録（要旨）",
        "諮問の全体 3ページ 令和3年度第1回会議録",
    ]


@pytest.fixture
def mihon_visit(window: Window, mihon_address: str) -> Visit:
    return window(mihon_address)


def test_consultations_can_be_filtered_by_what_became_of_them(mihon_visit: Visit) -> None:
    page = mihon_visit.go("/answers/")
    page.get_by_role("link", name="答申済み（不承認）").click()
    wait_for_answer(page)
    expect(page.locator(".result__title")).to_contain_text(["諮問第12号"])
    assert mihon_visit.errors == []


def _headings(page: BeautifulSoup) -> list[str]:
    return [heading.get_text().split()[0] for heading in page.select(".consultation-summary__title")]


def test_answers_can_be_chosen_by_conclusion_and_year_without_a_script(mihon_site: Path) -> None:
    pages = finished.pages(mihon_site)
    offered = {link.get_text(" ", strip=True): str(link["href"]) for link in pages["/answers/"].select("a.choice")}
    assert offered == {
        "承認 3件": "../answers/conclusions/approved/",
        "条件付き承認 1件": "../answers/conclusions/approved-with-conditions/",
        "不承認 1件": "../answers/conclusions/not-approved/",
        "継続審議 1件": "../answers/conclusions/continued/",
        "令和3年度（2021年度） 3件": "../answers/years/2021/",
    }
    assert _headings(pages["/answers/conclusions/not-approved/"]) == ["答申第2号"]
    assert _headings(pages["/answers/conclusions/approved/"]) == ["令和4年3月18日の意見書", "答申第2号", "答申第1号"]
    (here,) = pages["/answers/years/2021/"].select("a.choice[aria-current=page]")
    assert here.get_text(" ", strip=True) == "令和3年度（2021年度） 3件"
    assert "あてはまる答申は、登録されていません。" in pages["/answers/conclusions/withdrawn/"].get_text()


def test_every_condition_stands_under_what_was_last_reported_of_it(mihon_site: Path) -> None:
    page = finished.pages(mihon_site)["/answers/conditions/"]
    told = {
        str(section["id"]): [link.get_text() for link in section.select("li > a")]
        for section in page.select("section[id]")
    }
    assert told == {
        "not-kept": [],
        "partly-kept": [],
        "being-checked": ["答申第1号の付帯意見(2)"],
        "unreported": ["答申第2号の付帯意見ア"],
        "kept": ["答申第1号の条件(1)"],
    }


def test_what_an_answer_says_is_found(mihon_visit: Visit) -> None:
    page = mihon_visit.go("/search/?q=書面で確かめる")
    expect(page.get_by_role("link", name="諮問第2号 貸出予約サイトの運用").first).to_be_visible()
    expect(page.get_by_role("link", name="答申第1号 諮問第2号について").first).to_be_visible()


@pytest.mark.parametrize("query", ["口座番号", "外部委託", "か", "答申は", "諮問第1号"])
def test_an_empty_archive_can_be_searched(
    query: str, window: Window, empty_site: Path, serve: Callable[[Path], str]
) -> None:
    visit = window(serve(empty_site))
    wait_for_answer(visit.go(f"/search/?q={query}"))
    assert visit.errors == []


def test_a_new_archive_says_where_it_is_empty(empty_site: Path) -> None:
    pages = finished.pages(empty_site)
    assert "諮問はまだ登録していません" in pages["/"].get_text()
    assert "諮問はまだ登録していません" in pages["/consultations/"].get_text()
    assert "答申はまだ登録していません" in pages["/answers/"].get_text()
    assert "会議はまだ登録していません" in pages["/meetings/"].get_text()


def test_nothing_that_a_new_archive_brings_names_the_municipality_that_it_was_copied_from(empty_site: Path) -> None:
    folders = ("data", "docs", "macros", "overrides")
    kept = {".md", ".html", ".py", ".json", ".yml", ".css", ".js", ".svg"}
    for path in (path for name in folders for path in (empty_site.parent / name).rglob("*") if path.suffix in kept):
        assert "世田谷" not in path.read_text(encoding="utf-8"), path


def test_a_new_archive_brings_the_generic_words(empty_site: Path) -> None:
    vocabulary = load(empty_site.parent / "data").vocabulary
    assert [act.name for act in vocabulary.of("acts").entries][-2:] == ["外部委託", "回線結合"]
    assert vocabulary.of("conclusions").find("承認")
    assert vocabulary.of("operations").entries == ()


def test_names_may_hold_any_character_that_yaml_minds(tmp_path: Path) -> None:
    assert init(tmp_path / "archive", council='見本町 "第一": 審議会 #1') == 0
    assert load(tmp_path / "archive/data").council.council.name == '見本町 "第一": 審議会 #1'


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")
    assert init(tmp_path) == 1
    assert "にはすでに何かがあります。" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_wrong_address_makes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "archive", address="mihon-cho.example") == 1
    assert "https:// で始まり / で終わるアドレスにしてください。" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_name_is_asked_for_or_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["init", str(tmp_path / "archive"), "--name", "見本町"]) == 1
    assert "--reading がありません。" in capsys.readouterr().err
