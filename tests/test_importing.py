"""What import reads from a document, idea by idea, and that it drops no line of it."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.documents.extractors.line import Line, clean
from macros.documents.importing.clause_numbers import read_label
from macros.documents.importing.counts import volume
from macros.documents.importing.dates import period
from macros.documents.importing.draft import Draft
from macros.documents.importing.draft_file import draft_text, report_text
from macros.documents.importing.importer import import_document
from macros.documents.importing.items import Itemizing
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful, doubts, plain
from macros.documents.importing.references import precedents, see
from macros.loading.archive import Archive, load
from macros.loading.problems import ProblemsFound
from macros.loading.yaml_format import canonical
from macros.loading.yaml_reader import read
from macros.records.clause import Clause
from macros.records.consultation import Consultation
from macros.records.items import ItemGroup, ItemList
from macros.records.vocabulary import Vocabulary
from macros.records.volume import Volume
from tests.archives import MIHON, NINE
from tests.printed_document import printed
from tests.proofs import examples

DOCUMENTS = Path(__file__).parent / "documents"
LINE = (Line(12, ""),)


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text, LINE)


def _entries(text: str, archive: Archive) -> tuple[Any, list[str]]:
    found = Itemizing(_paragraph(text), archive.vocabulary.of("items")).entries()
    return plain(found), [doubt.question for doubt in doubts(found)]


def _imported(text: str, folder: Path, vocabulary: Path = NINE) -> Draft:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return import_document(path, load(vocabulary).vocabulary).drafts[0]


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("⾒本市⻑", "見本市長"),
        ("⺠⽣委員の⻘⾊申告", "民生委員の青色申告"),
        ("⼾籍とﾒｰﾙｱﾄﾞﾚｽ", "戸籍とメールアドレス"),
        ("諮問第 9 5 2 号", "諮問第952号"),
        ("第 1 の 5 ( 2 ) のとおり", "第1の5(2) のとおり"),
        ("第２　回線結合について", "第２ 回線結合について"),
        ("各課は L G W A N で", "各課は LGWAN で"),
        ("特別区⺠税‧都⺠税", "特別区民税・都民税"),
        ("\u3000字下げ\u00a0", "字下げ"),
    ],
)
def test_what_pdf_files_and_scans_make_of_text_is_mended(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@pytest.mark.parametrize(
    ("line", "printed_as", "rest"),
    [
        ("第1 外部委託について", "1", "外部委託について"),
        ("１．対象者", "1", "対象者"),
        ("13 委託先（参考）", "13", "委託先（参考）"),
        ("（２）件数", "(2)", "件数"),
        ("ア　結合の理由", "ア", "結合の理由"),
        ("(ア) 市の場合", "(ア)", "市の場合"),
        ("③ 記録", "③", "記録"),
    ],
)
def test_a_printed_number_is_told_from_its_heading(line: str, printed_as: str, rest: str) -> None:
    label = read_label(clean(line))
    assert label is not None
    assert (label.printed, label.rest) == (printed_as, rest)


@pytest.mark.parametrize(
    "line", ["2月 審議会（諮問）", "50人程度", "( ) 常勤職員", "第1の4のとおり", "9科目合計で、年間約2万件", "ド 認証"]
)
def test_a_counted_thing_is_no_number_of_a_clause(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("氏名、住所、生年月日", ["氏名", "住所", "生年月日"]),
        ("心身の状況(既往歴、要介護度等)", [{"項目": "心身の状況", "内訳": ["既往歴", "要介護度", "等"]}]),
        ("メールアドレス（任意）", [{"項目": "メールアドレス", "注": "任意"}]),
        ("掛金額（退職等年金、短期、介護）", [{"項目": "掛金額", "種別": ["退職等年金", "短期", "介護"]}]),
        ("医師の情報(氏名・医療機関名等)", [{"項目": "医師の情報", "内訳": ["氏名", "医療機関名", "等"]}]),
        (
            "行動障害に関連する項目（被害的・拒否的、作話）",
            [{"項目": "行動障害に関連する項目", "内訳": ["被害的・拒否的", "作話"]}],
        ),
        ("期末手当等、氏名", ["期末手当等", "氏名"]),
        ("氏名及び住所", ["氏名", "住所"]),
        (
            "認定調査に係る情報（移動や動作に関する項目（寝返り、起き上がり）、特記事項）、肖像",
            [
                {
                    "項目": "認定調査に係る情報",
                    "内訳": [{"項目": "移動や動作に関する項目", "内訳": ["寝返り", "起き上がり"]}, "特記事項"],
                },
                "肖像",
            ],
        ),
    ],
)
def test_an_item_list_is_split_where_the_vocabulary_leaves_no_doubt(text: str, entries: Any, archive: Archive) -> None:
    assert _entries(text, archive) == (entries, [])


@pytest.mark.parametrize(
    ("text", "entries", "question"),
    [
        ("氏明、住所", ["氏明", "住所"], "「氏明」は個人情報の項目の語彙にありません。「氏名」ではありませんか。"),
        (
            "心身の状況(既往歴等) 出産日",
            [{"項目": "心身の状況", "内訳": ["既往歴", "等"]}, "出産日"],
            "「）」のあとに「、」がありません。あるものとして分けました（要るなら「訂正」に書きます）。",
        ),
        (
            "認定調査に係る情報（移動や動作に関する項目（寝返り、起き上がり）、肖像",
            [
                {
                    "項目": "認定調査に係る情報",
                    "内訳": [{"項目": "移動や動作に関する項目", "内訳": ["寝返り", "起き上がり"]}],
                },
                "肖像",
            ],
            "かっこが閉じていません。最後の（ ）のあとで閉じるものとして分けました。",
        ),
        (
            "心身の状況(既往歴等)・生活状況・健康状況",
            [{"項目": "心身の状況", "内訳": ["既往歴", "等"]}, "生活状況", "健康状況"],
            "「生活状況・健康状況」を「・」で分けました。1つの項目なら戻してください。",
        ),
        (
            "氏名（漢字・フリガナ）",
            [{"項目": "氏名", "種別": ["漢字・フリガナ"]}],
            "「漢字・フリガナ」を1つとしました。「・」で分かれるなら分けてください。",
        ),
    ],
)
def test_a_doubtful_list_is_split_and_asked_about(text: str, entries: Any, question: str, archive: Archive) -> None:
    assert _entries(text, archive) == (entries, [question])


def test_parentheses_without_end_are_left_as_they_are(archive: Archive) -> None:
    text = "甲（乙、" * 500 + "丙" + "）" * 500
    assert _entries(text, archive) == ([text], ["かっこが深く重なっているので、分けませんでした。"])


def test_words_on_both_sides_of_a_dot_that_nobody_knows_are_asked_about(archive: Archive) -> None:
    entries, questions = _entries("基本情報（甲乙・丙丁）", archive)
    assert entries == [{"項目": "基本情報", "内訳": ["甲乙・丙丁"]}]
    assert questions == ["「甲乙・丙丁」を1つの項目としました。「・」で分かれるなら分けてください。"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["約400件"], "約400件"),
        (["年間2件程度"], {"記載": "年間2件程度", "数": "2件程度", "期間": "年間"}),
        (["約３００件"], "約３００件"),
        (["約１万２千件"], "約１万２千件"),
        (["申込者　約20件"], {"記載": "申込者 約20件", "数": "約20件", "対象": "申込者"}),
        (
            ["約50件（本館 約30件、分館 約20件）"],
            {
                "記載": "約50件（本館約30件、分館約20件）",
                "数": "約50件",
                "内訳": {"本館": "約30件", "分館": "約20件"},
                "内訳の合計": "50件",
            },
        ),
        (
            ["対象となる事業所 70件程度(年間)"],
            {"記載": "対象となる事業所 70件程度(年間)", "数": "70件程度", "期間": "年間", "対象": "対象となる事業所"},
        ),
        (
            ["9科目合計で、年間約2万件程度を想定", "保育料\t約12,000件", "学校給食費 約 8,000 件"],
            {
                "記載": "9科目合計で、年間約2万件程度を想定",
                "数": "約2万件程度",
                "期間": "年間",
                "内訳": {"保育料": "約12,000件", "学校給食費": "約8,000件"},
                "内訳の合計": "20,000件",
            },
        ),
        (
            ["約300件", "（内訳）利用者数（１００人）×（貸出【２回分】＋返却【１回分】）"],
            {"数": "約300件", "算式": "利用者数（１００人）×（貸出【２回分】＋返却【１回分】）", "式": "100×(2+1)"},
        ),
    ],
)
def test_a_count_keeps_its_words_and_gives_its_numbers(lines: list[str], count: Any) -> None:
    found, rest = volume([_paragraph(clean(line)) for line in lines], "件数")
    assert (found, rest) == (count, [])
    Volume.model_validate(plain(found))


def test_a_formula_that_does_not_give_the_count_is_asked_about() -> None:
    found, _ = volume([_paragraph("約500件"), _paragraph("（内訳）利用者（100人）×貸出【2回分】")], "件数")
    assert "式" not in found
    assert [doubt.question for doubt in doubts(found)] == [
        "算式の数（100×2）が件数と合いません。読み取りを確かめてください。"
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("令和4年4月から継続して行う。", {"開始": "2022-04", "継続": "はい"}),
        ("令和４年１０月１日から令和７年９月３０日まで", {"開始": "2022-10-01", "終了": "2025-09-30"}),
        (
            "令和4年5月下旬から6月上旬まで(令和5年度以降も継続して行う。)",
            {"開始": "2022-05 下旬", "終了": "2022-06 上旬", "継続": "はい"},
        ),
        ("平成元年5月から", {"開始": "1989-05"}),
        ("令和4年9月1日から（長期継続契約）", {"開始": "2022-09-01"}),
    ],
)
def test_a_period_gives_its_dates(text: str, values: dict[str, str]) -> None:
    assert period([_paragraph(text)]) == {"記載": text, **values}


def test_other_clauses_and_earlier_consultations_are_recognised() -> None:
    assert see("第 1 の 5 ( 2 ) のとおり") == "第1の5(2)のとおり"
    assert see("第1の4のうち、区の事務用パソコンを使用する者") == "第1の4のうち、区の事務用パソコンを使用する者"
    assert see("文書による") is None
    assert precedents("審議会(諮問第210号、221号及び229号)の承認を得て", 947) == [
        {"番号": "210"}, {"番号": "221"}, {"番号": "229"},
    ]  # fmt: skip
    assert precedents("承認された令和2年度第3回情報公開・個人情報保護審議会諮問第884号の条件", 946) == [
        {"番号": "884", "会議": "令和2年度第3回情報公開・個人情報保護審議会"}
    ]


@pytest.mark.parametrize("number", range(944, 953))
def test_every_record_of_the_archive_comes_back_from_its_own_print(
    number: int, archive: Archive, tmp_path: Path
) -> None:
    record = next(each for each in archive.consultations if each.number == number)
    values = plain(_imported(printed(record), tmp_path).values)
    read_back = Consultation.model_validate({"業務": list(record.operations), **values})
    assert _skeleton(read_back) == _skeleton(record)
    assert read_back.acts == record.acts
    assert (read_back.title, read_back.subtitle) == (record.title, record.subtitle)
    assert (read_back.consulted_on, read_back.legal_basis, read_back.divisions) == (
        record.consulted_on, record.legal_basis, record.divisions,
    )  # fmt: skip


def _skeleton(record: Consultation) -> list[Any]:
    """Numbers, headings, references and nested items; condensed sentences stay out."""
    return [
        (str(each.number), each.clause.heading, each.clause.see, _flows(each.clause))
        for each in record.numbered_clauses
    ]


def _flows(clause: Clause) -> list[Any]:
    """Those with a list of items; a flow that prose tells of is a person's to record."""
    return [_names(flow.items) for flow in clause.flows if flow.content is None]


def _names(listed: ItemList | None) -> list[Any]:
    if listed is None:
        return []
    return [
        (entry.label, _names(entry.items))
        if isinstance(entry, ItemGroup)
        else (entry.name, entry.kinds, entry.note, _names(entry.parts))
        for entry in listed.entries
    ]


def test_another_councils_form_is_read_by_its_own_vocabulary() -> None:
    imported = import_document(DOCUMENTS / "mihon-3-4.txt", load(MIHON).vocabulary)
    assert {f"{draft.name}.yml": draft_text(draft) for draft in imported.drafts} == {
        name: (DOCUMENTS / "drafts" / name).read_text(encoding="utf-8") for name in ("4.yml", "3.yml")
    }


def test_the_report_says_what_became_of_every_line() -> None:
    imported = import_document(DOCUMENTS / "mihon-3-4.txt", load(MIHON).vocabulary)
    report = report_text(imported.account)
    assert report == (DOCUMENTS / "drafts" / "mihon-3-4.txt.行き先.txt").read_text(encoding="utf-8")
    assert not imported.account.unaccounted


def test_a_heading_that_no_form_has_is_kept_and_asked_about(tmp_path: Path) -> None:
    draft = _imported("諮問第5号\n\n1 回線結合する理由\n\n2 担当者の感想\n\n特になし\n", tmp_path)
    asked = [doubt for doubt in doubts(draft.values) if "様式にない見出し" in doubt.question]
    assert [(doubt.value, doubt.lines[0].number) for doubt in asked] == [("担当者の感想", 5)]


def test_a_missing_number_is_asked_about(tmp_path: Path) -> None:
    draft = _imported("諮問第5号\n\n1 回線結合する理由\n\n4 対象となる個人の範囲\n\n区民\n", tmp_path)
    assert "この前の番号が見あたりません。抜けがないか確かめてください。" in _questions(draft)


def _questions(draft: Draft) -> list[str]:
    return [doubt.question for doubt in doubts(draft.values)]


def test_names_that_belong_in_a_field_of_their_own_are_remembered(tmp_path: Path) -> None:
    draft = _imported("諮問第5号\n\n1 保護管理体制\n\n区の手順書を遵守する。\n認証を受けている。\n", tmp_path)
    assert "名前は「規程」にも書きます。名前は「認証」にも書きます。" in draft_text(draft)


def test_what_must_not_be_public_is_not_repeated_in_a_draft(tmp_path: Path) -> None:
    draft = _imported("諮問第5号\n\n1 回線結合する理由\n\n2 結合 a@example.jp\n\nなし\n", tmp_path)
    assert "要確認（原文5行目）" in draft_text(draft)
    assert "a@example.jp" not in "".join(line for line in draft_text(draft).splitlines() if "#" in line)


def test_a_draft_in_the_data_folder_is_wrong_only_where_it_asks(tmp_path: Path) -> None:
    data = Path(shutil.copytree(MIHON, tmp_path / "data"))
    imported = import_document(DOCUMENTS / "mihon-3-4.txt", load(data).vocabulary)
    for draft in imported.drafts:
        (data / "consultations" / f"{draft.name}.yml").write_text(draft_text(draft), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load(data)
    left = [problem for problem in found.value.problems if "要確認" not in problem.sentence]
    assert left
    assert [problem.sentence for problem in left if "語彙にありません" not in problem.sentence] == []


_WORDS = st.sampled_from(
    ["諮問第7号", "第1 回線結合について", "1 回線結合する理由", "2 件数", "(1) 個人情報の項目", "・氏名", "（", "）等、",
     "令和3年12月17日", "記", "約20件", "第1の1のとおり", "ア 甲", "①", "会長 見本 様", "について", "【甲】乙", "甲：", "- 3 -",
     "規定に基づき", "《事業の概要》", "5 回線結合する個人情報の項目及び件数", "# 甲", "甲\t2件", "×（", "9 回線結合の開始時期及び期間",
     "ド 甲", "1\t甲\t(1) 乙 (2) 丙", "別紙1", "件名：甲", "約99999999999999件", "約1件（甲 約2件、乙 3件）", "・（・）・", "氏名並びに甲",
     "甲\ue000\u2060\U000f0000乙", "窓口C#業務", "[x:y]", '甲"乙 #丙', "甲 #乙", "- 甲", "{甲: 乙", "&甲", "*甲", "!甲", "'甲", "|", "%甲"]
)  # fmt: skip


@settings(max_examples=examples(60, of=300))
@given(st.lists(st.one_of(_WORDS, st.text(max_size=20), st.just("")), max_size=25))
def test_whatever_a_document_says_no_line_is_dropped_and_the_draft_is_sound_yaml(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.txt"
    path.write_bytes("\n".join(["諮問第7号", *lines]).replace("\0", "").encode("utf-8", "ignore"))
    imported = import_document(path, _vocabulary())
    assert not imported.account.unaccounted
    assert all(
        f"    {line.number}: {line.text}" in report_text(imported.account)
        for line in imported.account.lines
        if line.text
    )
    for draft in imported.drafts:
        written = folder / "draft.yml"
        written.write_text(draft_text(draft), encoding="utf-8")
        document, problems = read(written)
        assert problems == []
        assert canonical(draft_text(draft), "consultation") == draft_text(draft)
        assert document.values == yaml.load(draft_text(draft), Loader=yaml.BaseLoader)  # noqa: S506 — texts only
        assert _without_empty(document.values) == _without_empty(plain(draft.values))


def _without_empty(value: Any) -> Any:
    """`value` without what is nothing, or a question where nothing stands."""
    match value:
        case str() if value.startswith("要確認（原文"):
            return None
        case dict():
            return {
                key: kept for key, inner in value.items() if (kept := _without_empty(inner)) not in (None, {}, [], "")
            }
        case list():
            return [kept for inner in value if (kept := _without_empty(inner)) not in (None, {}, [], "")]
    return value


@cache
def _vocabulary() -> Vocabulary:
    return load(NINE).vocabulary


def test_a_doubt_without_a_value_stands_where_the_value_will() -> None:
    draft = Draft("5", {"諮問番号": "5", "件名": Doubtful(None, LINE, "件名が見あたりません。")}, ())
    assert draft_text(draft).splitlines()[-2:] == ["諮問番号: 5", "件名: 要確認（原文12行目）：件名が見あたりません。"]
