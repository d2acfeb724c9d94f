"""The order of readings in a Japanese index (五十音順): rows, first kana, and what a word is sorted by. Knows no words."""

import unicodedata
from dataclasses import dataclass
from itertools import takewhile

_SMALL = "ぁぃぅぇぉゃゅょゎっ"
_LARGE = str.maketrans(_SMALL, "あいうえおやゆよわつ")
_HIRAGANA = map(chr, range(0x3041, 0x3097))
_PLAIN = str.maketrans({kana: unicodedata.normalize("NFD", kana)[0].translate(_LARGE) for kana in _HIRAGANA})


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
_ROW_OF = {kana: row for row in ROWS for kana in row.kana}


def order(reading: str) -> tuple[str, str]:
    """What readings are sorted by: が as か, small ゃ as や; where that leaves two alike, as they are written."""
    return _plain(reading), reading


def row_of(reading: str) -> Row:
    """The row in which a reading begins."""
    return _ROW_OF.get(_plain(reading[:1]), OTHER)


def first_kana(reading: str) -> str:
    """か of がいよう; その他 of what begins with no hiragana."""
    return OTHER.name if row_of(reading) is OTHER else _plain(reading[:1])


def running_head(reading: str, neighbour: str) -> str:
    """As much of the beginning of `reading` as tells it from its neighbour in the order; at least one kana.

    A small kana stays with the one before it: しょ, never し of しょくいん.
    """
    pairs = zip(_plain(reading), _plain(neighbour), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) + 1
    small = sum(1 for _ in takewhile(lambda kana: kana in f"{_SMALL}ー", reading[shared:]))
    return reading[: shared + small]


def _plain(reading: str) -> str:
    return reading.translate(_PLAIN)
