"""The accessibility statement says what tests hold, of every criterion, and nothing that none has shown."""

import ast
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from macros.site.accessibility import Criterion, conformance
from tests import finished
from tests.archives import ROOT

A = (
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 "
    "3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.1 4.1.2"
).split()
AA = "1.2.4 1.2.5 1.4.3 1.4.4 1.4.5 2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4".split()
NEWER = (
    "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.4 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.2.6 3.3.7 3.3.8 4.1.3"
).split()


def test_the_standard_has_25_criteria_of_level_a_and_13_of_level_aa() -> None:
    levels = {criterion.number: criterion.level for criterion in conformance().standard}
    assert (len(A), len(AA)) == (25, 13)
    assert levels == dict.fromkeys(A, "A") | dict.fromkeys(AA, "AA")


def test_what_wcag_adds_up_to_2_2_is_there_too() -> None:
    assert sorted(criterion.number for criterion in conformance().newer) == sorted(NEWER)


@pytest.mark.parametrize("criterion", conformance().criteria, ids=lambda criterion: criterion.number)
def test_every_test_that_a_criterion_names_exists(criterion: Criterion) -> None:
    for test in criterion.tests:
        file, _, name = test.partition("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}, test


def test_nothing_is_met_that_neither_a_test_nor_a_look_has_shown() -> None:
    written = {"番号": "1.1.1", "名称": "例", "レベル": "A", "適用": "はい", "確かめたこと": "例"}
    assert Criterion.model_validate(written | {"結果": "未確認"}).methods == ()
    with pytest.raises(ValidationError, match="検査も目視もない"):
        Criterion.model_validate(written | {"結果": "適合"})


def test_the_page_shows_every_criterion_with_its_result_and_how_it_was_found(site: Path) -> None:
    shown = [
        [" ".join(cell.get_text().split()) for cell in row.select("th, td")]
        for row in _statement(site).select("tbody tr")
    ]
    rows = {row[0].split()[0]: row for row in shown}
    assert len(rows) == len(A) + len(AA) + len(NEWER)
    assert rows["2.1.2"] == [
        "2.1.2 キーボードトラップなし",
        "A",
        "あり",
        "適合",
        "Tab キーでページの終わりまで進め、Shift＋Tab キーで始めまで戻れます。",
        "キーボード",
    ]


def test_a_contact_is_shown_where_there_is_one_and_missed_where_there_is_none(site: Path, mihon_site: Path) -> None:
    assert _statement(site).select_one("#contact .facts") is None
    assert "窓口 見本市情報公開課" in _statement(mihon_site).select_one("#contact .facts").get_text(" ", strip=True)


def test_a_day_of_testing_is_claimed_only_where_it_is_recorded(site: Path, mihon_site: Path) -> None:
    assert "令和8年11月23日" in _statement(site).select_one("#results").get_text()
    assert "試験した日まだ試験していません" in "".join(_statement(mihon_site).select_one("#results").get_text().split())


def _statement(site: Path) -> BeautifulSoup:
    return finished.page(site, "accessibility")
