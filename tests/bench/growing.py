"""More words for a larger archive: the vocabulary grows with the square root of the records, as texts do (Heaps' law).

A new word is an old one with what sets it apart before it: 世帯主の口座番号. None of them says anything true.
"""

from itertools import count, islice, product
from math import sqrt
from pathlib import Path
from typing import Any

from tests.bench.yaml_files import read, write

GROWING = ("operations", "items", "divisions", "counterparties")
_BEFORE = (
    ("世帯主の", "せたいぬしの"),
    ("申請者の", "しんせいしゃの"),
    ("前年度の", "ぜんねんどの"),
    ("変更前の", "へんこうまえの"),
    ("東部の", "とうぶの"),
    ("西部の", "せいぶの"),
    ("臨時の", "りんじの"),
)


def grow(vocabulary: Path, records: int, before: int) -> None:
    """Add words to the files of the folder `vocabulary`, as many as an archive that grew from `before` would have."""
    for name in GROWING:
        words = read(vocabulary / f"{name}.yml")
        wanted = round(len(words) * sqrt(records / before)) - len(words)
        write(vocabulary / f"{name}.yml", [*words, *islice(_further(words), max(wanted, 0))])


def _further(words: list[dict[str, Any]]) -> Any:
    """Every word with one thing before it, then with two, and so on."""
    for length in count(1):
        for position, before in enumerate(product(_BEFORE, repeat=length)):
            name, reading = ("".join(each) for each in zip(*before, strict=True))
            for word in words:
                kept = {key: value for key, value in word.items() if key not in ("別名", "説明", "注")}
                yield kept | {
                    "名前": name + word["名前"],
                    "読み": reading + word["読み"],
                    "id": f"{word['id']}-{length}-{position + 1}",
                }
