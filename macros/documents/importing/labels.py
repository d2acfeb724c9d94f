"""The printed number at the head of a line: 第1, 5, １．, (2), ア, ①. Not whether it fits its place."""

import re
import unicodedata
from typing import NamedTuple

KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STYLES = (
    ("第", re.compile(r"第\s*([0-9０-９]{1,2})(?=[\s(（]|$)\s*(.*)")),
    ("1", re.compile(r"([0-9０-９]{1,2})(?:[.．、]\s*|\s+)(.+)")),
    ("(1)", re.compile(r"([(（][0-9０-９]{1,2}[)）])\s*(.*)")),
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
            printed = unicodedata.normalize("NFKC", found[1]) if style != "①" else found[1]
            return Label(style, printed, _ordinal(printed.strip("()")), found[2].strip())
    return None


def in_iroha(label: Label) -> Label | None:
    """The same number counted イ, ロ, ハ; None for any other kind of number."""
    if label.style != "ア" or label.printed not in IROHA:
        return None
    return label._replace(style=IROHA_STYLE, ordinal=IROHA.index(label.printed) + 1)


def _ordinal(printed: str) -> int:
    for series in (KATAKANA, CIRCLED):
        if printed in series:
            return series.index(printed) + 1
    return int(printed)
