"""Text is measured once, in columns: a square takes two, everything else one."""

import pytest

from macros.records.text_width import width


@pytest.mark.parametrize(
    ("text", "columns"), [("諮問", 4), ("No.948", 6), ("ｱ", 1), ("×°α", 6), ("é", 1), ("café諮", 6), ("", 0)]
)
def test_japanese_characters_take_a_square_and_latin_ones_half(text: str, columns: int) -> None:
    assert width(text) == columns
