"""The real archive: facts of the source that must never be lost."""

import re
from pathlib import Path

import pytest

from macros.loading.archive import Archive, load
from macros.records.clause import Clause
from macros.records.clause_number import read_clause_number
from macros.records.consultation import Consultation
from tests.archives import NUMBERS, REAL


@pytest.fixture(scope="module")
def archive() -> Archive:
    """As it is now: what later changes must leave in place."""
    return load(REAL)


def _consultation(archive: Archive, number: int) -> Consultation:
    return next(record for record in archive.consultations if record.number == number)


def _clause(archive: Archive, number: int, cited: str) -> Clause:
    clause_number = read_clause_number(cited)
    assert clause_number
    clause = _consultation(archive, number).clause(clause_number)
    assert clause
    return clause


def _items(clause: Clause) -> list[str]:
    return [use.name for flow in clause.flows for _, use in flow.items.uses()]


def test_nine_consultations_with_their_clauses(archive: Archive) -> None:
    counted = {
        record.number: (
            len(record.parts),
            len(record.numbered_clauses),
            sum(len(_items(n.clause)) for n in record.numbered_clauses),
        )
        for record in archive.consultations
    }
    counted = {number: counts for number, counts in counted.items() if number in NUMBERS}
    # Parts, clauses with their children, and item uses: counted from the source by two people independently.
    assert counted == {
        944: (6, 0, 0),
        945: (2, 26, 37),
        946: (1, 14, 22),
        947: (1, 19, 50),
        948: (2, 39, 40),
        949: (3, 43, 16),
        950: (2, 30, 13),
        951: (1, 15, 11),
        952: (1, 11, 44),
    }


def test_944_names_six_acts_and_five_operations_that_data_come_from(archive: Archive) -> None:
    record = _consultation(archive, 944)
    assert record.acts == ("目的外利用", "本人外収集", "外部提供", "電子計算機への記録", "外部委託", "回線結合")
    assert record.parts[0].source_operations == (
        "母子支援業務",
        "生活保護業務",
        "児童相談所業務",
        "高齢者・障害者保健福祉業務",
        "介護保険業務",
    )
    assert record.legal_basis == (
        "第8条第2項第6号",
        "第12条",
        "第15条第1項第4号",
        "第16条第1項第4号",
        "第17条第4項",
        "第18条",
    )
    assert not record.is_body_recorded


def test_948_counts_nine_charges(archive: Archive) -> None:
    volume = _clause(archive, 948, "第1の5(2)").volume
    assert volume and volume.quantity and volume.breakdown_total
    assert [quantity.number for quantity in volume.breakdown.values()] == [
        2000,
        4000,
        400,
        450,
        4000,
        3000,
        100,
        7200,
        570,
    ]
    assert (volume.quantity.number, volume.breakdown_total.number) == (20_000, 21_720)


def test_formulas_give_the_printed_counts(archive: Archive) -> None:
    for number, cited, expected in ((949, "第1の5(2)", 195_550), (952, "5(2)", 750)):
        volume = _clause(archive, number, cited).volume
        assert volume and volume.quantity
        assert volume.value == volume.quantity.number == expected


def test_an_explicit_none_is_recorded(archive: Archive) -> None:
    flows = _clause(archive, 948, "第1の5(1)").flows
    assert flows[0].heading == "区から委託先へ提供するもの"
    assert flows[0].is_none
    assert [flow.is_none for flow in _clause(archive, 947, "5(1)").flows] == [False, True, True]


def test_an_undecided_counterparty_stays_undecided(archive: Archive) -> None:
    assert _clause(archive, 949, "第1の13").counterparties[0].is_undecided


def test_precedents_are_those_of_the_source(archive: Archive) -> None:
    found = {
        record.number: sorted({p.number for n in record.numbered_clauses for p in n.clause.precedents})
        for record in archive.consultations
        if record.number in NUMBERS
    }
    assert {number: precedents for number, precedents in found.items() if precedents} == {
        946: [884],
        947: [210, 221, 229],
    }


def test_a_reference_can_narrow_what_it_refers_to(archive: Archive) -> None:
    see = _clause(archive, 950, "第2の4").see
    assert see and (str(see.target), see.restriction) == ("第1の4", "区の事務用パソコンを使用する者")


def test_the_author_is_corrected_in_the_open(archive: Archive) -> None:
    for number in (944, 945):
        record = _consultation(archive, number)
        assert record.author.person == "保坂展人"
        assert ("保坂展", "保坂展人") in {(each.original, each.corrected) for each in record.corrections}


def test_what_staff_publish_makes_no_other_test_fail() -> None:
    """Only these read `data/` itself, and what they ask holds for any sound archive."""
    readers = {
        path.name for path in Path(__file__).parent.glob("test_*.py") if re.search(r"\bREAL\b", path.read_text("utf-8"))
    }
    assert readers == {"test_data.py", "test_schemas.py"}
