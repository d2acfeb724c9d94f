"""When, how and why a record changed: read from real repositories, whatever state they are in."""

import shutil
from pathlib import Path

import pytest

from macros.derived.history import RecordHistory, read_history
from tests.archives import edit
from tests.repositories import commit, git


def _history(project: Path, name: str = "2") -> RecordHistory:
    return read_history(project).of("consultations", name)


def _changed(project: Path) -> Path:
    """The project after three commits to 諮問第2号."""
    record = project / "data/consultations/2.yml"
    commit(project, "見本市の記録を登録", on="2024-01-10")
    edit(record, "約3万件", "約4万件")
    commit(project, "件数の誤りを直す\n\n窓口で指摘があった。", on="2024-02-20")
    edit(record, "見本太郎", "見本次郎")
    commit(project, "Update 2.yml", on="2024-03-30")
    return project


def test_versions_come_newest_first_with_day_words_and_reason(project: Path) -> None:
    newest, middle, first = _history(_changed(project)).versions
    assert [each.day.iso for each in (newest, middle, first)] == ["2024-03-30", "2024-02-20", "2024-01-10"]
    assert [str(change) for change in newest.changes] == ["宛先の氏名：見本太郎 → 見本次郎"]
    assert [str(change) for change in middle.changes] == ["第1の2(2)　件数：約3万件 → 約4万件"]
    assert first.is_first
    assert [each.reason for each in (newest, middle, first)] == [None, "件数の誤りを直す", "見本市の記録を登録"]


def test_the_current_version_is_the_commit_that_last_changed_the_record(project: Path) -> None:
    _changed(project)
    edit(project / "data/consultations/1.yml", "見本市長", "見本市の長")
    commit(project, "諮問者を直す", on="2024-04-01")
    history = _history(project)
    assert history.current == history.versions[0]
    assert history.current and history.current.day.iso == "2024-03-30"
    assert len(history.current.id) == 12


def test_a_file_written_otherwise_has_changed_nothing(project: Path) -> None:
    commit(project, "登録")
    edit(project / "data/consultations/2.yml", "根拠: [第9条]", "根拠: 第9条")
    commit(project, "書き方をそろえる")
    newest = _history(project).versions[0]
    assert newest.is_comparable
    assert newest.changes == ()


def test_a_renaming_is_followed_and_old_versions_keep_their_addresses(project: Path) -> None:
    _changed(project)
    git(project, "mv", "data/consultations/2.yml", "data/consultations/2-a.yml")
    commit(project, "ファイルの名前を直す")
    history = _history(project, "2-a")
    assert [each.name for each in history.versions] == ["2-a", "2", "2", "2"]
    assert history.versions[0].is_renamed
    assert _history(project, "2").versions == ()


def test_a_record_that_came_back_has_both_lives(project: Path) -> None:
    commit(project, "登録")
    record = project / "data/consultations/1.yml"
    text = record.read_bytes()
    record.unlink()
    commit(project, "取り下げ")
    record.write_bytes(text)
    commit(project, "再び登録")
    assert [each.is_removal for each in _history(project, "1").versions] == [False, True, False]


def test_versions_of_a_side_branch_stay_after_it_is_merged(project: Path) -> None:
    record = project / "data/consultations/2.yml"
    commit(project, "登録")
    git(project, "switch", "--quiet", "--create", "side")
    edit(record, "約3万件", "約4万件")
    side = commit(project, "件数を直す")
    git(project, "switch", "--quiet", "main")
    edit(record, "見本太郎", "見本次郎")
    main = commit(project, "会長を直す")
    git(project, "merge", "--quiet", "--no-edit", "side")
    history = _history(project)
    merge = git(project, "rev-parse", "HEAD")[:12]
    assert {side, main} < {each.id for each in history.versions}
    assert history.current and history.current.id == merge


def test_the_reason_of_a_merge_is_what_it_says_after_naming_its_branch(project: Path) -> None:
    commit(project, "登録")
    edit(project / "data/consultations/2.yml", "約3万件", "約4万件")
    commit(project, "Merge pull request #7 from mihon/patch-1\n\n件数を直す")
    assert _history(project).versions[0].reason == "件数を直す"


def test_what_is_not_committed_has_no_version(project: Path) -> None:
    _changed(project)
    edit(project / "data/consultations/2.yml", "約4万件", "約5万件")
    shutil.copy(project / "data/consultations/1.yml", project / "data/consultations/3.yml")
    assert _history(project).current is None
    assert len(_history(project).versions) == 3
    assert not _history(project, "3").is_committed


def test_a_shallow_clone_says_that_there_was_more(project: Path, tmp_path: Path) -> None:
    _changed(project)
    git(tmp_path, "clone", "--quiet", "--depth=2", project.as_uri(), "shallow")
    history = _history(tmp_path / "shallow")
    assert [each.day.iso for each in history.versions] == ["2024-03-30"]
    assert history.is_cut
    other = _history(tmp_path / "shallow", "1")
    assert (other.versions, other.current, other.is_cut) == ((), None, True)


def test_without_git_nothing_is_known(project: Path) -> None:
    history = read_history(project)
    assert not history.is_known
    assert history.of("consultations", "2") == RecordHistory()


def test_a_repository_without_a_commit_knows_no_record(project: Path) -> None:
    git(project, "init", "--quiet")
    assert read_history(project).is_known
    assert not _history(project).is_committed


def test_a_project_may_be_a_folder_of_a_larger_repository(project: Path) -> None:
    git(project.parent, "init", "--quiet")
    git(project.parent, "add", "--all")
    git(project.parent, "commit", "--quiet", "--message", "登録")
    assert _history(project).current


def test_a_version_with_a_leak_is_withheld_whole(project: Path) -> None:
    record = project / "data/consultations/2.yml"
    edit(record, "見本市長", "見本市長 taro@example.com")
    commit(project, "登録")
    edit(record, "見本市長 taro@example.com", "見本市長")
    commit(project, "taro@example.com を消す")
    newest, first = _history(project).versions
    assert first.content and (first.content.state, first.content.text) == ("withheld", "")
    assert (newest.is_comparable, newest.changes, newest.reason) == (False, (), None)


@pytest.mark.parametrize("slip", ["要旨: [", "知らない名前: 値"])
def test_a_version_that_cannot_be_read_shows_its_text(slip: str, project: Path) -> None:
    record = project / "data/consultations/2.yml"
    whole = record.read_text(encoding="utf-8")
    record.write_text(f"{slip}\n{whole}", encoding="utf-8")
    commit(project, "登録")
    content = _history(project).versions[0].content
    assert content and content.state == "unreadable"
    assert content.text == f"{slip}\n{whole}"
