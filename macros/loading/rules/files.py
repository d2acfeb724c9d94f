"""File names are addresses: half-width, lasting, and none that a page of the site already has."""

import re
import unicodedata
from pathlib import Path

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
