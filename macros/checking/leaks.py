"""Nothing may leak: passwords in addresses, e-mail addresses, telephone and My Number digits in any field."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from macros.checking.finding import Finding
from macros.records.record import Path

_LEAKS = (
    ("鍵の入ったアドレス", re.compile(r"[?&](?:pwd|password|token|key)=", re.IGNORECASE)),
    ("メールアドレス", re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{1,190}")),
    ("電話番号", re.compile(r"(?<!\d)0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)|(?<!\d)0[5789]0\d{8}(?!\d)")),
    (
        "マイナンバーと思われる12桁の数字",
        re.compile(r"(?<![\d-])(?:\d{12}|\d{4} \d{4} \d{4}|\d{4}-\d{4}-\d{4})(?![\d年-])"),
    ),
)


def leaks(values: Any, at: Path = ()) -> Iterator[Finding]:
    """Each text of a file, at any depth, that must not be published."""
    match values:
        case dict():
            for key, value in values.items():
                yield from _in_text(unicodedata.normalize("NFKC", key), (*at, key))
                yield from leaks(value, (*at, key))
        case list():
            for position, value in enumerate(values):
                yield from leaks(value, (*at, position))
        case str():
            yield from _in_text(unicodedata.normalize("NFKC", values), at)


def _in_text(text: str, at: Path) -> Iterator[Finding]:
    for what, pattern in _LEAKS:
        if pattern.search(text):
            yield Finding(at, f"{what}が書かれています。公開できないので取り除いてください。")


def leaks_in_comments(text: str) -> Iterator[tuple[int, str]]:
    """Line and sentence for each comment that must not be public: the repository shows them to everybody."""
    for number, line in enumerate(text.splitlines(), start=1):
        _, hash_sign, comment = line.partition("#")
        if hash_sign:
            yield from ((number, finding.sentence) for finding in _in_text(unicodedata.normalize("NFKC", comment), ()))
