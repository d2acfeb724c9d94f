"""Each file in `broken/` earns exactly the message that lies beside it, and the page of messages lists them all."""

import shutil
from pathlib import Path

import pytest

from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from tests import message_page
from tests.archives import NINE, edit, new_project

CASES = sorted(message_page.BROKEN.glob("*.yml"))


def _messages(data: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        load(data)
    return str(found.value).replace(f"{data.as_posix()}/", "")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_file_earns_its_message(case: Path, data: Path) -> None:
    place = case.read_text(encoding="utf-8").splitlines()[0].removeprefix("# 置き場所: ")
    shutil.copy(case, data / place)
    assert _messages(data) == case.with_suffix(".txt").read_text(encoding="utf-8").strip()


def test_a_file_that_is_not_utf8_is_named(data: Path) -> None:
    (data / "consultations/1.yml").write_bytes("諮問番号: 1".encode("shift_jis"))
    assert _messages(data) == (
        "consultations/1.yml:1: 文字コードが Shift_JIS です。"
        "メモ帳なら「名前を付けて保存」の「エンコード」で「UTF-8」を選んで、保存し直してください。"
    )


def test_a_missing_vocabulary_file_is_named(data: Path) -> None:
    (data / "vocabulary/categories.yml").unlink()
    assert "vocabulary/categories.yml:1: ファイルがありません。" in _messages(data)


def test_every_problem_of_every_file_comes_in_one_run(tmp_path: Path) -> None:
    data = new_project(tmp_path / "project", NINE) / "data"
    c948, c949, c950, c951 = (data / f"consultations/{number}.yml" for number in (948, 949, 950, 951))
    removed = "- 名前: 支部コード\n"
    edit(data / "vocabulary/items.yml", removed, "- 名前: 支店の番号\n")
    doubled = edit(c949, "資料日: 2021-12-24\n", "資料日: 2021-12-24\n資料日: 2021-12-24\n") + 1
    misspelt = edit(c951, "会員番号", "会因番号")
    see = edit(c950, "準用: 第1の12のとおり", "準用: 第1の21のとおり")
    edit(c948, "約7,200件", "約7,300件")
    found = _messages(data)
    assert f"consultations/949.yml:{doubled}: 「資料日」が2回あります" in found
    assert (
        f"consultations/951.yml:{misspelt}: 「会因番号」は個人情報の項目の語彙にありません。「会員番号」ではありませんか。"
        in found
    )
    assert f"consultations/950.yml:{see}: 準用先の「第1の21」という条項はありません。" in found
    assert "内訳を足すと 21,820 ですが、「内訳の合計」は「21,720件」です。" in found
    assert "「支部コード」は個人情報の項目の語彙にありません。" in found
    assert len(found.splitlines()) == 5


def test_the_page_of_messages_is_current() -> None:
    assert message_page.PAGE.read_text(encoding="utf-8") == message_page.page(), "make messages で作り直してください"


def test_at_least_25_distinct_mistakes_have_a_message() -> None:
    assert len({message.case for message in message_page.all_said()}) >= 25


def test_a_group_of_items_is_for_operations_of_its_consultation(tmp_path: Path) -> None:
    data = new_project(tmp_path / "project", NINE) / "data"
    line = edit(data / "consultations/948.yml", "業務: [子育て支援業務]", "業務: [生活保護業務]")
    assert f"consultations/948.yml:{line}: 区分の業務「生活保護業務」は、この諮問の業務にありません。" in _messages(
        data
    )
