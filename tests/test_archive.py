"""Which files are records: what would be overlooked, or would make a bad address, is a problem."""

import shutil
from pathlib import Path

import pytest

from macros.loading.archive import load
from macros.loading.problems import ProblemsFound


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("3.yaml", "ファイル名「3.yaml」は使えません。"),
        ("3.yml.txt", "ファイル名「3.yml.txt」は使えません。"),
        ("日程.yml", "ファイル名「日程.yml」は使えません。"),
        ("A b.yml", "ファイル名「A b.yml」は使えません。"),
        ("index.yml", "「index.yml」という名前は一覧のページが使います。"),
        ("2022/3.yml", "フォルダの中のフォルダは読みません。"),
    ],
)
def test_a_record_with_a_bad_name_is_not_overlooked(name: str, said: str, data: Path) -> None:
    path = data / "consultations" / name
    path.parent.mkdir(exist_ok=True)
    shutil.copy(data / "consultations/1.yml", path)
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert said in str(found.value)


def test_hidden_files_of_other_programs_are_passed_over(data: Path) -> None:
    (data / "consultations/.#2.yml").write_text("broken: [", encoding="utf-8")
    assert len(load(data).consultations) == 6


def test_consultations_stand_in_order_of_number(data: Path) -> None:
    assert [record.id for record in load(data).consultations] == ["r3-1", "r3-mailing", "1", "2", "11", "12"]


def test_a_reference_says_what_it_leads_to(data: Path) -> None:
    record = next(record for record in load(data).consultations if record.id == "2")
    referring = next(numbered.clause for numbered in record.numbered_clauses if numbered.clause.see)
    assert [clause.subjects for clause in record.said_by(referring)] == [("予約サイトを利用する者",)]
