"""Numbers in kanji are read alike by Python and in the browser."""

import json
from pathlib import Path

import pytest

from macros.records.numerals import number
from tests.windows import Visit

CASES: list[tuple[str, int | None]] = json.loads((Path(__file__).parent / "numeral_cases.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "value"), CASES)
def test_python_reads_it(text: str, value: int | None) -> None:
    assert number(text) == value


def test_the_browser_reads_them_all(visit: Visit) -> None:
    read = """async (texts) => {
      const { number } = await import("/assets/numerals.js");
      return texts.map(number);
    }"""
    assert visit.go("/").evaluate(read, [text for text, _ in CASES]) == [value for _, value in CASES]
