"""What changed between two versions of a record, in words."""

from collections.abc import Callable
from typing import Any

import pytest

from macros.derived.changes import entry_changes, record_changes
from macros.derived.changes.wording import reworded
from macros.records.consultation import Consultation
from macros.records.record import Record
from macros.records.schedule import Schedule
from macros.records.vocabulary import Item, Synonym
from tests.archives import MIHON, values

Edit = Callable[[Any], Any]


def _changes(path: str, model: type[Record], edit: Edit) -> list[str]:
    before, after = values(MIHON / path), values(MIHON / path)
    edit(after)
    return [str(change) for change in record_changes(model.model_validate(before), model.model_validate(after))]


def _consultation(edit: Edit) -> list[str]:
    return _changes("consultations/2.yml", Consultation, edit)


def _schedule(edit: Edit) -> list[str]:
    return _changes("schedules/revision.yml", Schedule, edit)


def _clause(record: Any, *places: int) -> Any:
    part, first, *below = places
    clause = record["部"][part]["条項"][first]
    for place in below:
        clause = clause["細目"][place]
    return clause


def test_the_same_record_written_otherwise_changes_nothing() -> None:
    assert _consultation(lambda record: record.update(根拠="第9条")) == []


def test_a_count_is_shown_before_and_after_under_its_clause() -> None:
    def edit(record: Any) -> None:
        _clause(record, 0, 1, 1)["件数"].update(数="約4万件")

    assert _consultation(edit) == ["第1の2(2)　件数：約3万件 → 約4万件"]


def test_a_row_of_a_breakdown_is_named() -> None:
    def edit(record: Any) -> None:
        _clause(record, 0, 1, 1)["件数"]["内訳"].update(分館="約8,600件")

    assert _consultation(edit) == ["第1の2(2)　件数の内訳「分館」：約8,500件 → 約8,600件"]


def test_items_that_come_and_go_are_named() -> None:
    def edit(record: Any) -> None:
        _clause(record, 0, 1, 0)["流れ"][1]["項目"] = [
            "氏名",
            "住所",
            {"項目": "利用者に関する情報", "内訳": ["メールアドレス", "等"]},
        ]

    assert _consultation(edit) == [
        "第1の2(1)　流れ「委託先が本人から収集するもの」の項目：「住所」「メールアドレス（利用者に関する情報）」を加えました",
        "第1の2(1)　流れ「委託先が本人から収集するもの」の項目：「電話番号（利用者に関する情報）」を除きました",
    ]


def test_reworded_prose_shows_only_what_differs() -> None:
    def edit(record: Any) -> None:
        record["概要"]["要旨"] = "貸出予約サイトの運用と保守を、あらたに公募して選んだ外部の事業者に委託します。"

    assert _consultation(edit) == [
        "概要の要旨の文を改めました：「貸出予約サイトの運用を外部に委託します。」→"
        "「貸出予約サイトの運用と保守を、あらたに公募して選んだ外部の事業者に委託します。」"
    ]


def test_what_is_shown_of_a_long_text_begins_and_ends_with_whole_words() -> None:
    old, new = (
        f"貸出の記録は図書館ネットワークサービスの事業者に{way}のうえで保存期間が終わるまで預けます。"
        for way in ("委託", "通知")
    )
    assert (
        reworded(old, new)
        == "「…ネットワークサービスの事業者に委託のうえで保存期間…」→「…ネットワークサービスの事業者に通知のうえで保存期間…」"
    )


def test_a_long_text_without_words_is_cut_all_the_same() -> None:
    assert reworded("ん" * 200, "を" * 200) == f"「{'ん' * 30}…{'ん' * 30}」→「{'を' * 30}…{'を' * 30}」"


def test_a_clause_added_is_named_once_with_all_below_it() -> None:
    def edit(record: Any) -> None:
        record["部"][1]["条項"].append({"番号": "3", "見出し": "経過", "細目": [{"番号": "(1)", "記載": "別紙による"}]})

    assert _consultation(edit) == ["第2の3　条項を加えました：経過"]


def test_a_clause_that_only_changed_its_number_has_moved() -> None:
    def edit(record: Any) -> None:
        _clause(record, 0, 3)["番号"] = "5"

    assert _consultation(edit) == ["第1の5　第1の4 から番号が変わりました（内容は同じです）"]


def test_a_part_that_is_gone_is_named_without_its_clauses() -> None:
    assert _consultation(lambda record: record["部"].pop()) == ["第2　部を除きました：回線結合"]


def test_the_head_of_a_record_comes_first() -> None:
    def edit(record: Any) -> None:
        record["諮問日"] = "2021-05-07"
        record["宛先"]["氏名"] = "見本次郎"
        record["業務"] = ["図書館業務", "広報業務"]
        del record["副題"]
        _clause(record, 0, 2)["相手方"] = "未定"

    assert _consultation(edit) == [
        "諮問日：令和3年5月6日（2021年5月6日） → 令和3年5月7日（2021年5月7日）",
        "副題を除きました：貸出予約サイトの運用",
        "宛先の氏名：見本太郎 → 見本次郎",
        "業務に「広報業務」を加えました",
        "第1の3　相手方に「未定」を加えました",
        "第1の3　相手方から「見本計算株式会社」を除きました",
    ]


def test_a_correction_is_named_by_its_place() -> None:
    def edit(record: Any) -> None:
        record["訂正"] = [{"箇所": "諮問者", "原文": "見木", "訂正": "見本", "理由": "誤読のため"}]

    assert _consultation(edit) == ["訂正に「諮問者：見木→見本」を加えました"]


def test_a_date_that_moved_is_named_by_its_step() -> None:
    def edit(record: Any) -> None:
        record["日程"][0]["予定"] = "2022-12"

    (change,) = _schedule(edit)
    assert "予定：" in change
    assert "→ 令和4年12月（2022年12月）" in change


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"名前": "電話"}, "「電話」　名前を改めました：「電話番号」→「電話」"),
        ({"読み": "でんわ"}, "「電話番号」　読み：でんわばんごう → でんわ"),
        ({"別名": ["TEL"]}, "「電話番号」　別名に「TEL」を加えました"),
    ],
)
def test_a_word_is_known_by_its_id(edit: dict[str, Any], said: str) -> None:
    entry = {"名前": "電話番号", "id": "phone", "読み": "でんわばんごう", "分類": "連絡先"}
    changes = entry_changes([Item.model_validate(entry)], [Item.model_validate(entry | edit)])
    assert [str(change) for change in changes] == [said]


def test_words_that_come_and_go_are_named() -> None:
    one, other = Synonym(言葉=["印鑑"], 意味=["押印"]), Synonym(言葉=["はんこ"], 意味=["押印"])
    assert [str(change) for change in entry_changes([one], [other])] == [
        "「はんこ」　加えました",
        "「印鑑」　除きました",
    ]
