"""`shimon fix` changes how files look, never what they say, and proposes words without deciding them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands.fix import add_words, fix_layouts
from macros.commands.fix_words import latin, reading
from macros.documents.importing import draft_file
from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from macros.loading.yaml_format import Layout, canonical, write
from macros.loading.yaml_reader import read
from tests.archives import NINE, Shimon, edit, new_project, values


def test_the_real_archive_is_in_its_one_layout(tmp_path: Path) -> None:
    assert fix_layouts(new_project(tmp_path / "project", NINE) / "data").changed == ()


_UNTIDY = """\
# この記録について

諮問番号:   1
業務:
    - 図書館業務
# 根拠は表紙から
根拠: ['第9条']
件名: "「図書館業務」における
  回線結合について"
# 終わりの注
諮問日: 2020-04-01
宛先: { 機関: 見本市個人情報保護審議会 }
諮問者:
  職: 見本市長
部:
  # この部の注
- 行為: 回線結合
本文: 未収録
# ここまで
"""
_TIDY = """\
# この記録について

諮問番号: 1
# 終わりの注
諮問日: 2020-04-01
件名: 「図書館業務」における 回線結合について
宛先: {機関: 見本市個人情報保護審議会}
諮問者:
  職: 見本市長
本文: 未収録
# 根拠は表紙から
根拠: [第9条]
業務: [図書館業務]
部:
  # この部の注
  - 行為: 回線結合
# ここまで
"""


def test_keys_come_in_order_and_each_comment_goes_with_its_line() -> None:
    assert canonical(_UNTIDY, "consultation") == _TIDY
    assert canonical(_TIDY, "consultation") == _TIDY


def test_an_empty_list_stays_one() -> None:
    empty = "# はじめの1件を加えるときに、下の [] を消してください。\n[]\n"
    assert canonical(empty, "vocabulary/items") == empty


def test_line_ends_and_byte_order_marks_of_other_programs_go(data: Path) -> None:
    record = data / "consultations/1.yml"
    tidy = record.read_bytes()
    record.write_bytes(b"\xef\xbb\xbf" + tidy.replace(b"\n", b"\r\n"))
    assert record in fix_layouts(data).changed
    assert record.read_bytes() == tidy


def test_a_file_with_problems_is_left_alone(data: Path, shimon: Shimon) -> None:
    record = data / "consultations/1.yml"
    record.write_text(_UNTIDY.replace("図書館業務\n", "図書館行務\n"), encoding="utf-8")
    before = record.read_bytes()
    assert "問題があるので、そのままにしました" in shimon("fix", code=1).out
    assert record.read_bytes() == before


_texts = st.text(min_size=1)
_values = st.recursive(
    _texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_texts, _values, min_size=1, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, record: dict[str, object]) -> None:
    path = tmp_path_factory.mktemp("written") / "1.yml"
    path.write_text(write(record, "consultation", Layout()), encoding="utf-8", newline="\n")
    assert values(path) == record


def test_a_new_word_is_proposed_and_waits_for_a_person(data: Path) -> None:
    record = data / "consultations/2.yml"
    edit(record, "- 氏名", "- 口座番号")
    assert add_words(data) == [f"{data.as_posix()}/vocabulary/items.yml: 口座番号"]
    added = values(data / "vocabulary/items.yml")[-1]
    assert added == {"名前": "口座番号", "id": "kouza-bangou", "読み": "こうざばんごう", "分類": "要確認"}
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert all("要確認" in problem.sentence for problem in found.value.problems)
    assert add_words(data) == []


def test_the_first_word_takes_the_place_of_the_empty_list(data: Path) -> None:
    words = data / "vocabulary/divisions.yml"
    words.write_text("# 所管課\n[]\n", encoding="utf-8")
    add_words(data)
    assert [entry["名前"] for entry in values(words)] == ["教育部図書館課"]


def test_a_slip_is_proposed_as_a_slip(data: Path) -> None:
    record = data / "consultations/2.yml"
    edit(record, "- 氏名", "- 氏明")
    add_words(data)
    assert "「氏名」の書きまちがいなら、この語は消します。" in read(data / "vocabulary/items.yml")[0].text


@pytest.mark.parametrize(
    ("word", "kana", "letters"),
    [
        ("診療情報", "しんりょうじょうほう", "shinryou-jouhou"),
        ("発注者", "はっちゅうしゃ", "hacchuu-sha"),
        ("Webサービス", "うぇぶさーびす", "web-sabisu"),
        ("保育認定・調整課（旧）", "ほいくにんていちょうせいかきゅう", "hoiku-nintei-chousei-ka-kyuu"),
    ],
)
def test_readings_and_ids_are_proposed(word: str, kana: str, letters: str) -> None:
    assert (reading(word), latin(word)) == (kana, letters)


def test_an_imported_draft_loses_its_explanations_too(data: Path) -> None:
    record = data / "consultations/1.yml"
    finished = record.read_text(encoding="utf-8")
    record.write_text("\n".join([*sorted(draft_file.GUIDANCE), "", finished]), encoding="utf-8")
    fix_layouts(data)
    assert record.read_text(encoding="utf-8") == finished
