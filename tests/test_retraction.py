"""What is taken back is gone everywhere at once: one entry in `data/retired.yml`, and nothing shows it any more."""

import gzip
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY, read_history
from macros.loading.archive import Archive
from macros.records.retired import Retired
from macros.site.publishing import publish
from macros.site.rendering import Renderer
from macros.site.urls import PROMISED, promised, retired_places
from tests.archives import edit, new_project
from tests.repositories import commit

LEAK = "相談者は試作花代さん"
FIELDS = ("件名", "副題", "要旨", "対象", "記載")
ENTRY = "- {{アドレス: {address}, 日付: 2026-12-01, 理由: 個人の名前が載っていたため。, 取り下げ: はい}}\n"


@pytest.fixture(scope="module")
def published_leak(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """見本市 with what it promised in before.txt; 諮問第2号 once held a leak. And the version that did."""
    folder = new_project(tmp_path_factory.mktemp("leak") / "project")
    record = folder / "data/consultations/2.yml"
    commit(folder, "諮問を登録")
    text = record.read_text(encoding="utf-8")
    leaking = re.sub(rf"({'|'.join(FIELDS)}): (?!.*準用)", rf"\1: {LEAK}、", text)
    record.write_text(leaking, encoding="utf-8")
    version = commit(folder, f"{LEAK}と書き加える", on="2024-02-01")
    assert LEAK in record.read_text(encoding="utf-8")
    shutil.copy(publish(folder, folder / "nothing-yet.txt") / PROMISED, folder / "before.txt")
    record.write_text(text, encoding="utf-8")
    commit(folder, "個人の名前を消す", on="2024-03-01")
    return folder, version


def _said_somewhere(site: Path, words: str) -> list[str]:
    """Every file of the site that says so, packed ones too."""
    found = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        if words.encode() in content:
            found.append(path.relative_to(site).as_posix())
    return found


def _retire(folder: Path, address: str) -> None:
    (folder / "data/retired.yml").write_text(ENTRY.format(address=address), encoding="utf-8")


def test_an_old_version_is_shown_until_it_is_taken_back(published_leak: tuple[Path, str]) -> None:
    folder, version = published_leak
    (folder / "data/retired.yml").unlink(missing_ok=True)
    assert f"consultations/2/versions/{version}/index.html" in _said_somewhere(publish(folder), LEAK)


def test_a_version_that_is_taken_back_is_in_no_page_history_feed_or_index(published_leak: tuple[Path, str]) -> None:
    folder, version = published_leak
    _retire(folder, f"consultations/2/versions/{version}/")
    site = publish(folder)
    assert _said_somewhere(site, "試作花代") == []
    page = (site / f"consultations/2/versions/{version}/index.html").read_text(encoding="utf-8")
    assert "公開を取り下げました" in page and "個人の名前が載っていたため。" in page


@pytest.mark.parametrize("is_deleted", [False, True], ids=["file kept", "file deleted"])
def test_a_record_that_is_taken_back_ends_with_all_that_was_made_of_it(
    published_leak: tuple[Path, str], is_deleted: bool
) -> None:
    folder, version = published_leak
    _retire(folder, "consultations/2/")
    record = folder / "data/consultations/2.yml"
    text = record.read_text(encoding="utf-8")
    if is_deleted:
        record.unlink()
    try:
        site = publish(folder)
    finally:
        record.write_text(text, encoding="utf-8")
    assert _said_somewhere(site, "試作花代") == []
    for page in ("", "card/", f"versions/{version}/"):
        html = (site / f"consultations/2/{page}index.html").read_text(encoding="utf-8")
        assert "個人の名前が載っていたため。" in html
    assert "諮問第2号" not in (site / "consultations/feed.xml").read_text(encoding="utf-8")
    assert not (site / "api/v1/consultations/2.json").exists()


def test_an_answer_to_nothing_else_goes_with_its_consultation(published_leak: tuple[Path, str]) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/")
    html = (publish(folder) / "answers/1/index.html").read_text(encoding="utf-8")
    assert "このページはなくなりました" in html and "個人の名前が載っていたため。" in html


def test_an_agenda_keeps_its_items_and_their_places(published_leak: tuple[Path, str]) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/")
    html = (publish(folder) / "meetings/2021-05-20/index.html").read_text(encoding="utf-8")
    assert 'id="agenda-1"' in html and "公開を取り下げた諮問" in html


def test_places_that_only_the_record_brought_stay_targets(published_leak: tuple[Path, str]) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/")
    site = publish(folder, folder / "before.txt")
    before = promised(folder / "before.txt")
    places = [address for address in before if address.startswith("items/") and address.endswith("#picture")]
    assert places
    for place in places:
        page, _, anchor = place.partition("#")
        assert f'id="{anchor}"' in (site / page / "index.html").read_text(encoding="utf-8")


def test_check_says_in_advance_what_is_taken_back(
    published_leak: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/")
    main(["check", "--project", str(folder)])
    assert "consultations/2/" in capsys.readouterr().out


def test_check_names_the_versions_that_stay_but_not_their_words(
    published_leak: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, version = published_leak
    _retire(folder, f"consultations/2/versions/{version}/")
    main(["check", "--project", str(folder)])
    said = capsys.readouterr().out
    (first,) = [other.id for other in read_history(folder).of("consultations", "2").versions if other.is_first]
    assert f"その版も加えてください：consultations/2/versions/{first}/\n" in said
    assert "試作花代" not in said


def test_check_says_when_there_is_no_such_version(
    published_leak: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/versions/ffffffffffff/")
    main(["check", "--project", str(folder)])
    assert "consultations/2/versions/ffffffffffff/ という版は、git の記録に見つかりません" in capsys.readouterr().out


def test_a_moved_page_cannot_be_taken_back(published_leak: tuple[Path, str]) -> None:
    folder, _ = published_leak
    _retire(folder, "consultations/2/")
    edit(folder / "data/retired.yml", "取り下げ: はい", "取り下げ: はい, 移動先: consultations/1/")
    with pytest.raises(Exception, match="「取り下げ」は、移動先のないページ"):
        publish(folder)


def test_a_place_given_up_on_a_page_written_by_hand_leaves_the_page_as_it_is(archive: Archive) -> None:
    entry = Retired.model_validate({"アドレス": "about/#old", "日付": "2026-12-01", "理由": "書き改めたため。"})
    changed = replace(archive, retired=(entry,))
    renderer = Renderer(changed, CrossReferences(changed), NO_HISTORY)
    html = retired_places("<h1>このサイトについて</h1>", "about/", changed, renderer)
    assert html.startswith("<h1>このサイトについて</h1>") and 'id="old"' in html
