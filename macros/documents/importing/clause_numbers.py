"""The printed number at the head of a line: 第1, 5, １．, (2), ア, ①. Not whether it fits its place."""

import re
import unicodedata
from typing import NamedTuple

from macros.records.numerals import number

KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_KANJI = "[一二三四五六七八九十]{1,3}"
_AS_PRINTED = f"{CIRCLED}{ROMAN}{PARENTHESISED}"  # NFKC would make other characters of them
SQUARE = "■"
COMPOSITE = ("1-1", "1-1-1")
_STYLES = (
    ("第", re.compile(r"第\s*([0-9０-９]{1,2})(?=[\s(（]|$)\s*(.*)")),
    ("Ⅰ", re.compile(rf"([{ROMAN}])[.．、]?\s*(.+)")),
    (SQUARE, re.compile(r"()[■◆]\s*(.+)")),
    ("一", re.compile(rf"({_KANJI})(?:[.．、]\s*|\s+)(.+)")),
    ("1", re.compile(r"([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])\s*|\s+)(.+)")),
    ("1-1", re.compile(r"([0-9０-９]{1,2}[-－.．][0-9０-９]{1,2})[.．]?\s+(.+)")),
    ("1-1-1", re.compile(r"([0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2}){2})[.．]?\s+(.+)")),
    ("A", re.compile(r"([A-ZＡ-Ｚ])(?:[.．、]\s*|\s+)(.+)")),
    ("(1)", re.compile(rf"([(（][0-9０-９]{{1,2}}[)）]|[{PARENTHESISED}])\s*(.*)")),
    ("(一)", re.compile(rf"([(（]{_KANJI}[)）])\s*(.*)")),
    ("1)", re.compile(r"([0-9０-９]{1,2}[)）])\s*(.+)")),
    ("(ア)", re.compile(rf"([(（][{KATAKANA}][)）])\s*(.*)")),
    ("ア", re.compile(rf"([{KATAKANA}])(?:[.．、]\s*|\s+)(.+)")),
    ("①", re.compile(r"([①-⑳])\s*(.*)")),
)
_COUNTED = re.compile(r"[0-9０-９]+(?:[年月日回条項号人件円%％分時種名か~～]|,)")

NUMBERED = re.compile(rf"\s+(?=[{KATAKANA}]\s|[(（][0-9０-９]{{1,2}}[)）]|[①-⑳])")
"""Where one line holds several: before ア, (1) or ①."""
PART = "第"
IROHA_STYLE = "イ"
STYLES = (*(style for style, _ in _STYLES), IROHA_STYLE)
"""From the highest to the lowest, as official documents nest them."""


class Label(NamedTuple):
    """`printed` is the number as a record writes it (half-width), `rest` what follows on the line."""

    style: str
    printed: str
    ordinal: int
    rest: str


def read_label(text: str) -> Label | None:
    """The number at the head of `text`, if there is one."""
    for style, pattern in _STYLES:
        found = pattern.fullmatch(text)
        if found and not (style == "1" and _COUNTED.match(text)):
            printed = found[1] if found[1] in _AS_PRINTED else unicodedata.normalize("NFKC", found[1])
            return Label(style, printed, _ordinal(printed), unspaced(found[2].strip()))
    return None


def in_iroha(label: Label) -> Label | None:
    """The same number counted イ, ロ, ハ; None for any other kind of number."""
    if label.style != "ア" or label.printed not in IROHA:
        return None
    return label._replace(style=IROHA_STYLE, ordinal=IROHA.index(label.printed) + 1)


def unspaced(text: str) -> str:
    """「件　　名　　健診の提供」 → 件名, two spaces, 健診の提供: a label spread over its column is one word."""
    words = text.split()
    letters = next((place for place, word in enumerate(words) if len(word) > 1), len(words))
    if letters < 2 or letters > _MOST_LETTERS:  # noqa: PLR2004 — one letter is no spread word
        return text
    return "  ".join(filter(None, ("".join(words[:letters]), " ".join(words[letters:]))))


_MOST_LETTERS = 6


def _ordinal(printed: str) -> int:
    bare = printed.strip("()")
    if not bare:
        return 1
    for series in (KATAKANA, CIRCLED, ROMAN, PARENTHESISED, _LETTERS):
        if bare in series:
            return series.index(bare) + 1
    return number(re.split("[-.]", bare)[-1]) or 0


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
