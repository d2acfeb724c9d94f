"""Addresses never die: what was published once leads on, says why it ended, or stops the build."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from macros.__main__ import main
from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from macros.site.publishing import publish
from macros.site.urls import NotRenamed, addresses, locked, rename, write_lock
from tests.archives import MIHON, ROOT, project, two_consultations
from tests.axe import violations
from tests.conftest import Visit

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def locked_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("locked") / "project")
    two_consultations(folder / "data")
    write_lock(folder, addresses(publish(folder)))
    return folder


@pytest.fixture
def folder(locked_project: Path, tmp_path: Path) -> Path:
    """見本市 with its first lock."""
    copy = project(tmp_path / "project")
    two_consultations(copy / "data")
    shutil.copy(locked_project / "urls.lock", copy)
    return copy


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def _retire(folder: Path, *entries: str) -> None:
    (folder / "data/retired.yml").write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")


def _problems(folder: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        publish(folder)
    return str(found.value).replace(f"{folder.as_posix()}/", "")


def _page(folder: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((folder / "site" / address / "index.html").read_bytes(), "lxml")


def test_the_lock_holds_every_address_of_the_archive(site: Path) -> None:
    assert addresses(site) <= set(locked(ROOT)), "make urls で加えてください"


def test_the_lock_is_sorted_and_says_everything_once() -> None:
    lines = (ROOT / "urls.lock").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert "/" in lines and "/consultations/948/" in lines and "/consultations/948/#1-5-1" in lines


def test_a_page_that_vanishes_stops_the_build_on_its_line(folder: Path) -> None:
    _edit(folder / "data/vocabulary/items.yml", "id: user-information", "id: user-data")
    line = locked(folder).index("items/user-information/") + 1
    assert _problems(folder) == (
        f"urls.lock:{line}: 「/items/user-information/」のページがなくなっています。一度公開したアドレスは消せません。"
        "移したときは make rename FROM=items/user-information/ TO=新しいアドレス で、やめたときは data/retired.yml に"
        "「- {アドレス: items/user-information/, 日付: …, 理由: …}」を加えて、理由を残してください。"
    )
    assert not (folder / "site").exists()


def test_a_clause_that_vanishes_stops_the_build_on_its_line(folder: Path) -> None:
    _edit(folder / "data/consultations/2.yml", "番号: (2)", "番号: (9)")
    assert "「/consultations/2/#1-2-2」の場所がなくなっています。" in _problems(folder)


def test_a_retired_clause_stays_a_target_that_says_why(folder: Path) -> None:
    _edit(folder / "data/consultations/2.yml", "番号: (2)", "番号: (9)")
    _retire(
        folder,
        "{アドレス: consultations/2/#1-2-2, 日付: 2026-11-23, 理由: 番号の誤りを正したため, "
        "移動先: consultations/2/#1-2-9}",
    )
    publish(folder)
    target = _page(folder, "consultations/2").find(id="1-2-2")
    assert target is not None
    assert "番号の誤りを正したため" in target.get_text() and "令和8年11月23日" in target.get_text()
    assert target.select_one('a[href="../../consultations/2/#1-2-9"]')


def test_a_page_that_ended_says_why_and_since_when(folder: Path) -> None:
    (folder / "data/consultations/1.yml").unlink()
    _retire(
        folder, "{アドレス: consultations/1/, 日付: 2026-11-23, 理由: 二重に登録していたため, かわり: consultations/2/}"
    )
    publish(folder)
    page = _page(folder, "consultations/1")
    assert page.h1 and page.h1.get_text() == "このページはなくなりました"
    assert "二重に登録していたため" in page.get_text()
    assert page.select_one('meta[name=robots][content=noindex], a[href="../../consultations/2/"]')


def test_a_hand_written_page_that_ended_takes_its_headings_along(folder: Path) -> None:
    lock = folder / "urls.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "/speed/\n/speed/#method\n", encoding="utf-8")
    assert "「/speed/」のページがなくなっています。" in _problems(folder)
    _retire(folder, "{アドレス: speed/, 日付: 2026-12-01, 理由: 読む人がいなかったため, かわり: about/}")
    publish(folder)
    page = _page(folder, "speed")
    assert "読む人がいなかったため" in page.get_text()
    assert page.select_one('a[href="../about/"]')


def test_a_renamed_word_leads_on_and_so_do_those_before_it(folder: Path) -> None:
    rename(folder / "data", "items/user-information", "items/user-data", "言葉を改めたため", TODAY)
    rename(folder / "data", "/items/user-data/", "/items/user-details/", "言葉を改めたため", TODAY)
    publish(folder)
    for address in ("items/user-information", "items/user-data"):
        page = _page(folder, address)
        assert page.select_one('link[rel=canonical][href$="/items/user-details/"]')
        assert page.select_one('a[href="../../items/user-details/"]')
        assert page.select_one("meta[name=robots][content=noindex]")
    assert "user-data" not in (folder / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_renamed_record_takes_everything_below_it_along(folder: Path) -> None:
    (folder / "docs").unlink()
    shutil.copytree(ROOT / "docs", folder / "docs")
    below = folder / "docs/consultations/20/versions/abc"
    below.mkdir(parents=True)
    (below / "index.md").write_text("# 版 { #top }\n", encoding="utf-8")
    rename(folder / "data", "consultations/2", "consultations/20", "番号の誤り", TODAY)
    assert "諮問番号: 20\n" in (folder / "data/consultations/20.yml").read_text(encoding="utf-8")
    publish(folder)
    assert _page(folder, "consultations/2").select_one('a[href="../../consultations/20/"]')
    moved = _page(folder, "consultations/2/versions/abc")
    assert moved.select_one('a[href="../../../../consultations/20/versions/abc/"]')


def test_answers_and_meetings_follow_a_renamed_record(tmp_path: Path) -> None:
    data = Path(shutil.copytree(MIHON, tmp_path / "data"))
    rename(data, "consultations/2", "consultations/20", "番号の誤り", TODAY)
    rename(data, "answers/1", "answers/9", "番号の誤り", TODAY)
    before, after = load(MIHON), load(data)
    for old, new in zip(before.meetings, after.meetings, strict=True):
        said = old.model_dump_json().replace('"consultations":["2"]', '"consultations":["20"]')
        said = said.replace('"consultation":"2"', '"consultation":"20"').replace('"answer":"1"', '"answer":"9"')
        assert new.model_dump_json() == said.replace('"answers":["1"]', '"answers":["9"]')
    assert {"20"} <= {each.consultation for answer in after.answers for each in answer.answered}


def test_a_version_that_the_history_keeps_at_its_old_address_stays(folder: Path) -> None:
    (folder / "docs").unlink()
    shutil.copytree(ROOT / "docs", folder / "docs")
    for number in (2, 20):
        kept = folder / f"docs/consultations/{number}/versions/abc"
        kept.mkdir(parents=True)
        (kept / "index.md").write_text(f"# 版 {number} {{ #top }}\n", encoding="utf-8")
    rename(folder / "data", "consultations/2", "consultations/20", "番号の誤り", TODAY)
    publish(folder)
    assert "版 2" in _page(folder, "consultations/2/versions/abc").get_text()


def test_places_of_a_moved_page_are_promised_too(folder: Path) -> None:
    rename(folder / "data", "consultations/2", "consultations/20", "番号の誤り", TODAY)
    _edit(folder / "data/consultations/20.yml", "番号: (2)", "番号: (9)")
    assert "「/consultations/2/#1-2-2」の場所がなくなっています。" in _problems(folder)


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


def test_an_address_cannot_be_both_gone_and_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _retire(
        folder,
        "{アドレス: items/name/, 日付: 2026-11-23, 理由: 誤り}",
        "{アドレス: items/old/, 日付: 2026-11-23, 理由: 誤り, 移動先: items/nowhere/}",
    )
    assert main(["build", "--project", str(folder)]) == 1
    said = capsys.readouterr().err
    assert "data/retired.yml:1: 「items/name/」は、なくなったとありますが、いまもページがあります。" in said
    assert "data/retired.yml:2: 「items/nowhere/」というページはありません。" in said


def test_the_command_adds_and_only_looks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "urls.lock").write_text("/about/\n", encoding="utf-8")
    assert main(["lock", "--check", "--project", str(folder)]) == 1
    assert "新しいアドレスが" in capsys.readouterr().out
    assert main(["lock", "--project", str(folder)]) == 0
    assert main(["lock", "--check", "--project", str(folder)]) == 0


@pytest.fixture
def moved(browser: Browser, folder: Path, serve: Callable[[Path], str]) -> Iterator[Callable[..., tuple[Visit, Page]]]:
    rename(folder / "data", "consultations/2", "consultations/20", "番号の誤り", TODAY)
    origin = serve(publish(folder))
    contexts = []

    def go(scripts: bool) -> tuple[Visit, Page]:
        contexts.append(browser.new_context(locale="ja-JP", java_script_enabled=scripts))
        visit = Visit(contexts[-1], origin)
        return visit, visit.go("/consultations/2/#1-2-2")

    yield go
    for context in contexts:
        context.close()


def test_a_redirect_keeps_the_place_in_a_real_browser(moved: Callable[..., tuple[Visit, Page]]) -> None:
    visit, page = moved(scripts=True)
    expect(page).to_have_url(re.compile("/consultations/20/#1-2-2$"))
    assert visit.errors == [] and visit.foreign == []


def test_a_redirect_works_without_scripts(moved: Callable[..., tuple[Visit, Page]]) -> None:
    _, page = moved(scripts=False)
    expect(page).to_have_url(re.compile("/consultations/20/"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_where_something_was(
    folder: Path, browser: Browser, serve: Callable[[Path], str], width: int, scheme: Any
) -> None:
    _edit(folder / "data/consultations/2.yml", "番号: (2)", "番号: (9)")
    (folder / "data/consultations/1.yml").unlink()
    record = folder / "data/consultations/2.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("前例: [1]", "要旨: なし"), encoding="utf-8")
    _retire(
        folder,
        "{アドレス: consultations/1/, 日付: 2026-11-23, 理由: 二重に登録していたため, かわり: consultations/2/}",
        "{アドレス: consultations/2/#1-2-2, 日付: 2026-11-23, 理由: 番号の誤り, 移動先: consultations/2/#1-2-9}",
    )
    origin = serve(publish(folder))
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for address in ("/consultations/1/", "/consultations/2/#1-2-2"):
        page.goto(origin + address)
        found |= violations(page, address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()
    assert found == {}
