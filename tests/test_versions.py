"""Fixed versions and the history on a page: built from a real repository, read back as HTML and in a browser."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from macros.site.publishing import publish
from tests import finished
from tests.archives import edit, new_project, with_two_consultations
from tests.axe import violations
from tests.repositories import commit
from tests.search_page import wait_for_answer
from tests.windows import Visit, Window

RECORD = "data/consultations/2.yml"
HERE = "consultations/2"


@dataclass(frozen=True)
class Published:
    """A project of five commits to 諮問第2号, and its site."""

    folder: Path
    ids: tuple[str, ...]

    def page(self, address: str) -> BeautifulSoup:
        return finished.page(self.folder / "site", address)

    def version(self, position: int) -> str:
        return f"{HERE}/versions/{self.ids[position]}"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = with_two_consultations(new_project(tmp_path_factory.mktemp("versions") / "project"))
    record = folder / RECORD
    ids = [commit(folder, "<b>登録</b>", on="2024-01-10")]
    edit(record, "見本太郎", "見本太郎（taro@example.com）")
    ids.append(commit(folder, "会長の連絡先を加える", on="2024-02-10"))
    edit(record, "見本太郎（taro@example.com）", "見本次郎")
    edit(record, "件名: ", "よみ: あ\n件名: ")
    ids.append(commit(folder, "書きまちがい", on="2024-03-10"))
    edit(record, "よみ: あ\n", "")
    edit(record, "約3万件", "約29,000件")
    edit(record, "約8,500件", "約8,000件")
    edit(record, "29,500件", "29,000件")
    ids.append(commit(folder, "件数を直す", on="2024-04-10"))
    for path in (record, folder / "data/consultations/1.yml", folder / "data/vocabulary/operations.yml"):
        edit(path, "図書館業務", "図書館の業務")
    ids.append(commit(folder, "業務の名前を直す", on="2024-05-10"))
    publish(folder)
    return Published(folder, tuple(ids))


@pytest.fixture(scope="module")
def address(published: Published, serve: Callable[[Path], str]) -> str:
    return serve(published.folder / "site")


def test_the_page_tells_what_changed_newest_first(published: Published) -> None:
    history = published.page(HERE).select_one("#history")
    assert history
    told = ["".join(entry.get_text().split()) for entry in history.select(".history__version")]
    assert [entry[:9] for entry in told] == [f"令和6年{month}月10日" for month in (5, 4, 3, 2, 1)]
    assert "業務の名前を直す" in told[0]
    assert "業務：図書館業務→図書館の業務" in told[0]
    assert "前後のどちらかの版を表示できないため" in told[1]
    assert told[4].endswith("登録しました。")


def test_all_but_the_latest_three_are_folded(published: Published) -> None:
    folded = published.page(HERE).select_one("#history details.history__older")
    assert folded and len(folded.select(".history__version")) == 2


def test_the_page_names_its_version(published: Published) -> None:
    line = published.page(HERE).select_one(".version-line")
    assert line and f"この版：{published.ids[-1]}（令和6年5月10日）" in line.get_text()


def test_each_version_says_what_it_is_and_stays_out_of_lists(published: Published) -> None:
    sitemap = (published.folder / "site/sitemap.xml").read_text(encoding="utf-8")
    assert f"/{HERE}/</loc>" in sitemap
    assert "/versions/" not in sitemap
    for position in range(5):
        page = published.page(published.version(position))
        assert page.select_one("meta[name=robots][content=noindex]")
        canonical = page.select_one("link[rel=canonical]")
        assert canonical and str(canonical["href"]).endswith(f"/{published.version(position)}/")
        banner = page.select_one(".version-banner")
        assert banner and published.ids[position] in banner.get_text()
        assert page.select_one(f".version-banner a[href$='/{HERE}/'], .version-banner a[href='../../../../{HERE}/']")


def test_a_version_says_what_the_record_said_under_the_same_anchors(published: Published) -> None:
    first, last = published.page(published.version(0)), published.page(published.version(4))
    clause = "[id='1-2-2']"
    assert "約3万件" in first.select(clause)[0].get_text()
    assert "約29,000件" in last.select(clause)[0].get_text()


def test_a_word_that_the_vocabulary_no_longer_has_stays_readable(published: Published) -> None:
    facts = published.page(published.version(0)).select_one(".facts")
    assert facts and "図書館業務" in facts.get_text()
    assert not facts.find("a", string="図書館業務")


def test_a_withheld_version_shows_nothing_of_what_it_said(published: Published) -> None:
    page = published.page(published.version(1))
    assert "公開できない記載が含まれていた" in page.get_text()
    for path in (published.folder / "site").rglob("*"):
        if path.is_file():
            assert b"taro@example.com" not in path.read_bytes()


def test_a_version_that_cannot_be_read_shows_its_file(published: Published) -> None:
    text = published.page(published.version(2)).select_one(".version-text")
    assert text and "よみ: あ" in text.get_text()


def test_no_link_or_anchor_is_dead(published: Published) -> None:
    assert finished.dead_links(published.folder / "site") == []


def test_later_commits_leave_old_versions_to_the_byte(published: Published, tmp_path: Path) -> None:
    later = tmp_path / "later"
    shutil.copytree(published.folder, later, symlinks=True, ignore=shutil.ignore_patterns("site", ".build"))
    edit(later / RECORD, "見本次郎", "見本三郎")
    commit(later, "会長を直す", on="2024-06-10")
    publish(later)
    for position in range(5):
        file = f"site/{published.version(position)}/index.html"
        assert (later / file).read_bytes() == (published.folder / file).read_bytes()


def test_search_finds_no_old_version(visit: Visit) -> None:
    page = visit.go("/search/?q=約3万件")
    wait_for_answer(page)
    expect(page.get_by_role("status")).to_contain_text("見つかりませんでした")
    page = visit.go("/search/?q=約29,000件")
    wait_for_answer(page)
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator(".result a[href*='/versions/']")).to_have_count(0)


@pytest.mark.parametrize("position", [0, 1, 2, 4])
def test_axe_finds_nothing_on_a_version(position: int, window: Window, address: str, published: Published) -> None:
    page = window(address, bypass_csp=True).go(f"/{published.version(position)}/")
    assert violations(page, page.url) == {}


def test_without_git_the_page_says_so(site: Path) -> None:
    page = finished.page(site, "consultations/948")
    history = page.select_one("#history")
    assert history and "変更の記録がありません" in history.get_text()
    assert not page.select_one("[data-citing-fixed]")
    assert not list(site.rglob("versions"))
