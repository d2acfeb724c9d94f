"""Counts: what a printed number means, and what a formula gives."""

import pytest

from macros.records.volume import Quantity, evaluate


@pytest.mark.parametrize(
    ("printed", "number", "unit", "is_about"),
    [
        ("約7,200件", 7200, "件", True),
        ("約2万件程度", 20000, "件", True),
        ("約１万２千件", 12000, "件", True),
        ("1億2,000万円", 120_000_000, "円", False),
        ("年間2件程度", 2, "件", True),
        ("21,720件", 21720, "件", False),
        ("５０人", 50, "人", False),
    ],
)
def test_a_printed_count_is_understood(printed: str, number: int, unit: str, is_about: bool) -> None:
    quantity = Quantity.model_validate(printed)
    assert (quantity.text, quantity.number, quantity.unit, quantity.is_about) == (printed, number, unit, is_about)


def test_about_leaves_open_the_digits_it_does_not_print() -> None:
    about_twenty_thousand = Quantity.model_validate("約2万件")
    assert about_twenty_thousand.agrees_with(21_720)
    assert not about_twenty_thousand.agrees_with(25_100)
    assert not Quantity.model_validate("2万件").agrees_with(21_720)
    assert not Quantity.model_validate("約195,550件").agrees_with(195_500)


def test_a_formula_is_whole_numbers_and_signs() -> None:
    assert evaluate("13,150×(12+1)+8,200×3") == 195_550
    assert evaluate("50×（12+3）") == 750


@pytest.mark.parametrize("formula", ["", "利用者×12", "2**9", "__import__('os')", "1/0", "10-", "1.5×2"])
def test_anything_else_is_refused(formula: str) -> None:
    with pytest.raises(ValueError):
        evaluate(formula)
