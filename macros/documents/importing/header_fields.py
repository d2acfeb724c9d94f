"""Facts that a document names by a label: 「件名：…」, or a row of a table. Not the clauses; see `rows.py`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.documents.extractors.line import Line
from macros.documents.extractors.zz_line__cleaning import squeezed

_LABELS = (
    ("件名", re.compile("件名|案件名?|題名|諮問件名")),
    ("諮問日", re.compile("諮問(?:年月)?日")),
    ("根拠", re.compile("(?:諮問の)?根拠(?:規定|条文|条項|条例|法令)?")),
    ("業務", re.compile("(?:個人情報を?取り?扱う)?(?:業務|事務)の?名称?|業務|事務")),
    ("所管", re.compile("(?:所管|担当|主管|所属)(?:部?課|部署|部局)名?|所管")),
)
_MARK = re.compile(r"[【\[［]([^【】\[\]［］\s]{1,12})[】\]］]")
_COLON = re.compile(r"([^\t：:]{1,20}?)\s*[：:]\s*(.+)")


class Field(NamedTuple):
    """`key` is that of a record; `text` is what stands beside the label."""

    key: str
    text: str
    line: Line


def fields(lines: list[Line]) -> Iterator[Field]:
    """The labelled facts among `lines`, and 【令3-1】 alone on a line: the mark of a 諮問 without a number."""
    for line in lines:
        colon = _COLON.fullmatch(line.text)
        cells = colon.groups() if colon else line.text.split("\t")
        mark = _MARK.fullmatch(squeezed(line.text))
        if mark and any(letter.isdigit() for letter in mark[1]):
            yield Field("符号", mark[1], line)
        elif len(cells) == 2 and cells[1].strip():  # noqa: PLR2004 — a label and what it labels
            for key in (key for key, label in _LABELS if label.fullmatch(squeezed(cells[0]))):
                yield Field(key, cells[1].strip(), line)
