"""What may stand in a file at all: a name that lasts as an address, nothing unfinished (要確認), no word for nothing.

Also `data/retired.yml`: an address that was given up leads on once, and never back to where the reader came from.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from macros.loading.problems import Finding
from macros.records.record import ValuePath
from macros.records.retired import Retired

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")
_DOCUMENTS = frozenset((".doc", ".docx", ".xls", ".xlsx", ".pdf", ".ppt", ".pptx", ".csv", ".jtd"))
_LEFT_BEHIND = frozenset(("Thumbs.db", "desktop.ini"))  # by Windows, in folders that were looked at
_RESERVED = {
    "index.yml": "一覧のページ",
    "pages.yml": "一覧の続きのページ",
    "starts.yml": "開始時期のページ",
    **dict.fromkeys(("conclusions.yml", "conditions.yml", "years.yml"), "答申をしぼるページ"),
}


def is_hidden(path: Path) -> bool:
    """Whether a program put the file there (.DS_Store, .#953.yml) rather than a person: .953.yml is a slip."""
    if path.name in _LEFT_BEHIND or path.name.startswith("~$"):
        return True
    return path.name.startswith(".") and (path.suffix != ".yml" or path.name.startswith(".#"))


def name_problem(path: Path) -> str | None:
    """What is wrong with the name of a record, relative to its folder; None when it is sound."""
    if len(path.parts) > 1:
        return "フォルダの中のフォルダは読みません。ファイルを一つ上に移してください。"
    if path.suffix.lower() in _DOCUMENTS:
        return f"「{path.name}」は文書です。公開されるので、ここには置けません。make import で下書きにしてください。"
    if path.name in _RESERVED:
        return f"「{path.name}」という名前は{_RESERVED[path.name]}が使います。別の名前にしてください。"
    if not _NAME.fullmatch(path.name):
        return (
            f"ファイル名「{path.name}」は使えません。{_hint(path)}半角の英小文字・数字・「-」と .yml にしてください。"
        )
    return None


def _hint(path: Path) -> str:
    number = re.search(r"\d+", unicodedata.normalize("NFKC", path.name))
    return f"「{int(number[0])}.yml」のように、" if number else "953.yml のように、"


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


_NOTHING = frozenset(
    ("~", "null", "Null", "NULL", "None", "undefined", "NaN", "N/A", "#N/A", "#REF!", "#VALUE!", "#NAME?")
)


def nothing(values: Any, at: ValuePath = ()) -> Iterator[Finding]:
    """Each value of a file, at any depth, that only says that there is none."""
    match values:
        case dict():
            for key, value in values.items():
                yield from nothing(value, (*at, key))
        case list():
            for position, value in enumerate(values):
                yield from nothing(value, (*at, position))
        case str() if values in _NOTHING:
            yield Finding(at, f"「{values}」はそのままページに出ます。書くことがなければ、行ごと消してください。")


def retired_addresses_lead_on(retired: Sequence[Retired | None]) -> Iterator[Finding]:
    """No address is listed twice, and following 移動先 comes to an end."""
    moves = {entry.address: entry.moved_to for entry in reversed(retired) if entry}
    seen: set[str] = set()
    for position, entry in enumerate(retired):
        if entry is None:
            continue
        if entry.address in seen:
            yield Finding((position, "アドレス"), f"「{entry.address}」が2回あります。1つにまとめてください。")
        seen.add(entry.address)
        if _comes_back(entry.address, moves):
            yield Finding(
                (position, "移動先"),
                f"「{entry.address}」の移動先をたどると元に戻ります。いまのアドレスを書いてください。",
            )


def _comes_back(start: str, moves: dict[str, str | None]) -> bool:
    seen = {start}
    following = moves.get(start)
    while following is not None:
        if following in seen:
            return True
        seen.add(following)
        following = moves.get(following)
    return False
