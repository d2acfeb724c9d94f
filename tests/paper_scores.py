"""How a document's drafts compare with what a person wrote down from it beforehand (`tests/documents/papers/`).

A fact is right when a draft holds it in its field; asked when it only stands in a question; lost when neither. What the
draft states and must not is silently wrong. Values are compared without spaces, widths and thousands separators.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.documents.extractors.line import Unreadable
from macros.documents.importing.importer import import_document
from macros.documents.importing.questions import Doubtful, doubts
from macros.records.vocabulary import Vocabulary

PAPERS = Path(__file__).parent / "documents" / "papers"

_FIELDS = {
    "諮問番号": ("諮問番号", "符号", "年度", "諮問"),
    "副題": ("副題",),
    "件名": ("件名", "報告", "事後報告", "その他"),
    "期間開始": ("開始",),
    "期間終了": ("終了",),
    "期間": ("期間", "開始", "終了", "記載", "日付"),
    "項目": ("項目", "内訳", "種別", "区分", "注"),
    "件数": ("件数", "数", "内訳", "記載"),
    "相手方": ("相手方", "から", "へ", "名前"),
    "対象": ("対象",),
    "結論": ("結論", "結果", "諮問", "議題"),
    "条件": ("条件",),
    "議題": ("議題",),
    "会議日": ("開催日",),
    "会議名": ("件名",),
    "出席": ("出席",),
    "条項番号": ("番号",),
    "類型": ("事前一括承認",),
}


def folded(text: Any) -> str:
    """One width and dash, without white space and thousands separators, dates as ISO writes them."""
    plain = re.sub(r"\s|(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", str(text)))
    return re.sub("[－‐–—ー−]", "-", plain).replace("〜", "~")


@dataclass(frozen=True)
class Statement:
    """A value of a draft with the keys above it, and whether a question stands at it."""

    keys: tuple[str, ...]
    text: str
    is_asked: bool


@dataclass
class Score:
    """What became of the facts of one paper."""

    kind_is_right: bool = False
    right: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    silently_wrong: list[str] = field(default_factory=list)


def scored(folder: Path, vocabulary: Vocabulary) -> Score:
    """The score of the paper in `folder`: `input.txt` beside `expected.json`."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    score = Score()
    try:
        drafts = import_document(folder / "input.txt", vocabulary).drafts
    except Unreadable as error:
        score.kind_is_right = bool(expected.get("refused"))
        score.asked = [f"{error}"]
        score.lost = [f"{fact['what']}={fact['value']}" for fact in expected["facts"]]
        return score
    kind = drafts[0].kind.name
    score.kind_is_right = kind == expected["kind"]
    statements = [statement for draft in drafts for statement in _statements(draft.values)]
    questions = [folded(doubt.question) for draft in drafts for doubt in doubts(draft.values)]
    for fact in expected["facts"]:
        wanted = [fact["value"], *fact.get("also", [])]
        name = f"{fact['what']}={fact['value']}"
        if any(_states(statements, fact["what"], value, open_only=True) for value in wanted):
            score.right.append(name)
        elif any(_states(statements, fact["what"], value) for value in wanted) or any(
            _words(value) and all(any(word in question for question in questions) for word in _words(value))
            for value in wanted
        ):
            score.asked.append(name)
        else:
            score.lost.append(name)
    for forbidden in expected["must_not"]:
        what, _, value = re.sub(r"\s*\([^()]*[A-Za-z]{2}[^()]*\)$", "", forbidden).partition(": ")
        if what == "種類":
            score.silently_wrong += [forbidden] if kind == value else []
        elif any(
            folded(value) == folded(each.text)
            and not each.is_asked
            and _is_of(each.keys, what)
            and "内訳の合計" not in each.keys
            and "日付" not in each.keys  # a sum of ours, a day of nothing in particular
            for each in statements
        ) and value not in [other for fact in expected["facts"] for other in (fact["value"], *fact.get("also", []))]:
            score.silently_wrong.append(forbidden)
    return score


def _is_of(keys: tuple[str, ...], what: str) -> bool:
    return bool(set(_FIELDS.get(what, (what,))) & set(keys))


def _words(value: str) -> list[str]:
    bare = re.sub(r"[（(](?:令和|平成|36|適当).*[）)]$", "", value)
    return [folded(word) for word in re.split(r"[ ～]", bare) if word]


def _states(statements: list[Statement], what: str, value: str, *, open_only: bool = False) -> bool:
    """Whether one statement, or one mapping of them, holds every word of `value` in a field that `what` may have."""
    rows: dict[tuple[str, ...], str] = {}
    for each in statements:
        if (open_only and each.is_asked) or not _is_of(each.keys, what):
            continue
        if folded(value) in folded(each.text):
            return True
        for end in (end for end in range(1, len(each.keys)) if not each.keys[end].isdigit()):
            rows[each.keys[:end]] = rows.get(each.keys[:end], "") + folded(each.text) + " "
    return any(all(word in text for word in _words(value)) for text in rows.values())


def _statements(
    value: Any, keys: tuple[str, ...] = (), numbers: str = "", *, is_asked: bool = False
) -> Iterator[Statement]:
    """Clause numbers are given whole: that of a clause after those of the clauses above it."""
    match value:
        case Doubtful():
            asks = value.value is not None and "語彙にありません" not in value.question
            yield from _statements(value.value, keys, numbers, is_asked=is_asked or asks)
        case dict():
            own = value.get("番号")
            own = own.value if isinstance(own, Doubtful) else own
            below = f"{numbers}{own}" if isinstance(own, str) else numbers
            for key, inner in value.items():
                if key == "番号" and isinstance(own, str):
                    yield Statement((*keys, key), below, is_asked=False)
                yield from _statements(inner, (*keys, key), below, is_asked=is_asked)
        case list():
            for place, inner in enumerate(value):
                yield from _statements(inner, (*keys, str(place)), numbers, is_asked=is_asked)
        case None:
            pass
        case _:
            yield Statement(keys, str(value), is_asked)
