"""Addresses never die: what was published once leads on, says why it ended, or at least that it is gone."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from macros.loading.archive import Archive, load
from macros.loading.problems import ProblemsFound
from macros.site.publishing import publish
from macros.site.urls import PROMISED, NotRenamed, addresses, promised, rename
from tests import finished
from tests.archives import Shimon, edit, new_project, with_own_pages, with_two_consultations
from tests.axe import violations
from tests.windows import Window

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first site of 見本市, with two 諮問, promises."""
    folder = with_two_consultations(new_project(tmp_path_factory.mktemp("promised") / "project"))
    return publish(folder, folder / "nothing-yet.txt") / PROMISED


@pytest.fixture
def folder(small_project: Path) -> Path:
    """見本市 as it may change after its first publication."""
    return small_project


@pytest.fixture(scope="module")
def moved(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built after 諮問第2号 and, twice, an item have moved; of the two versions one stays at its old address too."""
    folder = with_own_pages(with_two_consultations(new_project(tmp_path_factory.mktemp("moved") / "project")))
    for version in ("20/versions/abc", "2/versions/kept", "20/versions/kept"):
        page = folder / "docs/consultations" / version / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"# 版 {version} {{ #top }}\n", encoding="utf-8")
    rename(folder / "data", "consultations/2", "consultations/20", "番号の誤り", TODAY)
    rename(folder / "data", "items/user-information", "items/user-data", "言葉を改めたため", TODAY)
    rename(folder / "data", "/items/user-data/", "/items/user-details/", "言葉を改めたため", TODAY)
    _renumber(folder / "data/consultations/20.yml")
    return publish(folder, before)


@pytest.fixture(scope="module")
def ended(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built after a 諮問, a clause and a page written by hand have ended."""
    folder = with_two_consultations(new_project(tmp_path_factory.mktemp("ended") / "project"))
    (folder / "data/consultations/1.yml").unlink()
    edit(folder / "data/consultations/2.yml", "前例: [1]", "要旨: なし")
    _renumber(folder / "data/consultations/2.yml")
    _retire(
        folder,
        "{アドレス: consultations/1/, 日付: 2026-11-23, 理由: 二重に登録していたため, かわり: consultations/2/}",
        "{アドレス: consultations/2/#1-2-2, 日付: 2026-11-23, 理由: 番号の誤りを正したため, "
        "移動先: consultations/2/#1-2-9}",
        "{アドレス: speed/, 日付: 2026-12-01, 理由: 読む人がいなかったため, かわり: about/}",
    )
    return publish(folder, before)


def _renumber(record: Path) -> None:
    """第1の2(2) becomes 第1の2(9)."""
    edit(record, "番号: (2)", "番号: (9)")


def _retire(folder: Path, *entries: str) -> None:
    (folder / "data/retired.yml").write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")


def test_the_first_list_holds_every_address_of_the_site(before: Path) -> None:
    lines = before.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert set(promised(before)) == addresses(before.parent)
    assert {"/", "/consultations/2/", "/consultations/2/#1-2-2"} <= set(lines)


def test_what_vanishes_stays_an_answer_and_stays_promised(before: Path, folder: Path) -> None:
    edit(folder / "data/vocabulary/items.yml", "id: user-information", "id: user-data")
    (folder / "data/consultations/1.yml").unlink()
    edit(folder / "data/consultations/2.yml", "前例: [1]", "要旨: なし")
    _renumber(folder / "data/consultations/2.yml")
    site = publish(folder, before)
    for address in ("items/user-information", "consultations/1", "consultations/1/card"):
        assert "このページはなくなりました" in finished.page(site, address).get_text()
    assert finished.page(site, "consultations/2").select_one('.retired-places [id="1-2-2"]')
    assert set(promised(site / PROMISED)) == {*promised(before), *addresses(site)}


def test_what_comes_back_is_a_page_again(before: Path, folder: Path) -> None:
    record = folder / "data/consultations/1.yml"
    text = record.read_text(encoding="utf-8")
    edit(folder / "data/consultations/2.yml", "前例: [1]", "要旨: なし")
    record.unlink()
    without = shutil.copy(publish(folder, before) / PROMISED, folder / "without.txt")
    record.write_text(text, encoding="utf-8")
    assert "なくなりました" not in finished.page(publish(folder, without), "consultations/1").get_text()


def test_a_list_that_names_what_is_no_address_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / PROMISED).write_text("/../etc/\n<html>\n//other.example/\n/about/\t/terms/\n/a b/\n", encoding="utf-8")
    assert promised(tmp_path / PROMISED) == ("about/",)
    assert promised(tmp_path / "none.txt") == ()


def test_a_retired_clause_stays_a_target_that_says_why(ended: Path) -> None:
    target = finished.page(ended, "consultations/2").find(id="1-2-2")
    assert target is not None
    assert "番号の誤りを正したため" in target.get_text() and "令和8年11月23日" in target.get_text()
    assert target.select_one('a[href="../../consultations/2/#1-2-9"]')


def test_a_page_that_ended_says_why_and_since_when(ended: Path) -> None:
    page = finished.page(ended, "consultations/1")
    assert page.h1 and page.h1.get_text() == "このページはなくなりました"
    assert "二重に登録していたため" in page.get_text()
    assert page.select_one('meta[name=robots][content=noindex], a[href="../../consultations/2/"]')


def test_a_hand_written_page_that_ended_takes_its_headings_along(ended: Path) -> None:
    page = finished.page(ended, "speed")
    assert "読む人がいなかったため" in page.get_text()
    assert page.select_one('a[href="../about/"]')


def test_a_renamed_word_leads_on_and_so_do_those_before_it(moved: Path) -> None:
    for address in ("items/user-information", "items/user-data"):
        page = finished.page(moved, address)
        assert page.select_one('link[rel=canonical][href$="/items/user-details/"]')
        assert page.select_one('a[href="../../items/user-details/"]')
        assert page.select_one("meta[name=robots][content=noindex]")
    assert "user-data" not in (moved / "sitemap.xml").read_text(encoding="utf-8")


def test_a_renamed_record_takes_everything_below_it_along(moved: Path) -> None:
    assert "諮問番号: 20\n" in (moved.parent / "data/consultations/20.yml").read_text(encoding="utf-8")
    assert finished.page(moved, "consultations/2").select_one('a[href="../../consultations/20/"]')
    version = finished.page(moved, "consultations/2/versions/abc")
    assert version.select_one('a[href="../../../../consultations/20/versions/abc/"]')


def test_answers_and_meetings_follow_a_renamed_record(data: Path, mihon: Archive) -> None:
    rename(data, "consultations/2", "consultations/20", "番号の誤り", TODAY)
    rename(data, "answers/1", "answers/9", "番号の誤り", TODAY)
    after = load(data)
    for old, new in zip(mihon.meetings, after.meetings, strict=True):
        said = old.model_dump_json().replace('"consultations":["2"]', '"consultations":["20"]')
        said = said.replace('"consultation":"2"', '"consultation":"20"').replace('"answer":"1"', '"answer":"9"')
        assert new.model_dump_json() == said.replace('"answers":["1"]', '"answers":["9"]')
    assert {"20"} <= {each.consultation for answer in after.answers for each in answer.answered}


def test_a_version_that_the_history_keeps_at_its_old_address_stays(moved: Path) -> None:
    assert "版 2/versions/kept" in finished.page(moved, "consultations/2/versions/kept").get_text()


def test_places_of_a_moved_page_are_promised_too(moved: Path) -> None:
    assert finished.page(moved, "consultations/20").find(id="1-2-2")
    assert "/consultations/2/\t/consultations/20/" in (moved / PROMISED).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("items/nobody", "items/somebody", "id「nobody」は items.yml にありません。"),
        ("items/name", "divisions/name", "へは移せません。"),
        ("items/name", "items/氏名", "へは移せません。"),
        ("items/name", "items/../name", "へは移せません。"),
        ("consultations/7", "consultations/8", "という記録はありません。"),
        ("consultations/2", "consultations/1", "はもう使われています。"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_nothing_changes(folder: Path, old: str, new: str, said: str) -> None:
    before = {path: path.read_bytes() for path in (folder / "data").rglob("*.yml")}
    with pytest.raises(NotRenamed, match=said):
        rename(folder / "data", old, new, "理由", TODAY)
    assert {path: path.read_bytes() for path in (folder / "data").rglob("*.yml")} == before


def test_a_rename_onto_a_living_word_is_taken_back(folder: Path) -> None:
    before = {path: path.read_bytes() for path in (folder / "data").rglob("*.yml")}
    with pytest.raises(ProblemsFound, match="id「name」は"):
        rename(folder / "data", "items/user-information", "items/name", "理由", TODAY)
    assert {path: path.read_bytes() for path in (folder / "data").rglob("*.yml")} == before


def test_an_address_cannot_be_both_gone_and_there(folder: Path, shimon: Shimon) -> None:
    _retire(
        folder,
        "{アドレス: items/name/, 日付: 2026-11-23, 理由: 誤り}",
        "{アドレス: items/old/, 日付: 2026-11-23, 理由: 誤り, 移動先: items/nowhere/}",
    )
    said = shimon("build", code=1).err
    assert "data/retired.yml:1: 「items/name/」は、なくなったとありますが、いまもページがあります。" in said
    assert "data/retired.yml:2: 「items/nowhere/」というページはありません。" in said


def test_the_list_comes_from_the_published_site(
    before: Path, folder: Path, shimon: Shimon, serve: Callable[[Path], str]
) -> None:
    shimon("promised", str(folder / "list.txt"), "--address", f"{serve(before.parent)}/")
    assert promised(folder / "list.txt") == promised(before)


def test_a_site_without_a_list_has_promised_nothing_yet(
    folder: Path, shimon: Shimon, serve: Callable[[Path], str]
) -> None:
    shimon("promised", str(folder / "list.txt"), "--address", f"{serve(folder)}/")
    assert promised(folder / "list.txt") == ()


def test_a_site_that_cannot_be_asked_stops_before_a_promise_is_broken(folder: Path, shimon: Shimon) -> None:
    said = shimon("promised", str(folder / "list.txt"), "--address", "http://127.0.0.1:9/", code=1).err
    assert "受け取れませんでした" in said and not (folder / "list.txt").exists()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_redirect_leads_on_in_a_real_browser_and_scripts_keep_the_place(
    has_scripts: bool, moved: Path, window: Window, serve: Callable[[Path], str]
) -> None:
    visit = window(serve(moved), java_script_enabled=has_scripts)
    page = visit.go("/consultations/2/#1-2-2")
    expect(page).to_have_url(re.compile("/consultations/20/#1-2-2$" if has_scripts else "/consultations/20/"))
    assert visit.errors == [] and visit.foreign == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_where_something_was(
    ended: Path, window: Window, serve: Callable[[Path], str], width: int, scheme: Literal["light", "dark"]
) -> None:
    visit = window(serve(ended), width, color_scheme=scheme, bypass_csp=True)
    for address in ("/consultations/1/", "/consultations/2/#1-2-2"):
        assert violations(visit.go(address), address) == {}
        assert visit.is_wide_enough(), address
