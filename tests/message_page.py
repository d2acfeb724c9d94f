"""Writes docs/messages.md, every message of `check` beside what earns it: `python -m tests.message_page`.

Made from tests/broken, so that no message stands there which the program does not give.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.archives import ROOT

BROKEN = Path(__file__).parent / "broken"
PAGE = ROOT / "docs" / "messages.md"

# A message belongs to the first group whose words it has; the last takes what is left.
_GROUPS = (
    ("公開してはいけないこと", "公開できない"),
    (
        "ファイルと記号の書き方",
        "YAML|タブ文字|全角|閉じて|記号で始まる|入れ子|中身が|アンカー|エイリアス|（タグ）|制御文字|衝突|1回目は|一番外側|から先は|値の中の",
    ),
    ("書きかけ", "要確認|下書き"),
    ("語彙にある名前", "語彙に|重なって|様式が|言葉「"),
    ("件数と計算", "件数(として|が空|は「)|内訳|式「"),
    ("日付、期間、日程、出典", "日付|日まで|という日|開始（|出典|答申日"),
    ("番号、条項、準用、前例", "番号|条項|準用|前例|第[0-9]+ の部"),
    ("名前と値の形", ""),
)
_HEAD = """# 確かめるときに出る文

`make check` が出す文と、それが出る書き方の一覧です。文の中の言葉で、このページの中をさがせます（Ctrl+F）。
`tests/broken/` の検査用のファイルから `make messages` で作っています。手では直しません。

実際には、文の前に「ファイル名:行番号:」が付きます。一度に、すべてのまちがいが出ます。
かっこの中は、検査用の架空の市（見本市）のファイルです。
"""


class Said(NamedTuple):
    """One message: the file that earns it, the line that it points to, and what it says."""

    case: str
    place: str
    written: str
    sentence: str


def all_said() -> Iterator[Said]:
    """Every message of every broken file, by file name."""
    for path in sorted(BROKEN.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            place, number, sentence = line.split(":", 2)
            yield Said(path.stem, place, _written(path.with_suffix(".yml"), place, int(number)), sentence.strip())


def page() -> str:
    """The whole page."""
    said = list(all_said())
    grouped = {title: [each for each in said if _group(each.sentence) == title] for title, _ in _GROUPS}
    sections = [
        f"## {title}\n\n" + "\n".join(map(_entry, _distinct(group))) for title, group in grouped.items() if group
    ]
    return "\n".join([_HEAD, *sections])


def _group(sentence: str) -> str:
    return next(title for title, words in _GROUPS if re.search(words, sentence))


def _distinct(said: list[Said]) -> list[Said]:
    """Without a sentence of the same words about another line."""
    return list({re.sub("[0-9]+", "0", each.sentence): each for each in reversed(said)}.values())[::-1]


def _entry(said: Said) -> str:
    written = f"`{said.written}`" if said.written else "（ほかのファイルの行）"
    return f"- {written}（[{said.place}](../tests/broken/{said.case}.yml)）<br>\n  **{_as_text(said.sentence)}**\n"


def _written(case: Path, place: str, number: int) -> str:
    """The line that a message points to, where it stands in the broken file."""
    lines = case.read_text(encoding="utf-8").splitlines()
    is_here = lines[0].removeprefix("# 置き場所: ") == place
    line = lines[number - 1].strip() if is_here and number <= len(lines) else ""
    return "".join(letter if letter.isprintable() else "␀" for letter in line).replace("`", "'")


def _as_text(sentence: str) -> str:
    return re.sub(r"([\\`*_<>\[\]&|~#])", r"\\\1", sentence)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
