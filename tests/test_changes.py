"""What changed between two versions of a record, in words."""

from typing import Any

import pytest
import yaml

from macros.derived.changes import entry_changes, record_changes
from macros.derived.changes.wording import reworded
from macros.records.consultation import Consultation
from macros.records.record import Record
from macros.records.schedule import Schedule
from macros.records.vocabulary import Item, Synonym
from tests.archives import MIHON

RECORD = (MIHON / "consultations/2.yml").read_text(encoding="utf-8")
PART_2 = RECORD[RECORD.index("  - 番号: 2\n    見出し: 回線結合") :]


def _changes(model: type[Record], before: str, edits: dict[str, str]) -> list[str]:
    after = before
    for old, new in edits.items():
        assert old in after
        after = after.replace(old, new)
    records = (model.model_validate(yaml.load(text, Loader=yaml.BaseLoader)) for text in (before, after))  # noqa: S506 — texts only
    return [str(change) for change in record_changes(*records)]


@pytest.mark.parametrize(
    ("edits", "changes"),
    [
        pytest.param({"[第9条]": "第9条"}, [], id="the same record written otherwise changes nothing"),
        pytest.param(
            {"約3万件": "約4万件"},
            ["第1の2(2)　件数：約3万件 → 約4万件"],
            id="a count is shown before and after under its clause",
        ),
        pytest.param(
            {"約8,500件": "約8,600件"},
            ["第1の2(2)　件数の内訳「分館」：約8,500件 → 約8,600件"],
            id="a row of a breakdown is named",
        ),
        pytest.param(
            {"- {項目: 利用者": "- 住所\n                  - {項目: 利用者", "[電話番号, 等]": "[メールアドレス, 等]"},
            [
                "第1の2(1)　流れ「委託先が本人から収集するもの」の項目："
                "「住所」「メールアドレス（利用者に関する情報）」を加えました",
                "第1の2(1)　流れ「委託先が本人から収集するもの」の項目：「電話番号（利用者に関する情報）」を除きました",
            ],
            id="items that come and go are named",
        ),
        pytest.param(
            {"の運用を外部に": "の運用と保守を、あらたに公募して選んだ外部の事業者に"},
            [
                "概要の要旨の文を改めました：「貸出予約サイトの運用を外部に委託します。」→"
                "「貸出予約サイトの運用と保守を、あらたに公募して選んだ外部の事業者に委託します。」"
            ],
            id="reworded prose shows only what differs",
        ),
        pytest.param(
            {PART_2: f"{PART_2}      - {{番号: 3, 見出し: 経過, 細目: [{{番号: (1), 記載: 別紙による}}]}}\n"},
            ["第2の3　条項を加えました：経過"],
            id="a clause added is named once with all below it",
        ),
        pytest.param(
            {"{番号: 4, 見出し: 開始": "{番号: 5, 見出し: 開始"},
            ["第1の5　第1の4 から番号が変わりました（内容は同じです）"],
            id="a clause that only changed its number has moved",
        ),
        pytest.param(
            {PART_2: ""}, ["第2　部を除きました：回線結合"], id="a part that is gone is named without its clauses"
        ),
        pytest.param(
            {
                "2021-05-06": "2021-05-07",
                "見本太郎": "見本次郎",
                "[図書館業務]": "[図書館業務, 広報業務]",
                "副題: 貸出予約サイトの運用\n": "",
                "[見本計算株式会社]": "未定",
            },
            [
                "諮問日：令和3年5月6日（2021年5月6日） → 令和3年5月7日（2021年5月7日）",
                "副題を除きました：貸出予約サイトの運用",
                "宛先の氏名：見本太郎 → 見本次郎",
                "業務に「広報業務」を加えました",
                "第1の3　相手方に「未定」を加えました",
                "第1の3　相手方から「見本計算株式会社」を除きました",
            ],
            id="the head of a record comes first",
        ),
        pytest.param(
            {"概要:\n": "訂正: [{箇所: 諮問者, 原文: 見木, 訂正: 見本, 理由: 誤読のため}]\n概要:\n"},
            ["訂正に「諮問者：見木→見本」を加えました"],
            id="a correction is named by its place",
        ),
    ],
)
def test_a_change_is_told_in_words(edits: dict[str, str], changes: list[str]) -> None:
    assert _changes(Consultation, RECORD, edits) == changes


def test_a_date_that_moved_is_named_by_its_step() -> None:
    schedule = (MIHON / "schedules/revision.yml").read_text(encoding="utf-8")
    (change,) = _changes(Schedule, schedule, {"予定: 2021-07": "予定: 2022-12"})
    assert "予定：" in change
    assert "→ 令和4年12月（2022年12月）" in change


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
