"""`shimon diff`: what the change at hand means, before it is published."""

import shutil
from pathlib import Path

import pytest

from tests.archives import Shimon, edit
from tests.repositories import commit, git


@pytest.fixture(autouse=True)
def _committed(project: Path) -> None:
    commit(project, "登録")


def test_nothing_changed_is_said(shimon: Shimon) -> None:
    assert shimon("diff").out == "変更はありません。\n"


def test_changes_are_told_by_consultation_and_clause(project: Path, shimon: Shimon) -> None:
    edit(project / "data/consultations/2.yml", "約3万件", "約4万件")
    edit(project / "data/schedules/revision.yml", "2021-08-02", "2021-08-03")
    edit(project / "data/vocabulary/operations.yml", "図書館業務", "図書館の業務")
    assert shimon("diff").out == (
        "諮問第2号（data/consultations/2.yml）\n"
        "  第1の2(2)　件数：約3万件 → 約4万件\n\n"
        "条例の見直しの日程（data/schedules/revision.yml）\n"
        "  審議会（素案）　実績：令和3年8月2日（2021年8月2日） → 令和3年8月3日（2021年8月3日）\n\n"
        "語彙：業務（data/vocabulary/operations.yml）\n"
        "  「図書館の業務」　名前を改めました：「図書館業務」→「図書館の業務」\n"
    )


def test_new_and_removed_files_are_told(project: Path, shimon: Shimon) -> None:
    (project / "data/consultations/2.yml").unlink()
    shutil.copy(project / "data/consultations/1.yml", project / "data/consultations/3.yml")
    said = shimon("diff").out
    assert "諮問第2号（data/consultations/2.yml）\n  なくなります" in said
    assert "（data/consultations/3.yml）\n  新しく加わります" in said


def test_answers_and_meetings_are_told_too(project: Path, shimon: Shimon) -> None:
    edit(project / "data/answers/1.yml", "結論: 承認}", "結論: 継続審議}")
    shutil.copy(project / "data/answers/2.yml", project / "data/answers/3.yml")
    shutil.copy(project / "data/meetings/2021-08-20.yml", project / "data/meetings/2021-08-21.yml")
    said = shimon("diff").out
    assert "答申第1号（data/answers/1.yml）\n  諮問「2」の結論「回線結合」の結論：承認 → 継続審議" in said
    assert "（data/answers/3.yml）\n  新しく加わります" in said
    assert "（data/meetings/2021-08-21.yml）\n  新しく加わります" in said


def test_a_file_that_cannot_be_read_gets_a_sentence(project: Path, shimon: Shimon) -> None:
    edit(project / "data/consultations/2.yml", "根拠: [第9条]", "根拠: [第9条")
    assert "諮問第2号（data/consultations/2.yml）\n  ファイルが読めないため" in shimon("diff").out


def test_a_branch_is_compared_with_its_base(project: Path, shimon: Shimon) -> None:
    git(project, "switch", "--quiet", "--create", "side")
    edit(project / "data/consultations/2.yml", "約3万件", "約4万件")
    commit(project, "件数を直す")
    assert shimon("diff").out == "変更はありません。\n"
    assert "約3万件 → 約4万件" in shimon("diff", "--base", "main").out


def test_markdown_shows_what_a_record_says_as_text(project: Path, shimon: Shimon) -> None:
    edit(project / "data/consultations/2.yml", "見本太郎", "'<img src=x> [押す](https://example.com) @all'")
    said = shimon("diff", "--format", "markdown").out
    assert said.startswith("## この変更の内容\n\n### 諮問第2号\n\n- 宛先の氏名：見本太郎 → ")
    assert not set("<>[]@") & set(said)


def test_without_git_or_with_a_wrong_name_there_is_a_sentence(shimon: Shimon, tmp_path: Path) -> None:
    assert shimon("diff", "--base", "nowhere", code=1).err == "「nowhere」という版は git の記録にありません。\n"
    assert shimon("diff", "--project", tmp_path, code=1).err == "git の記録がないので、変更を比べられません。\n"
