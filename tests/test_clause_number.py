"""Official numbers: printed, typed as addresses, and read back."""

import pytest

from macros.records.clause_number import ClauseNumber, is_label, read_clause_number, read_see


@pytest.mark.parametrize(
    ("printed", "anchor"),
    [
        ("第1の5(1)", "1-5-1"),
        ("第2の10", "2-10"),
        ("5(1)", "5-1"),
        ("5（１）", "5-1"),
        ("第1の5(1)ア", "1-5-1-a"),
        ("3(2)(キ)", "3-2-ki"),
    ],
)
def test_an_address_copies_the_citation(printed: str, anchor: str) -> None:
    number = read_clause_number(printed)
    assert number is not None
    assert number.anchor == anchor


def test_a_number_is_printed_as_it_was_read() -> None:
    assert str(ClauseNumber(1, ("5", "(1)"))) == "第1の5(1)"
    assert str(ClauseNumber(None, ("5", "(1)"))) == "5(1)"


def test_a_reference_may_be_restricted() -> None:
    read = read_see("第1の4のうち、区の事務用パソコンを使用する者")
    assert read == (ClauseNumber(1, ("4",)), "区の事務用パソコンを使用する者")


def test_a_sentence_is_no_reference() -> None:
    assert read_see("上と同じ") is None
    assert read_clause_number("第1") is None


@pytest.mark.parametrize("label", ["5", "(1)", "（１）", "ア", "①"])
def test_labels_of_other_forms_are_accepted(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize("label", ["", "第1", "5(1)", "四番"])
def test_what_is_no_label_is_refused(label: str) -> None:
    assert not is_label(label)
