"""Kept records never speak for a file that says something else by now."""

import random
import shutil
from pathlib import Path

import pytest

from macros.loading.archive import Archive, load
from macros.loading.cache import Kept
from macros.loading.problems import ProblemsFound
from macros.loading.validation import shape
from tests.archives import MIHON


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(MIHON, tmp_path / "data")


@pytest.fixture
def kept(data: Path) -> Kept:
    """What was kept of the records as they are."""
    records = Kept()
    load(data, records)
    return records


@pytest.fixture
def shaped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are made into records from now on."""
    names: list[str] = []
    monkeypatch.setattr(
        "macros.loading.record_files.shape", lambda *given: names.append(given[0].path.name) or shape(*given)
    )
    return names


def _outcome(data: Path, kept: Kept | None = None) -> Archive | str:
    try:
        return load(data, kept)
    except ProblemsFound as found:
        return str(found)


def test_what_was_kept_is_what_would_be_read(data: Path, kept: Kept) -> None:
    assert load(data, kept) == load(data)


def test_nothing_is_read_twice(data: Path, kept: Kept, shaped: list[str]) -> None:
    load(data, kept)
    assert shaped == ["council.yml"]


def test_no_rule_is_asked_again_of_what_it_found_sound(data: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("macros.loading.rules.is_named_after_its_number", lambda record: asked.append(record.id) or ())
    load(data, kept)
    assert asked == []
    path = data / "consultations" / "11.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    load(data, kept)
    assert asked == ["11"]


def test_after_any_edit_the_outcome_is_that_of_reading_everything(data: Path, kept: Kept) -> None:
    """Bytes dropped, doubled and exchanged at random, files renamed and removed: sound or not, the same is said."""
    chance = random.Random(7)  # noqa: S311 — repeatable, not secret
    for _ in range(60):
        path = chance.choice(sorted(data.rglob("*.yml")))
        before, place = path.read_bytes(), chance.randrange(path.stat().st_size)
        edited = chance.choice((before[:place] + before[place + 1 :], before[:place] * 2, before[place:], b"", None))
        path.unlink()
        if edited is not None:
            path.write_bytes(edited)
        assert _outcome(data, kept) == _outcome(data)
        path.write_bytes(before)
        assert _outcome(data, kept) == _outcome(data)


def test_the_same_text_under_another_name_is_another_record(data: Path, kept: Kept) -> None:
    (data / "consultations" / "11.yml").rename(data / "consultations" / "13.yml")
    assert _outcome(data, kept) == _outcome(data)
    assert "13.yml" in str(_outcome(data, kept))


def test_a_word_taken_from_the_vocabulary_is_missed_in_every_kept_record(data: Path, kept: Kept) -> None:
    (data / "vocabulary" / "items.yml").write_text("- {名前: なまえ, id: n, 読み: なまえ, 分類: 本人の基本情報}\n")
    assert _outcome(data, kept) == _outcome(data) != ""
    assert "consultations/11.yml:" in str(_outcome(data, kept))


def test_a_file_with_a_problem_is_not_kept(data: Path, kept: Kept) -> None:
    path = data / "consultations" / "1.yml"
    path.write_text(path.read_text(encoding="utf-8") + "連絡先: 03-1234-5678\n", encoding="utf-8")
    said = {_outcome(data, kept) for _ in range(2)}
    assert len(said) == 1
    assert "電話番号" in str(said)


def test_what_no_file_says_any_more_is_forgotten(data: Path, kept: Kept, shaped: list[str]) -> None:
    path = data / "meetings" / "2021-08-20.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "注: 見本です。\n", encoding="utf-8")
    load(data, kept)
    path.write_text(before, encoding="utf-8")
    shaped.clear()
    load(data, kept)
    assert path.name in shaped
