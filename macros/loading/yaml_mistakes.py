"""A text that is no YAML → the lines on which somebody slipped, and what would be right. Reads no values.

A parser notices late and stops at once. Most slips can be told by their line alone: some of them wherever they stand,
so that all are named at once; others only up to where the parser stopped, for a sound text may look like them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class _Slip(NamedTuple):
    pattern: re.Pattern[str]
    sentence: str


_SURE = (
    _Slip(
        re.compile(r"^(<<<<<<<|=======|>>>>>>>)"),
        "取り込みの衝突の印が残っています。残す行を選び、印の行を消してください。",
    ),
    _Slip(re.compile(r"^ *\t"), "タブ文字は使えません。字下げは半角の空白2つで書いてください。"),
    _Slip(re.compile(r"^ *[^\S \n]"), "字下げに全角などの空白があります。半角の空白2つで書いてください。"),
    _Slip(re.compile(r"^ *-(?:[^\s-]|[^\S \n])"), "「-」の後に、半角の空白を1つ入れてください。"),
    _Slip(
        re.compile(r"^ *(?:- )?[^\s:：\"'#{\[、。「]{1,20}:[^\S \n\t]"),
        "「:」の後の空白が全角です。半角の空白を1つにしてください。",
    ),
    _Slip(re.compile(r"^ *(?:- )?[ぁ-んァ-ヶー一-龥]{1,12}:[^\s:/]"), "「:」の後に、半角の空白を1つ入れてください。"),
    _Slip(re.compile(r"^ *[ぁ-んァ-ヶー一-龥]{1,12}："), "「：」が全角です。半角の「:」と空白にしてください。"),
    _Slip(re.compile(r"^ *```"), "「```」の行は、資料の一部ではないので消してください。"),
)
_LIKELY = (
    _Slip(re.compile(r"^[ -]*[^\s:\"'#{\[]+："), "「：」が全角です。半角の「:」と空白にしてください。"),
    _Slip(re.compile(r"^ *[－‐–—・●•]\s*[^\s:：]+[:：]"), "一覧の印は、半角の「-」と空白で書いてください。"),
    _Slip(re.compile(r"^[ -]*[^:\s]+:\s*[｛［]"), "かっこが全角です。半角の { } や [ ] にしてください。"),
    _Slip(re.compile(r'^[^"#]*"[^"]*$'), '「"」が閉じていません。値の終わりにも " を書いてください。'),
    _Slip(re.compile(r"^[^'#\"]*: '[^']*$"), "「'」が閉じていません。値の終わりにも ' を書いてください。"),
    _Slip(re.compile(r"^[ -]*[^:\s]+:\s+[*&!%@`]"), 'この記号で始まる値は、全体を " で囲んでください。'),
    _Slip(re.compile(r"^[ -]*[^:\s\"'{\[]+:\s+[^\"'\[{#].*:(\s|$)"), '値の中の「: 」は、全体を " で囲んでください。'),
    _Slip(
        re.compile(r"\{[^\"'{}\[\]:]+: [^\"'{}\[\],]*[^\"'{}\[\],:]: "),
        "かっこの中の区切りの「, 」が抜けています。「, 」で区切ってください。",
    ),
    _Slip(re.compile(r"\S\t"), "タブ文字が入っています。表から貼り付けた文字なら、「- 」で始まる行に分けてください。"),
    _Slip(re.compile(r"^(---|\.\.\.)\s*$"), "「---」や「...」の行は書けません。1つのファイルに1つの記録を書きます。"),
)
# Only where the parser stopped, or on the line before.
_NEAR = (
    _Slip(re.compile(r"^(  )* (?=[^ ])"), "字下げの空白の数が、前後の行とそろっていません。2つずつにしてください。"),
    _Slip(
        re.compile(r"^[^\s#\"'\[\]{}:-][^:]*$"),
        "「名前: 値」の形ではありません。前の行の続きなら、前の行の終わりにつなげてください。",
    ),
    _Slip(re.compile(r"^\{.*\}\s*$"), "一覧の行は「- 」で始めてください。"),
    _Slip(re.compile(r"^[^\]}#]*[\[{][^\]}]*$"), "かっこが閉じていません。行の終わりに ] や } を書いてください。"),
)
_UNKNOWN = (
    "YAML として読めません。この行の前後で、字下げ・「: 」の後の空白・引用符・かっこの閉じ忘れを確かめてください。"
)


def slips(text: str, noticed: int) -> list[tuple[int, str]]:
    """Line and sentence for what is wrong with `text`, in which the parser stopped on line `noticed`; at least one."""
    lines = text.split("\n")
    if sure := list(_found(lines, _SURE)):
        return sure
    if likely := next(_found(lines[:noticed], _LIKELY), None):
        return [likely]
    near = [slip for slip in _found(lines[:noticed], _NEAR) if slip[0] >= noticed - 1]
    return near[-1:] or [(noticed, _UNKNOWN)]


def _found(lines: list[str], kinds: tuple[_Slip, ...]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        for slip in kinds:
            if slip.pattern.search(line):
                yield number, slip.sentence
                break
