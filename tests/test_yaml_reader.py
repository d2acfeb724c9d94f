"""YAML is read strictly: what was typed is what arrives."""

from pathlib import Path

import pytest

from macros.loading.yaml_reader import read


@pytest.mark.parametrize("typed", ["no", "0744", "12:30", "2021-12-17", "null", "~", "1e3", "はい"])
def test_every_scalar_arrives_as_typed(typed: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f"値: {typed}\n", encoding="utf-8")
    document, problems = read(path)
    assert (document.values, problems) == ({"値": typed}, [])


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(
        "\ufeff# 注\r\n一: 1\r\n二:\r\n  - 甲\r\n  - {丙: [\r\n     丁, 戊]}\r\n", encoding="utf-8", newline=""
    )
    document, problems = read(path)
    assert problems == []
    assert document.values == {"一": "1", "二": ["甲", {"丙": ["丁", "戊"]}]}
    assert document.line_of(("二", 0)) == 4
    assert document.line_of(("二", 1, "丙", 1)) == 6
    assert document.line_of(("二", 1, "丙", "何か")) == 5
