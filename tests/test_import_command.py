"""`shimon import`: drafts appear beside the archive, never in it, and never over somebody's work."""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from macros.documents.importing import importer, process
from macros.loading.archive import Archive
from tests.archives import ROOT, Shimon
from tests.word_documents import saved

DOCUMENT = Path(__file__).parent / "documents" / "mihon-3-4.txt"


def test_every_consultation_of_a_document_gets_a_draft_its_sentences_and_a_report(
    small_project: Path, shimon: Shimon
) -> None:
    said = shimon("import", DOCUMENT).out
    assert sorted(path.name for path in (small_project / "drafts").iterdir()) == [
        "3.yml", "3.原文.md", "4.yml", "4.原文.md", "mihon-3-4.txt.行き先.txt",
    ]  # fmt: skip
    assert "drafts/3.yml：要確認 " in said
    assert "下書きは公開されません。" in said


def test_sentences_stand_beside_the_draft_and_not_in_it(small_project: Path, shimon: Shimon) -> None:
    shimon("import", DOCUMENT)
    sentence = "貸出サイトの運用は外部に委託する。"
    assert sentence in (small_project / "drafts" / "3.原文.md").read_text(encoding="utf-8")
    assert sentence not in (small_project / "drafts" / "3.yml").read_text(encoding="utf-8")


def test_a_draft_is_not_written_over_without_being_told(small_project: Path, shimon: Shimon) -> None:
    shimon("import", DOCUMENT)
    draft = small_project / "drafts" / "3.yml"
    draft.write_text("書き加えたところ", encoding="utf-8")
    assert "drafts/3.yml:1: 下書きがすでにあります。" in shimon("import", DOCUMENT, code=1).err
    assert draft.read_text(encoding="utf-8") == "書き加えたところ"
    shimon("import", "--force", DOCUMENT)
    assert draft.read_text(encoding="utf-8").startswith("# 下書きです。まだ公開されません。")


def test_when_one_document_cannot_be_read_nothing_is_written(small_project: Path, shimon: Shimon) -> None:
    refusal = shimon("import", DOCUMENT, small_project / "none.pdf", code=1).err
    assert "none.pdf:1: ファイルを開けません" in refusal
    assert not (small_project / "drafts").exists()


def test_two_documents_with_the_same_consultation_are_named(small_project: Path, shimon: Shimon) -> None:
    copy = shutil.copy(DOCUMENT, small_project / "copy.txt")
    assert "いくつかの文書から同じ名前の下書きができます。" in shimon("import", DOCUMENT, copy, code=1).err


def test_a_document_without_a_number_is_named_after_its_file(small_project: Path, shimon: Shimon) -> None:
    document = small_project / "令和3年度 Case A.txt"
    document.write_text(
        "「図書館業務」における回線結合について\n\nア　結合の理由\n\n便利になるため。\n", encoding="utf-8"
    )
    shimon("import", document)
    assert "行為: 回線結合" in (small_project / "drafts" / "3-case-a.yml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("small_project")
def test_drafts_are_ignored_by_git_and_by_every_check(shimon: Shimon) -> None:
    assert "/drafts/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    shimon("import", DOCUMENT)
    assert "問題はありません（諮問 2 件" in shimon("check").out


def test_a_document_that_takes_too_long_is_refused_in_a_sentence(
    shimon: Shimon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LONGEST", 0.01)
    sentence = "mihon-3-4.txt:1: 15 秒たっても読み終わりませんでした。"
    assert sentence in shimon("import", DOCUMENT, code=1).err


@pytest.mark.parametrize(
    ("failure", "sentence"), [(MemoryError, "記憶が多すぎます"), (ZeroDivisionError, "読み取れない")]
)
def test_whatever_goes_wrong_with_a_document_becomes_a_sentence(
    failure: type[Exception], sentence: str, monkeypatch: pytest.MonkeyPatch, archive: Archive
) -> None:
    def fails(path: Path) -> None:
        raise failure(path)

    monkeypatch.setattr(importer, "open_document", fails)
    assert sentence in str(process.outcome(DOCUMENT, archive.vocabulary))


def test_what_is_no_file_is_not_waited_for(tmp_path: Path, shimon: Shimon) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    refusal = shimon("import", tmp_path / "pipe.txt", code=1).err
    assert "pipe.txt:1: ふつうのファイルではありません。" in refusal


@pytest.mark.parametrize("damage", ["deflate", "body"])
def test_a_damaged_word_file_is_refused_in_a_sentence(damage: str, tmp_path: Path, shimon: Shimon) -> None:
    path = tmp_path / "a.docx"
    document = Document()
    document.add_paragraph("諮問第5号" * 99)
    path.write_bytes(_damaged(saved(document), damage))
    assert "a.docx:1: " in shimon("import", path, code=1).err


def _damaged(content: bytes, damage: str) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as whole, ZipFile(written, "w", ZIP_DEFLATED) as damaged:
        for name in whole.namelist():
            part = whole.read(name)
            if damage == "body" and name == "word/document.xml":
                part = re.sub(b"<w:body>.*</w:body>", b"", part, flags=re.DOTALL)
            damaged.writestr(name, part)
    broken = bytearray(written.getvalue())
    if damage == "deflate":
        start = broken.index(b"word/document.xml") + 60
        broken[start : start + 40] = b"\xff" * 40
    return bytes(broken)
