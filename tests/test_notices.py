"""Notices: what staff may want to look at, while the archive stays sound."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.archives import MIHON, two_consultations


def test_words_unused_and_words_nearly_double_are_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = two_consultations(Path(shutil.copytree(MIHON, tmp_path / "data")))
    with (data / "vocabulary/items.yml").open("a", encoding="utf-8") as items:
        items.write(
            "- {名前: 氏・名, id: name-two, 読み: うじ, 分類: 連絡先}\n- {名前: 指名, id: nomination, 読み: しめい, 分類: 連絡先}\n"
        )
    assert main(["notices", "--project", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "お知らせ：data/vocabulary/items.yml: 「指名」は、どの記録にも使われていません。" in said
    assert "「氏名」と「氏・名」は書き方が同じか、ほとんど同じです。" in said
    assert "「氏名」と「指名」は読みが同じか、ほとんど同じです。" in said


def test_a_precedent_missing_from_within_the_archive_is_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = two_consultations(Path(shutil.copytree(MIHON, tmp_path / "data")))
    record = (data / "consultations/2.yml").read_text(encoding="utf-8")
    (data / "consultations/2.yml").unlink()
    record = record.replace("諮問番号: 2", "諮問番号: 9").replace("前例: [1]", "前例: [5]")
    (data / "consultations/9.yml").write_text(record, encoding="utf-8")
    assert main(["notices", "--project", str(tmp_path)]) == 0
    assert "data/consultations/9.yml: 第2の2 の前例、諮問第5号が収録されていません。" in capsys.readouterr().out
