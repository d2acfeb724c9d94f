"""`shimon import`: drafts appear beside the archive, never in it, and never over somebody's work."""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from macros.__main__ import main
from macros.documents.importing import importer, process
from macros.loading.archive import Archive
from tests.archives import ROOT
from tests.word_documents import saved

DOCUMENT = Path(__file__).parent / "documents" / "mihon-3-4.txt"


def _import(small_project: Path, *arguments: str | Path) -> int:
    return main(["import", "--project", str(small_project), *map(str, arguments)])


def test_every_consultation_of_a_document_gets_a_draft_its_sentences_and_a_report(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(small_project, DOCUMENT) == 0
    assert sorted(path.name for path in (small_project / "drafts").iterdir()) == [
        "3.yml", "3.原文.md", "4.yml", "4.原文.md", "mihon-3-4.txt.行き先.txt",
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "drafts/3.yml：要確認 " in said
    assert "下書きは公開されません。" in said


def test_sentences_stand_beside_the_draft_and_not_in_it(small_project: Path) -> None:
    _import(small_project, DOCUMENT)
    sentence = "貸出サイトの運用は外部に委託する。"
    assert sentence in (small_project / "drafts" / "3.原文.md").read_text(encoding="utf-8")
    assert sentence not in (small_project / "drafts" / "3.yml").read_text(encoding="utf-8")


def test_a_draft_is_not_written_over_without_being_told(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(small_project, DOCUMENT)
    draft = small_project / "drafts" / "3.yml"
    draft.write_text("書き加えたところ", encoding="utf-8")
    assert _import(small_project, DOCUMENT) == 1
    assert "drafts/3.yml:1: 下書きがすでにあります。" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == "書き加えたところ"
    assert _import(small_project, "--force", DOCUMENT) == 0
    assert draft.read_text(encoding="utf-8").startswith("# 下書きです。まだ公開されません。")


def test_when_one_document_cannot_be_read_nothing_is_written(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(small_project, DOCUMENT, small_project / "none.pdf") == 1
    assert "none.pdf:1: ファイルを開けません" in capsys.readouterr().err
    assert not (small_project / "drafts").exists()


def test_two_documents_with_the_same_consultation_are_named(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = shutil.copy(DOCUMENT, small_project / "copy.txt")
    assert _import(small_project, DOCUMENT, copy) == 1
    assert "いくつかの文書から同じ名前の下書きができます。" in capsys.readouterr().err


def test_a_document_without_a_number_is_named_after_its_file(small_project: Path) -> None:
    document = small_project / "令和3年度 Case A.txt"
    document.write_text(
        "「図書館業務」における回線結合について\n\nア　結合の理由\n\n便利になるため。\n", encoding="utf-8"
    )
    assert _import(small_project, document) == 0
    assert "行為: 回線結合" in (small_project / "drafts" / "3-case-a.yml").read_text(encoding="utf-8")


def test_drafts_are_ignored_by_git_and_by_every_check(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "/drafts/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    _import(small_project, DOCUMENT)
    assert main(["check", "--project", str(small_project)]) == 0
    assert "問題はありません（諮問 2 件" in capsys.readouterr().out


def test_a_document_that_takes_too_long_is_refused_in_a_sentence(
    small_project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LONGEST", 0.01)
    assert _import(small_project, DOCUMENT) == 1
    assert "mihon-3-4.txt:1: 12 秒たっても読み終わりませんでした。" in capsys.readouterr().err


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


def test_what_is_no_file_is_not_waited_for(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(small_project / "pipe.txt")
    assert _import(small_project, small_project / "pipe.txt") == 1
    assert "pipe.txt:1: ふつうのファイルではありません。" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["deflate", "body"])
def test_a_damaged_word_file_is_refused_in_a_sentence(
    damage: str, small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = small_project / "a.docx"
    document = Document()
    document.add_paragraph("諮問第5号" * 99)
    path.write_bytes(_damaged(saved(document), damage))
    assert _import(small_project, path) == 1
    assert "a.docx:1: " in capsys.readouterr().err


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
