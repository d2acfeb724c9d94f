"""Documents that were written before the importer was looked at: fictional 諮問 in the ward's form, and other forms.

Beside each (`….読み取り.txt`) stands what a person would write down from it.
"""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfWriter

from macros.documents.extractors import pdf
from macros.documents.extractors.opening import open_document
from macros.documents.importing.draft import Draft
from macros.documents.importing.importer import Imported, import_document
from macros.documents.importing.questions import doubts, plain
from macros.loading.archive import Archive, load
from macros.records.text_width import width
from macros.records.vocabulary import Vocabulary
from tests.archives import NINE
from tests.printed_document import printed
from tests.word_documents import saved

UNSEEN = Path(__file__).parent / "documents" / "unseen"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(NINE).vocabulary


def _imported(text: str, folder: Path, vocabulary: Vocabulary) -> Imported:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    imported = import_document(path, vocabulary)
    assert not imported.account.unaccounted
    return imported


def _draft(text: str, folder: Path, vocabulary: Vocabulary) -> Draft:
    return _imported(text, folder, vocabulary).drafts[0]


def _questions(draft: Draft) -> list[str]:
    return [doubt.question for doubt in doubts(draft.values)]


def _read(draft: Draft) -> str:
    """Facts, then a line for each clause: number, heading, items, counts, the clause that it refers to."""
    values = plain(draft.values)
    facts = [
        f"{key}：{_fact(values[key])}"
        for key in ("諮問番号", "諮問日", "資料日", "件名", "副題", "根拠", "業務", "所管")
    ]
    lines = [line for part in values["部"] for line in _part(part)]
    return "\n".join([*facts, *lines]) + "\n"


def _fact(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else value


def _part(part: dict[str, Any]) -> Iterator[str]:
    yield f"第{part['番号']} {part['見出し']}【{part['行為']}】"
    yield from _clauses(part["条項"], f"第{part['番号']}の")


def _clauses(clauses: list[dict[str, Any]], above: str) -> Iterator[str]:
    for clause in clauses:
        number = above + clause["番号"]
        items = [
            f"{flow.get('内容', '')}{_items(flow['項目']) if '項目' in flow else ''}" for flow in clause.get("流れ", [])
        ]
        said = [*items, *_counts(clause.get("件数", {}))]
        see = f" → {clause['準用']}" if "準用" in clause else ""
        yield f"{number} {clause.get('見出し', '')}".rstrip() + "".join(f"\n    {each}" for each in said) + see
        yield from _clauses(clause.get("細目", []), number)


def _items(entries: Any) -> str:
    if isinstance(entries, str):
        return entries
    return " ".join(map(_item, entries))


def _item(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    if "区分" in entry:
        return f"〈{entry['区分']}〉{_items(entry['項目'])}"
    inner = entry.get("内訳") or entry.get("種別") or [entry["注"]]
    return f"{entry['項目']}[{_items(inner)}]"


def _counts(count: Any) -> Iterator[str]:
    if isinstance(count, str):
        yield count
    elif count:
        yield " ".join([count["数"], *(f"{name}={each}" for name, each in count.get("内訳", {}).items())])


@pytest.mark.parametrize("name", ["901.txt", "902.md", "903.txt"])
def test_an_unseen_document_is_read_as_a_person_reads_it(name: str, vocabulary: Vocabulary) -> None:
    imported = import_document(UNSEEN / name, vocabulary)
    assert _read(imported.drafts[0]) == (UNSEEN / f"{name}.読み取り.txt").read_text(encoding="utf-8")
    assert not imported.account.unaccounted


def _wrapped(text: str) -> str:
    """Broken at a margin of 72 columns, as a mail or an old word processor breaks it; no line begins with 「、」."""
    lines = [""]
    for line in text.split("\n"):
        for letter in line:
            if width(lines[-1] + letter) > 72 and letter not in "、。・）)」』ー":
                lines.append("")
            lines[-1] += letter
        lines.append("")
    return "\n".join(lines)


def _without_empty_lines(text: str) -> str:
    return "\n".join(filter(None, text.split("\n")))


def _paged(text: str) -> str:
    """A page number and the number of the 諮問 after every 30 lines, wherever that is."""
    lines = _wrapped(text).split("\n")
    number = next(line for line in lines if line.startswith("諮問第"))
    for place in range(len(lines) - len(lines) % 30, 30, -30):
        lines[place:place] = [f"- {place // 30} -", number] if lines[place - 1] else []
    return "\n".join(lines)


def _in_full_width(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in map(ord, "0123456789(),")})


@pytest.mark.parametrize("layout", [_wrapped, _without_empty_lines, _paged, _in_full_width])
@pytest.mark.parametrize("number", [945, 947, 948, 952])
def test_another_layout_says_the_same(
    number: int, layout: Callable[[str], str], archive: Archive, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    text = printed(next(each for each in archive.consultations if each.number == number))
    as_printed, laid_out = (_draft(each, tmp_path, vocabulary) for each in (text, layout(text)))
    assert _folded(laid_out) == _folded(as_printed)


def _folded(draft: Draft) -> str:
    said = {key: value for key, value in plain(draft.values).items() if key != "付属資料"}
    return "".join(unicodedata.normalize("NFKC", str(said)).split())


def test_a_form_that_is_one_table_gives_its_facts_and_asks_for_the_numbers(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    document = Document()
    for text in ("別記様式第３号", "個人情報の外部委託に関する諮問票", "【令３－１】"):
        document.add_paragraph(text)
    table = document.add_table(0, 2)
    for name, said in (
        ("件名", "予約連絡の自動音声化に伴う外部委託について"), ("諮問年月日", "令和３年７月８日"),
        ("担当課", "見本部見本図書館"), ("事務の名称", "図書館利用事務"), ("根拠規定", "見本市個人情報保護条例第１２条"),
        ("委託の理由", "電話の件数が多いため。"), ("委託する個人情報の項目", "ア　電話番号\nイ　資料名（書名、巻次）"),
        ("件数", "年間　約２４，０００件"), ("委託先", "未定（入札により決定）"),
    ):  # fmt: skip
        row = table.add_row().cells
        row[0].text, row[1].text = name, said
    (tmp_path / "r3-1.docx").write_bytes(saved(document))
    imported = import_document(tmp_path / "r3-1.docx", vocabulary)
    values = plain(imported.drafts[0].values)
    assert [values[key] for key in ("符号", "諮問日", "件名", "根拠", "業務", "所管")] == [
        "令3-1", "2021-07-08", "予約連絡の自動音声化に伴う外部委託について", ["第12条"], ["図書館利用事務"], ["見本部見本図書館"],
    ]  # fmt: skip
    why, items, count, whom = values["部"][0]["条項"]
    assert [clause["見出し"] for clause in (why, items, count, whom)] == [
        "委託の理由", "委託する個人情報の項目", "件数", "委託先",
    ]  # fmt: skip
    assert [_items(each["流れ"][0]["項目"]) for each in items["細目"]] == ["電話番号", "資料名[書名 巻次]"]
    assert (count["件数"]["数"], whom["相手方"]) == ("約24,000件", {"名前": "未定", "記載": "未定（入札により決定）"})
    asked = _questions(imported.drafts[0])
    assert asked.count("番号のない条項です。引くときに使う番号を書いてください（5、(1)、ア など）。") == 4
    assert not imported.account.unaccounted


def test_clauses_in_the_columns_of_a_table_are_clauses(tmp_path: Path, vocabulary: Vocabulary) -> None:
    document = Document()
    document.add_paragraph("諮問第5号")
    table = document.add_table(0, 3)
    for cells in (
        ("1", "回線結合する理由", "通報を受け付けるため。"), ("2", "回線結合の相手方", "見本株式会社"),
        ("3", "諮問の趣旨", "諮問する。"), ("4", "対象となる個人の範囲", "通報する者"),
        ("5", "回線結合する個人情報の項目及び件数", "(1) 個人情報の項目\n氏名、写真（肖像、車両番号等）\n(2) 件数\n約20件"),
    ):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    (tmp_path / "5.docx").write_bytes(saved(document))
    clauses = plain(import_document(tmp_path / "5.docx", vocabulary).drafts[0].values)["部"][0]["条項"]
    items, count = clauses[4]["細目"]
    assert [clause["見出し"] for clause in clauses[:4]] == [
        "回線結合する理由", "回線結合の相手方", "諮問の趣旨", "対象となる個人の範囲",
    ]  # fmt: skip
    assert (items["番号"], _items(items["流れ"][0]["項目"])) == ("(1)", "氏名 写真[肖像 車両番号 等]")
    assert (count["番号"], count["件数"]) == ("(2)", "約20件")


def test_the_running_head_of_a_pdf_is_no_text_and_its_first_time_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [f"見本審議会 資料\n諮問第5号\n住民票コ\n{page}/3" for page in (1, 2, 3)]
    monkeypatch.setattr(pdf, "_pages", lambda _: pages)
    (tmp_path / "a.pdf").write_bytes(b"")
    lines = open_document(tmp_path / "a.pdf")
    assert [(line.text, line.ignored) for line in lines][:5] == [
        ("見本審議会 資料", ""), ("諮問第5号", ""), ("住民票コ", ""), ("1/3", "ページ番号"),
        ("見本審議会 資料", "ページの見出し"),
    ]  # fmt: skip
    assert [line.ignored for line in lines if line.text == "諮問第5号"] == ["", "", ""]


def test_a_pdf_that_is_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("", "見本", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(pdf.Unreadable, match="画像だけです"):
        open_document(tmp_path / "a.pdf")


def test_a_cover_sheet_may_begin_with_the_date_and_the_author(tmp_path: Path, vocabulary: Vocabulary) -> None:
    cover = (
        "令和3年7月8日\n諮問第5号\n見本市長　見 本 花 子\n\n見本市個人情報保護審議会会 長　見 本 太 郎　様\n\n"
        "見本市個人情報保護条例第12条の規定に基づき、諮問します。\n\n資料1\n「図書館業務」における外部委託につ\nいて（諮問）\n"
    )
    values = plain(_draft(cover, tmp_path, vocabulary).values)
    assert values["諮問日"] == "2021-07-08"
    assert values["宛先"] == {"機関": "見本市個人情報保護審議会", "職": "会長", "氏名": "見本太郎"}
    assert values["諮問者"] == {"職": "見本市長", "氏名": "見本花子"}
    assert values["件名"] == "「図書館業務」における外部委託について"


_FORM = "諮問第5号\n\n第1 外部委託に伴う個人情報の保護措置について\n\n1 委託で取り扱う個人情報の項目及び件数\n\n(1) 個人情報の項目\n\n"


@pytest.mark.parametrize(
    "listed",
    [
        "① 区から委託先へ提供するもの\n・氏名\n・住所\n② 委託先が本人から収集するもの\n電話番号",
        "区から委託先へ提供するもの：氏名、住所\n委託先が本人から収集するもの　電話番号",
        "・区から委託先へ提供するもの\n氏名及び住所\n・委託先が本人から収集するもの\n電話番号",
    ],
)
def test_who_gives_what_to_whom_is_read_however_it_is_set(listed: str, tmp_path: Path, vocabulary: Vocabulary) -> None:
    clause = plain(_draft(_FORM + listed, tmp_path, vocabulary).values)["部"][0]["条項"][0]["細目"][0]
    flows = [flow for each in (clause, *clause.get("細目", [])) for flow in each.get("流れ", [])]
    assert [(flow["から"], flow["へ"], flow["項目"]) for flow in flows] == [
        ("区", "委託先", ["氏名", "住所"]), ("本人", "委託先", ["電話番号"]),
    ]  # fmt: skip


def test_what_an_unknown_heading_was_read_as_is_asked_about_once(tmp_path: Path, vocabulary: Vocabulary) -> None:
    text = "諮問第5号\n\n「甲業務」における個人情報の外部提供について\n\n1 諮問の趣旨\n\n諮問する。\n\n2 提供の相手方：見本団体\n"
    questions = _questions(_draft(text, tmp_path, vocabulary))
    assert "「相手方」とあるので「相手方」に書きました。確かめてください。" in questions
    assert sum("様式が data/vocabulary/forms.yml にありません" in question for question in questions) == 1
    assert not any("様式にない見出し" in question for question in questions)


def test_sections_above_the_first_part_are_left_to_a_person(tmp_path: Path, vocabulary: Vocabulary) -> None:
    draft = _draft(
        "諮問第5号\n1 主旨\n下記のとおり\n第1 回線結合について\n1 回線結合する理由\nため。", tmp_path, vocabulary
    )
    assert [prose.where for prose in draft.prose] == ["第1の1", "どの欄にも当てはまらない行"]


def test_what_is_attached_is_no_part_of_the_last_clause(tmp_path: Path, vocabulary: Vocabulary) -> None:
    text = "諮問第5号\n\n1 回線結合する理由\n\nため。\n\n2 回線結合の相手方\n\n未定\n\n別紙1\n\n接続の図\n"
    values = plain(_draft(text, tmp_path, vocabulary).values)
    assert values["付属資料"] == [{"名前": "別紙1"}]
    assert values["部"][0]["条項"][1] == {"番号": "2", "見出し": "回線結合の相手方", "相手方": "未定"}
