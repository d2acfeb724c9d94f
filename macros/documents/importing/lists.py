"""Names within a line: what is ticked (☑氏名 ☐性別), what parentheses list, what stands between 「、」."""

import re

from macros.documents.extractors.line import closed_up

_BOX = re.compile(r"([☑☒■✓✔]|[\[［][○◯レ✓][\]］])\s*|([☐□]|[\[［]\s*[\]］])\s*")
_INSIDE = re.compile(r"[(（]([^()（）]+)[)）]")
_OTHER = re.compile(r"^(?:その他|4情報|４情報)")


def is_ticked_list(text: str) -> bool:
    """Whether boxes are ticked or left empty in `text`."""
    return len(_BOX.findall(text)) > 1 or re.match(r"[☑☐]", text) is not None


def ticked(text: str) -> list[str]:
    """The names with a tick, those that stand in parentheses after 「その他」 by themselves."""
    if not is_ticked_list(text):
        return []
    names: list[str] = []
    marks = list(_BOX.finditer(text))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        if mark[1]:
            name = closed_up(text[mark.end() : after.start() if after else None]).strip("、 　")
            inside = _INSIDE.search(name)
            names += re.split("、", inside[1]) if inside and _OTHER.match(name) else [name]
    return names


def unticked(text: str) -> list[str]:
    """The names without a tick."""
    marks = list(_BOX.finditer(text))
    pairs = zip(marks, [*marks[1:], None], strict=True)
    return [
        closed_up(text[mark.end() : after.start() if after else None]).strip("、 　")
        for mark, after in pairs
        if mark[2]
    ]


def listed_names(text: str) -> list[str]:
    """「住民記録（氏名、住所）」 → 氏名, 住所; else the pieces between 「、」 where all are short."""
    inside = _INSIDE.search(text)
    if inside and "、" in inside[1]:
        return [closed_up(piece) for piece in inside[1].split("、")]
    pieces = [closed_up(piece) for piece in text.split("、")]
    is_list = len(pieces) > 1 and "。" not in text and all(0 < len(piece) <= 15 for piece in pieces)  # noqa: PLR2004 — a name
    return pieces if is_list else []
