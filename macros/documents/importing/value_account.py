"""The account by value: whatever a line holds of articles, days, counts and papers stands in the draft, or is asked.

Lines are accounted for one by one (`Account`); this looks within them, so that 第6号 after 及び, the upper end of a range
or a second asker cannot vanish from a line that was booked.
"""

import re
from collections.abc import Iterator
from typing import Any

from macros.documents.extractors.line import Account, Line, squeezed
from macros.documents.importing.articles import Laws
from macros.documents.importing.questions import Doubtful, doubts, plain
from macros.documents.importing.values import held, tokens

_OF_NAMES = re.compile("諮問者|宛先|所管")
_NAME = re.compile(r"[一-龥々ァ-ヶー]{2,}")
_NO_NAMES = re.compile("(?:課|部|会長|委員|諮問|件名|所管|担当|殿|様|提供先|委託先|相手方|対象者?|項目|以下|公印省略)$")
_SHORTEST = 3  # characters of a name that a line may not lose


def lost_values(values: dict[str, Any], lines: tuple[Line, ...], account: Account) -> list[Doubtful]:
    """A question for each line of which a value is neither in `values` nor asked about."""
    laws = Laws.of("".join(line.text for line in lines))
    stated = held(values) + " " + " ".join(squeezed(doubt.question).replace(",", "") for doubt in doubts(values))
    read = set(tokens(stated.replace(" ", "、"), laws)) | set(_leaf_tokens(values, laws))
    stated += " ".join(_earlier(values)) + f" 諮問第{plain(values.get('諮問番号'))}号"
    questions = []
    for line in (line for line in lines if line.text and not line.ignored):
        missing = [token for token in tokens(line.text, laws) if token not in read and _folded(token) not in stated]
        missing += [name for name in _names(line, account) if name not in stated]
        if missing:
            named = "」「".join(dict.fromkeys(missing))
            questions.append(
                Doubtful(None, (line,), f"「{named}」がどの欄にもありません。要るなら書き加えてください。")
            )
    return questions


def _earlier(value: Any) -> Iterator[str]:
    """The papers that 前例 names by number alone, as documents print them."""
    match value:
        case dict():
            for key, inner in value.items():
                if key == "前例" and isinstance(inner, list):
                    yield from (f"諮問第{paper['番号']}号" for paper in inner if isinstance(paper, dict))
                yield from _earlier(inner)
        case list():
            for inner in value:
                yield from _earlier(inner)
        case Doubtful():
            yield from _earlier(value.value)


def _leaf_tokens(value: Any, laws: Laws) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from _leaf_tokens(inner, laws)
        case list():
            for inner in value:
                yield from _leaf_tokens(inner, laws)
        case Doubtful():
            yield from _leaf_tokens(value.value, laws)
        case str():
            yield from tokens(value, laws)


def _folded(token: str) -> str:
    return squeezed(token).replace(",", "")


def _names(line: Line, account: Account) -> list[str]:
    uses = account.uses.get(line.number, [])
    if not any(_OF_NAMES.search(use) for use in uses) or any("原文" in use for use in uses):
        return []
    names = _NAME.findall(line.text)
    return [name for name in names if len(name) >= _SHORTEST and not _NO_NAMES.search(name)]
