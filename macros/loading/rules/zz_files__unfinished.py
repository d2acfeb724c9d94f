"""A draft is not published by mistake: whatever is marked 要確認 must be settled first.

`shimon new` and `shimon import` put the mark where a person has to write or decide; it stands at the
beginning of a value or of a comment. 「下書き: はい」 marks a whole file.
"""

import re
from collections.abc import Iterator
from typing import Any

from macros.loading.zz_problems__finding import Finding
from macros.records.record import ValuePath

MARK = "要確認"
DRAFT = "下書き"
_ASKS = re.compile(rf"\s*#\s*{MARK}")


def unfinished(values: Any, at: ValuePath = ()) -> Iterator[Finding]:
    """Each value of a file, at any depth, that is still to be written."""
    match values:
        case dict():
            for key, value in values.items():
                if key == DRAFT:
                    yield Finding((*at, key), "下書きは公開できません。書き終えたら「下書き」の行を消してください。")
                yield from unfinished(value, (*at, key))
        case list():
            for position, value in enumerate(values):
                yield from unfinished(value, (*at, position))
        case str() if values.startswith(MARK):
            yield Finding(at, f"「{MARK}」が残っています。確かめて書き直すか、資料にないときは行ごと消してください。")


def unfinished_comments(text: str) -> Iterator[tuple[int, str]]:
    """Line and sentence for each comment that asks a person to settle something."""
    for number, line in enumerate(text.splitlines(), start=1):
        if _ASKS.match(line):
            yield (
                number,
                f"「#」の行に「{MARK}」が残っています。書いてあることを確かめて下の行を直してから、この行を消してください。",
            )
