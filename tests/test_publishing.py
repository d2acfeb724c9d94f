"""Publishing: what fails leaves the site as it was, and the same data give the same site."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.loading.problems import ProblemsFound
from macros.loading.project import load_project
from macros.site.publishing import BuildFailed, publish
from tests.archives import NINE, Shimon, edit, published
from tests.fingerprints import fingerprint


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    assert fingerprint(published(tmp_path / "again", NINE)) == fingerprint(site)


def test_a_problem_in_the_data_leaves_the_site_as_it_was(built_project: Path) -> None:
    before = fingerprint(built_project / "site")
    record = built_project / "data/consultations/2.yml"
    edit(record, "電話番号", "電話番後")
    (built_project / "README.md").write_text("電話は 03-1234-5678 です。\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as checked:
        load_project(built_project)
    with pytest.raises(ProblemsFound) as built:
        publish(built_project)
    assert built.value.problems == checked.value.problems
    assert {problem.path for problem in built.value.problems} == {record, built_project / "README.md"}
    assert fingerprint(built_project / "site") == before


def test_a_build_that_fails_half_way_leaves_the_site_as_it_was(built_project: Path) -> None:
    before = fingerprint(built_project / "site")
    (built_project / "docs").unlink()
    (built_project / "docs").mkdir()
    (built_project / "docs/index.md").write_text("[切れたリンク](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        publish(built_project)
    assert "nowhere.md" in str(failed.value)
    assert "Traceback" not in str(failed.value)
    assert fingerprint(built_project / "site") == before
    assert sorted(path.name for path in (built_project / ".build").iterdir()) == ["lock", "log.txt"]


def test_plain_mkdocs_names_the_problems_before_it_deletes_anything(built_project: Path) -> None:
    before = fingerprint(built_project / "site")
    (built_project / "data/council.yml").write_text("自治体: 見本市\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=built_project, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "council.yml:1: 「自治体」は「名前: 値」の並びで書いてください。" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprint(built_project / "site") == before


def test_a_project_may_be_named_by_a_relative_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    assert main(["build", "--project", "project"]) == 0
    assert (project / "site/index.html").is_file()


def test_problems_of_a_project_named_by_a_relative_path_are_named_by_it_too(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data/council.yml").write_text("自治体: 見本市\n", encoding="utf-8")
    monkeypatch.chdir(project.parent)
    assert main(["build", "--project", "project"]) == 1
    said = capsys.readouterr().err
    assert "\nproject/data/council.yml:1: 「自治体」は「名前: 値」の並びで書いてください。" in f"\n{said}"
    assert said.endswith("件あります。いまの site/ は変わっていません。\n")


def test_a_folder_that_is_no_project_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert main(["build", "--project", str(folder)]) == 1
        assert f"{folder}/mkdocs.yml がありません。" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_check_says_what_is_wrong_and_exits_with_one(project: Path, shimon: Shimon) -> None:
    assert shimon("check").out == (
        "問題はありません（諮問 6 件、答申 3 件、会議 6 件、日程 1 件）。\n"
        "見直すとよいところが 5 件あります。make notices で読めます。\n"
    )
    record = project / "data/consultations/2.yml"
    edit(record, "2021-05-20", "2021-05-32")
    assert f"{record.as_posix()}:3: 「2021-05-32」という日はありません。" in shimon("check", code=1).err


def test_a_taken_port_gets_a_sentence_before_anything_is_built(project: Path, shimon: Shimon) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refusal = shimon("site", "--port", str(port), code=1).err
    assert f"ポート {port} はほかのプログラムが使っています。" in refusal
    assert not (project / "site").exists()


def test_a_missing_pagefind_gets_a_sentence(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden/pagefind_bin.py").write_text("raise SystemExit('pagefind is gone')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hidden"))
    with pytest.raises(BuildFailed) as failed:
        publish(project)
    assert "検索の索引を作れませんでした。" in str(failed.value)
    assert "Traceback" not in str(failed.value)
