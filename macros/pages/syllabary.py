"""The order of readings in a Japanese index (五十音順): rows, first kana, and what a word is sorted by. Knows no words."""

import unicodedata
from dataclasses import dataclass
from itertools import takewhile

_SMALL = str.maketrans("ぁぃぅぇぉゃゅょゎっ", "あいうえおやゆよわつ")


@dataclass(frozen=True)
class Row:
    """A row of the syllabary: さ行. `id` is its address."""

    id: str
    name: str
    kana: str


ROWS = (
    Row("a", "あ行", "あいうえお"),
    Row("ka", "か行", "かきくけこ"),
    Row("sa", "さ行", "さしすせそ"),
    Row("ta", "た行", "たちつてと"),
    Row("na", "な行", "なにぬねの"),
    Row("ha", "は行", "はひふへほ"),
    Row("ma", "ま行", "まみむめも"),
    Row("ya", "や行", "やゆよ"),
    Row("ra", "ら行", "らりるれろ"),
    Row("wa", "わ行", "わゐゑをん"),
)
OTHER = Row("other", "その他", "")
"""Of readings that do not begin with hiragana."""


def order(reading: str) -> tuple[str, str]:
    """What readings are sorted by: が as か, small ゃ as や; where that leaves two alike, as they are written."""
    return _plain(reading), reading


def row_of(reading: str) -> Row:
    """The row in which a reading begins."""
    return next((row for row in ROWS if first_kana(reading) in row.kana), OTHER)


def first_kana(reading: str) -> str:
    """か of がいよう; その他 of what begins with no hiragana."""
    first = _plain(reading)[:1]
    return first if first and any(first in row.kana for row in ROWS) else OTHER.name


def between(before: str, reading: str) -> str:
    """As much of the beginning of `reading` as tells it from `before`, its neighbour in the order; at least one kana."""
    pairs = zip(_plain(before), _plain(reading), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return reading[: shared + 1]


def _plain(reading: str) -> str:
    without_marks = (unicodedata.normalize("NFD", kana)[0] for kana in reading)
    return "".join(without_marks).translate(_SMALL)
