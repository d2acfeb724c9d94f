"""Nothing may leak: passwords in addresses, e-mail addresses, telephone and My Number digits in any field."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from macros.checking.finding import Finding
from macros.records.record import Path

_LEAKS = (
    ("鍵の入ったアドレス", re.compile(r"[?&](?:pwd|password|token|key)=", re.IGNORECASE)),
    ("メールアドレス", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("電話番号", re.compile(r"(?<!\d)0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)")),
    ("マイナンバーと思われる12桁の数字", re.compile(r"(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}(?!\d)")),
)


def leaks(values: Any, at: Path = ()) -> Iterator[Finding]:
    """Each text of a file, at any depth, that must not be published."""
    match values:
        case dict():
            for key, value in values.items():
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
