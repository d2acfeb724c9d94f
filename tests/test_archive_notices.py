"""Notices: what staff may want to look at, while the archive stays sound."""

from pathlib import Path

from tests.archives import Shimon, edit


def test_words_unused_and_words_nearly_double_are_noticed(small_project: Path, shimon: Shimon) -> None:
    with (small_project / "data" / "vocabulary/items.yml").open("a", encoding="utf-8") as items:
        items.write(
            "- {名前: 氏・名, id: name-two, 読み: うじ, 分類: 連絡先}\n- {名前: 指名, id: nomination, 読み: しめい, 分類: 連絡先}\n"
        )
    notices = shimon("notices").out
    assert "お知らせ：data/vocabulary/items.yml: 「指名」は、どの記録にも使われていません。" in notices
    assert "「氏名」と「氏・名」は書き方が同じか、ほとんど同じです。" in notices
    assert "「氏名」と「指名」は読みが同じか、ほとんど同じです。" in notices


def test_a_precedent_missing_from_within_the_archive_is_noticed(small_project: Path, shimon: Shimon) -> None:
    record = (small_project / "data/consultations/2.yml").rename(small_project / "data/consultations/9.yml")
    edit(record, "諮問番号: 2", "諮問番号: 9")
    edit(record, "前例: [1]", "前例: [5]")
    assert "data/consultations/9.yml: 第2の2 の前例、諮問第5号が収録されていません。" in shimon("notices").out


def _minutes(data: Path, day: str, address: str, checked: str) -> None:
    (data / f"meetings/{day}-minutes.yml").write_text(
        f"開催日: {day}\n件名: 審議会\n公開: 公開\n議題:\n  - その他: 日程\n"
        f"資料:\n  - 名前: 令和{day[3]}年度第{day[6]}回会議要録\n    発行: 見本市\n"
        f"    アドレス: {address}\n    確認日: {checked}\n",
        encoding="utf-8",
    )


def _old_forms(shimon: Shimon) -> list[str]:
    return [line for line in shimon("notices").out.splitlines() if "古い形" in line]


def test_links_of_a_form_that_the_minutes_have_since_given_up_are_noticed(data: Path, shimon: Shimon) -> None:
    _minutes(data, "2022-02-01", "https://city.mihon.example/old/12/minutes3.html", "2022-04-01")
    _minutes(data, "2023-02-01", "https://city.mihon.example/old/13/minutes4.html", "2023-04-01")
    assert _old_forms(shimon) == []
    _minutes(data, "2024-02-01", "https://www.city.mihon.example/shingikai/r6/kaigi1.pdf", "2024-04-01")
    noticed = _old_forms(shimon)
    assert len(noticed) == 2
    assert noticed[0] == (
        "お知らせ：data/meetings/2022-02-01-minutes.yml: 「令和2年度第2回会議要録」のアドレス "
        "https://city.mihon.example/old/12/minutes3.html は、古い形かもしれません。同じ種類の資料は、2024-04-01 から "
        "https://www.city.mihon.example/shingikai/r0/….pdf の形です。開けるか確かめ、アドレスと「確認日」を直してください。"
    )


def test_two_forms_that_live_side_by_side_are_left_alone(data: Path, shimon: Shimon) -> None:
    _minutes(data, "2022-02-01", "https://city.mihon.example/a/1.html", "2022-04-01")
    _minutes(data, "2023-02-01", "https://city.mihon.example/b/2.pdf", "2023-04-01")
    _minutes(data, "2024-02-01", "https://city.mihon.example/a/3.html", "2024-04-01")
    _minutes(data, "2025-02-01", "https://city.mihon.example/b/4.pdf", "2025-04-01")
    assert _old_forms(shimon) == []


def test_what_is_odd_but_may_be_so_is_noticed_and_published(small_project: Path, shimon: Shimon) -> None:
    record = small_project / "data/consultations/2.yml"
    edit(record, "資料日: 2021-05-20", "資料日: 2021-05-01")
    edit(record, "- {番号: 3, 見出し: 委託先, 相手方: [見本計算株式会社]}", "- {番号: 3, 見出し: 委託先}")
    notices = shimon("notices").out
    assert "data/consultations/2.yml: 資料日（2021-05-01）が諮問日（2021-05-06）より前です。" in notices
    assert "data/consultations/2.yml: 第1の3 には、番号と見出ししか書かれていません。" in notices
