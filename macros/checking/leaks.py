"""Nothing may leak: keys in addresses, e-mail addresses, telephone and My Number digits, passwords, in any text.

What must stand all the same is named with its reason under 公開の例外; see `records/exemption.py`.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from macros.checking.finding import Finding
from macros.records.exemption import KEY
from macros.records.record import Path

_DASHES = re.compile("[‐‑‒–—―−ーｰ─〜~]")  # as people write telephone numbers
_AT = r"(?:@|\s?[\[({<【〔]\s?(?:at|アット(?:マーク)?|@|あっと)\s?[\])}>】〕]\s?|アットマーク|\s(?:at|AT)\s|★|☆|◎)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|ドット|\.)\s?[\])}]\s?|\s(?:dot|DOT)\s)"
_KEYS = (
    r"pwd|passwd|password|pass|passcode|pw|token|access_token|id_token|refresh_token|auth|authkey|key|api_?key|"
    r"sig|signature|secret|client_secret|jwt|session(?:_?id)?|phpsessid|jsessionid|x-amz-(?:signature|credential)"
)
_GAP = r"[-( )./・]{1,2}"

_LEAKS = (
    ("鍵の入ったアドレス", re.compile(rf"[?&#;](?:{_KEYS})=[^\s&]|://[^\s/@:]+:[^\s/@]+@", re.IGNORECASE)),
    (
        "パスワード",
        re.compile(
            r"(?:パスワード|パスコード|暗証番号|password|passcode|passwd|pwd|\bpw)\s?(?:[:=]|は)\s?[「\"']?"
            r"(?=[!-~]*\d)[!-~]{4,}",
            re.IGNORECASE,
        ),
    ),
    (
        "会議のID",
        re.compile(
            r"(?:ミーティング|会議|meeting)\s?(?:ID|番号)\s?[:=は]?\s?\d{3}[- ]?\d{3,4}[- ]?\d{3,5}", re.IGNORECASE
        ),
    ),
    (
        "鍵",
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|"
            r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}"
        ),
    ),
    (
        "メールアドレス",
        re.compile(rf"[A-Za-z0-9._%+-]{{1,64}}{_AT}[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{1,8}}"),
    ),
    (
        "電話番号",
        re.compile(
            rf"(?<![\d.-])\(?0\d{{1,4}}{_GAP}\d{{1,4}}{_GAP}\d{{3,4}}(?![\d-])|"  # 03-1234-5678, (03)1234-5678
            rf"(?<!\d)\+81{_GAP}?\(?0?\)?\d{{1,4}}{_GAP}?\d{{1,4}}{_GAP}?\d{{3,4}}(?!\d)|"
            r"(?<![\d-])0[5789]0\d{8}(?![\d-])|(?<![\d-])0[1-9]\d{8}(?![\d-])|"
            r"(?<!\d)\+81\d{9,10}(?!\d)|内線[ :番号はへ(]{0,4}\d{3,5}(?![\d桁回])|"
            r"(?:電話|直通|TEL|FAX|ファクス|ファックス)[ :番号はへ(]{0,4}\d{2,4}-\d{4}(?!\d)",
            re.IGNORECASE,
        ),
    ),
)
_TWELVE = re.compile(r"(?<![\d-])\d{4}([- ]?)\d{4}\1\d{4}(?![\d年-])")
_MY_NUMBER = "マイナンバーと思われる12桁の数字"


def leaks(values: Any, at: Path = (), exempt: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Each text of a file, at any depth, that must not be published."""
    match values:
        case dict():
            exempt = (*exempt, *_exempt(values.get(KEY)))
            for key, value in values.items():
                yield from _in_text(key, (*at, key), exempt)
                yield from leaks(value, (*at, key), exempt)
        case list():
            for position, value in enumerate(values):
                yield from leaks(value, (*at, position), exempt)
        case str():
            yield from _in_text(values, at, exempt)


def leaks_in_comments(text: str) -> Iterator[tuple[int, str]]:
    """Line and sentence for each comment that must not be public: the repository shows them to everybody."""
    for number, line in enumerate(text.split("\n"), start=1):
        _, hash_sign, comment = line.partition("#")
        if hash_sign:
            yield from ((number, finding.sentence) for finding in _in_text(comment, (), ()))


def leaks_in_lines(text: str, exemptions: Any = None) -> Iterator[tuple[int, str]]:
    """Line and sentence for each line of a hand-written page that must not be public."""
    exempt = tuple(_exempt(exemptions))
    for number, line in enumerate(text.split("\n"), start=1):
        yield from ((number, finding.sentence) for finding in _in_text(line, (), exempt))


def _exempt(listed: Any) -> Iterator[str]:
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("文字"), str) and entry.get("理由"):
            yield unicodedata.normalize("NFKC", entry["文字"])


def _in_text(text: str, at: Path, exempt: tuple[str, ...]) -> Iterator[Finding]:
    for what in _leaking(text, exempt):
        yield _finding(at, what)


# Most texts are keys and names, which stand in every record.
@lru_cache(maxsize=20_000)
def _leaking(text: str, exempt: tuple[str, ...]) -> tuple[str, ...]:
    """What leaks in `text`, in words."""
    plain = unicodedata.normalize("NFKC", unquote(html.unescape(text)))
    for allowed in exempt:
        plain = plain.replace(allowed, "…")
    dashed = _DASHES.sub("-", plain)
    readings = {plain, dashed}
    found = [what for what, pattern in _LEAKS if any(map(pattern.search, readings))]
    if any(_is_my_number(match[0]) for match in _TWELVE.finditer(dashed)):
        found.append(_MY_NUMBER)
    return tuple(found)


def _finding(at: Path, what: str) -> Finding:
    return Finding(at, f"{what}が書かれています。公開できないので取り除いてください。")


def _is_my_number(written: str) -> bool:
    """Whether it is grouped as on the card, or its last digit checks the others.

    平成26年総務省令第85号 第5条: weights 6–2 and 7–2, modulo 11.
    """
    if not written.isdigit():
        return True
    *digits, check = (int(digit) for digit in written)
    weighted = sum(digit * weight for digit, weight in zip(digits, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True))
    rest = weighted % 11
    return check == (0 if rest <= 1 else 11 - rest)
