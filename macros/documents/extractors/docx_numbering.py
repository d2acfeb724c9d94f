"""The numbers that Word prints by itself: 1, (1), ア before a paragraph whose text does not hold them.

WordprocessingML (ISO/IEC 29500-1 §17.9): a paragraph or its style names a list and a level; the list says
how each level counts and is written.
"""

from collections import defaultdict
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from macros.documents.importing.clause_numbers import CIRCLED, IROHA, KATAKANA
from macros.records.numerals import DIGITS

_LEVELS = 9
_KANJI = f"{DIGITS[1:]}十"
_SERIES = {
    "aiueo": KATAKANA,
    "aiueoFullWidth": KATAKANA,
    "iroha": IROHA,
    "irohaFullWidth": IROHA,
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "japaneseCounting": _KANJI,
    "ideographDigital": _KANJI,
}


class WordNumbers:
    """Counts through one document; ask for every paragraph once, in order."""

    def __init__(self, document: WordDocument) -> None:
        self.styles = {style.style_id: style.element for style in document.styles}
        try:
            numbering = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
        except KeyError:
            numbering = None
        self.levels = _levels(numbering) if numbering is not None else {}
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)

    def of(self, paragraph: Any) -> str:
        """The number printed before `paragraph`; empty when there is none."""
        named = self._list(paragraph)
        if named is None or named[0] not in self.levels:
            return ""
        list_id, level = named
        counts, levels = self.counts[list_id], self.levels[list_id]
        if level not in levels:
            return ""
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return _printed(levels, counts, level)

    def _list(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and level, from the paragraph or the styles that it is based on."""
        holder, seen = paragraph, set()
        while holder is not None:
            found = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                return _value(found, "w:numId", "0"), min(int(_value(found, "w:ilvl", "0")), _LEVELS - 1)
            above = _value(holder, "w:basedOn", "") if holder is not paragraph else paragraph.style or ""
            holder = self.styles.get(above) if above not in seen else None
            seen.add(above)
        return None


def _levels(numbering: Any) -> dict[str, dict[int, tuple[str, str, int]]]:
    """For each list, level by level: how it is written (「(%2)」), how it counts, and where it starts."""
    kinds = {each.get(qn("w:abstractNumId")): each for each in numbering.iter(qn("w:abstractNum"))}
    found = {}
    for each in numbering.iter(qn("w:num")):
        kind = kinds.get(_value(each, "w:abstractNumId", ""))
        if kind is not None:
            found[each.get(qn("w:numId"))] = {
                int(level.get(qn("w:ilvl"))): (
                    _value(level, "w:lvlText", ""),
                    _value(level, "w:numFmt", "decimal"),
                    int(_value(level, "w:start", "1")),
                )
                for level in kind.iter(qn("w:lvl"))
            }
    return found


def _printed(levels: dict[int, tuple[str, str, int]], counts: list[int], level: int) -> str:
    text, counting, _ = levels[level]
    if counting == "bullet":
        return "・"
    for place, (_, of_place, start) in levels.items():
        text = text.replace(f"%{place + 1}", _counted(counts[place] + start - 1, of_place))
    return text


def _counted(number: int, counting: str) -> str:
    series = _SERIES.get(counting, "")
    if counting == "none":
        return ""
    return series[number - 1] if 0 < number <= len(series) else str(number)


def _value(element: Any, name: str, otherwise: str) -> str:
    child = element.find(qn(name))
    return otherwise if child is None else str(child.get(qn("w:val"), otherwise))
