"""Word and PDF documents say what the same text says; what cannot be read earns a sentence, never a traceback."""

import html
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from playwright.sync_api import Browser
from pypdf import PdfWriter

from macros.documents.extractors import opening
from macros.documents.extractors.line import Unreadable
from macros.documents.extractors.opening import open_document
from macros.documents.importing.importer import import_document
from macros.documents.importing.questions import plain
from macros.loading.archive import load
from macros.records.vocabulary import Vocabulary
from tests.archives import MIHON
from tests.word_documents import numbered_document, plain_document, saved

DOCUMENT = Path(__file__).parent / "documents" / "mihon-3-4.txt"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(MIHON).vocabulary


def _drafts(path: Path, vocabulary: Vocabulary) -> dict[str, Any]:
    imported = import_document(path, vocabulary)
    assert not imported.account.unaccounted
    return {draft.name: plain(draft.values) for draft in imported.drafts}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _refused(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        open_document(path)
    return str(refused.value)


def test_a_word_document_gives_the_same_drafts_as_its_text(tmp_path: Path, vocabulary: Vocabulary) -> None:
    word = _written(tmp_path / "a.docx", plain_document(DOCUMENT.read_text(encoding="utf-8")))
    assert _drafts(word, vocabulary) == _drafts(DOCUMENT, vocabulary)


def test_a_pdf_gives_the_same_drafts_as_its_text(browser: Browser, tmp_path: Path, vocabulary: Vocabulary) -> None:
    lines = [line for line in DOCUMENT.read_text(encoding="utf-8").split("\n") if line and line != "- 1 -"]
    body = "".join(
        f"<p>{html.escape(line)}</p>"
        if "\t" not in line
        else "<table><tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t")) + "</tr></table>"
        for line in lines
    )
    page = browser.new_page()
    style = "p { margin: 0 } body { font: 12pt/1.8 'Noto Serif CJK JP', serif }"
    page.set_content(f'<html lang="ja"><meta charset="utf-8"><style>{style}</style>{body}')
    footer = '<span style="font-size: 9pt; margin: auto">- <span class="pageNumber"></span> -</span>'
    page.pdf(
        path=tmp_path / "a.pdf", format="A4", display_header_footer=True, header_template="<b></b>", footer_template=footer,
        margin=dict.fromkeys(("top", "right", "bottom", "left"), "30mm"),
    )  # fmt: skip
    page.close()
    drafts = _drafts(tmp_path / "a.pdf", vocabulary)
    assert "".join(open_line.text for open_line in open_document(tmp_path / "a.pdf")).isprintable()
    assert drafts == _drafts(DOCUMENT, vocabulary)


def test_numbers_that_word_prints_by_itself_are_read(tmp_path: Path) -> None:
    document = numbered_document(
        "諮問第5号",
        [(0, "外部委託について"), (1, "対象者"), (-1, "利用者"), (1, "取り扱う個人情報"), (2, "項目"), (2, "件数"),
         (0, "回線結合について"), (1, "結合の理由")],
    )  # fmt: skip
    lines = [line.text for line in open_document(_written(tmp_path / "a.docx", saved(document)))]
    assert lines == [
        "諮問第5号", "第1 外部委託について", "1 対象者", "利用者", "2 取り扱う個人情報", "(1) 項目", "(2) 件数",
        "第2 回線結合について", "1 結合の理由",
    ]  # fmt: skip


def test_what_word_hides_from_a_plain_reading_is_read_and_what_is_struck_out_is_not(tmp_path: Path) -> None:
    document = numbered_document("諮問第5号", [(-1, "本文")])
    body = document.element.body
    run = "<w:r><w:t>{}</w:t></w:r>"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run.format('図の中の字')}</w:p></w:txbxContent></w:pict></w:r>"
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>消した字</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="1" w:author="a">{run.format("加えた字")}</w:ins>'
    body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{inserted}{deleted}{box}</w:p>"))
    control = f"<w:sdtContent><w:p>{run.format('欄の中の字')}</w:p></w:sdtContent>"
    body.insert(2, parse_xml(f"<w:sdt {nsdecls('w')}>{control}</w:sdt>"))
    lines = [line.text for line in open_document(_written(tmp_path / "a.docx", saved(document)))]
    assert lines == ["諮問第5号", "加えた字", "図の中の字", "欄の中の字", "本文"]


def test_a_scanned_pdf_without_text_earns_a_sentence(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "a.pdf")
    assert _refused(tmp_path / "a.pdf").startswith("この PDF には文字がなく、画像だけです")


def test_an_encrypted_pdf_earns_a_sentence(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert _refused(tmp_path / "a.pdf").startswith("この PDF はパスワードで守られています。")


def test_a_word_document_that_unpacks_to_too_much_earns_a_sentence(tmp_path: Path) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 150_000_000)
    assert _refused(_written(tmp_path / "a.docx", content.getvalue())).startswith("中身が大きすぎる Word 文書です。")


def test_entities_of_a_word_document_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "笑" * 10}">' for n in range(9))
    original = zipfile.ZipFile(BytesIO(plain_document("諮問第5号")))
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name in original.namelist():
            text = original.read(name)
            if name == "word/document.xml":
                declared, _, rest = text.decode("utf-8").partition("?>")
                text = f"{declared}?><!DOCTYPE x [{entities}]>{rest.replace('諮問第5号', '&a8;')}".encode()
            packed.writestr(name, text)
    refused = _refused(_written(tmp_path / "a.docx", content.getvalue()))
    assert refused in (
        "Word 文書として読めません。ファイルが壊れていないか確かめてください。",
        "文字がありません。中身のあるファイルか確かめてください。",
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", b"PK\x03\x04 not really", "Word 文書として読めません。"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "古い Word 形式（.doc）か、パスワードで守られた文書です。"),
        ("a.pdf", b"%PDF-1.7 not really", "PDF として読めません。"),
        ("a.pdf", b"", "PDF として読めません。"),
        ("a.txt", "諮問第5号".encode("shift_jis"), "文字コードが Shift_JIS のようです。"),
        ("a.txt", b"\x00\xff\xfe", "文字のファイルではありません。"),
        ("a.txt", "諮問第5号".encode("utf-16"), "文字コードが UTF-16 のようです。"),
        ("a.txt", b"\x81\xff\xfd", "文字コードを読み取れません。"),
        ("a.txt", b" \n\n", "文字がありません。"),
        ("a.xlsx", b"", "「.xlsx」のファイルは読めません。"),
    ],
)
def test_a_file_that_cannot_be_read_earns_a_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    assert _refused(_written(tmp_path / name, content)).startswith(sentence)


def test_a_missing_file_a_folder_and_a_huge_file_earn_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _refused(tmp_path / "none.txt").startswith("ファイルを開けません")
    (tmp_path / "folder.txt").mkdir()
    assert _refused(tmp_path / "folder.txt").startswith("ファイルを開けません")
    monkeypatch.setattr(opening, "LARGEST", 10)
    assert "より大きいファイルは読みません" in _refused(_written(tmp_path / "a.txt", b"x" * 11))
