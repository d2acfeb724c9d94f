"""Whether letters can be a Japanese name: 石田雅彦 can, 住民税係 cannot. Told by which letters names begin and end with.

Letters and not names, so that the table stays small and knows names that no dictionary has. Not in a build:
`python -m macros.loading.leaks.name_letters` writes `name_letters.txt` from SudachiDict (Apache License 2.0).
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".txt")
_KANJI = re.compile("[一-龥々ヶ]{1,3}")
_FEWEST_NAMES = {"姓の初め": 40, "姓の終わり": 60, "名の初め": 40, "名の終わり": 40}
_FEWEST_BEGUN = {"姓": 100, "名": 3}  # a letter that is a name by itself begins so many others

# Usual names whose letters few others have, and given names of today.
_SURNAMES = frozenset("五十嵐 望月 服部 三宅 越智 渡邉 渡邊 髙橋 髙田 濵田 山﨑 宮﨑 東海林 勅使河原".split())
_GIVEN = frozenset("蒼 湊 蓮 凛 葵 紬 樹 律 碧 詩 岳 昇 颯 伊織 琥珀".split())
# No names, though their letters could be.
_WORDS = frozenset(
    "家庭 市長 住所 氏名 後見 町内 外国 行政 加入 園長 新生 大家 区内 市内 本人 住民 東京 東京都 市民 都民 国民 有無 "
    "未定 法人 知人 友人 親子 長寿 成人 未成 大字 上記 下記 同上 中高 小中 高校 中学 小学 大学 保育 学童 保護 地方 金融 両親 父母 祖父 "
    "祖母 男女 名前 名称 本庁 支所 役所 出張所 所在 行方 身元 元本 平成 昭和 大正 明治 令和 子育 生保 生年月日 年月日".split()
)
_KANA_WORDS = frozenset(
    "など ほか また および あり なし まで から より には では とは にも への する した して され".split()
)
_ENDS_OF_WORDS = frozenset("区市町県都課係局室会社所院校園署館庁団者員長等的性")  # of bodies, posts and sorts


@cache
def _letters() -> dict[str, frozenset[str]]:
    lines = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {place: frozenset(letters) for place, letters in lines}


def is_surname(text: str) -> bool:
    """Whether `text`, of one to three kanji, can be one."""
    first, last = _letters()["姓の初め"], _letters()["姓の終わり"]
    if len(text) == 1:
        return text in _letters()["姓"]
    if text in _SURNAMES:
        return True
    return _may_be(text, first, last) and all(letter in first | last | {"々"} for letter in text[1:-1])


def is_given_name(text: str) -> bool:
    """Whether `text`, in kanji or in kana, can be one."""
    if not _KANJI.match(text):
        return text not in _KANA_WORDS
    if text in _GIVEN:
        return True
    if len(text) == 1:
        return text in _letters()["名"]
    return _may_be(text, _letters()["名の初め"], _letters()["名の終わり"])


def is_full_name(text: str) -> bool:
    """Whether `text` can be a surname and a given name, with a space between them or none."""
    surname, space, given = text.partition(" ")
    if space:
        return is_surname(surname) and is_given_name(given)
    ways = [at for at in (1, 2, 3) if len(text) >= at + (2 if at == 1 else 1)]
    return text not in _WORDS and any(is_surname(text[:at]) and is_given_name(text[at:]) for at in ways)


def _may_be(text: str, first: frozenset[str], last: frozenset[str]) -> bool:
    return text not in _WORDS and text[0] in first and text[-1] in last and text[-1] not in _ENDS_OF_WORDS


def counted(surnames: set[str], given: set[str]) -> dict[str, str]:
    """Each place in a name with the letters that enough of `surnames` and `given` names have there."""
    names = {"姓": surnames, "名": given}
    table = {}
    for place, fewest in _FEWEST_NAMES.items():
        at = -1 if place.endswith("終わり") else 0
        often = Counter(name[at] for name in names[place[0]] if len(name) > 1)
        table[place] = "".join(sorted(letter for letter, count in often.items() if count >= fewest))
    for whole, fewest in _FEWEST_BEGUN.items():
        begun = Counter(name[0] for name in names[whole] if len(name) > 1)
        table[whole] = "".join(sorted(name for name in names[whole] if len(name) == 1 and begun[name] >= fewest))
    return table


def main() -> None:
    """Write the table from the dictionary that is installed."""
    from sudachipy import Dictionary  # noqa: PLC0415 — opening it takes seconds, and only this needs it

    names: dict[str, set[str]] = {"姓": set(), "名": set()}
    for entry in Dictionary().entries():
        *_, sort, which, _form, _inflection = entry.part_of_speech()
        if sort == "人名" and which in names and _KANJI.fullmatch(entry.surface()):
            names[which].add(entry.surface())
    lines = (f"{place}\t{letters}\n" for place, letters in counted(names["姓"], names["名"]).items())
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
