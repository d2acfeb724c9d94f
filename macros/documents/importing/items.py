"""「氏名、心身の状況（既往歴、要介護度等）」 → the entries of an item list, nested as printed.

A list in one line is cut between 「、」, after a ）, between 「・」, never within parentheses. What cannot be told from the
text (is 「視力・聴力」 one item or two?) the vocabulary decides, then custom, and custom is marked as a doubt. Where the
list stands is `flows.py`'s to say.
"""

import re
from itertools import accumulate
from typing import Any

from macros.documents.extractors.line import Line, closed_up
from macros.documents.importing.lists import is_ticked_list, ticked
from macros.documents.importing.paragraphs import Paragraph, depth
from macros.documents.importing.questions import Doubtful, known_or_doubtful
from macros.records.items import AND_OTHERS
from macros.records.vocabulary import Words

_SEPARATORS = "、，,"


def separated(text: str) -> list[tuple[str, bool]]:
    """The pieces between separators outside parentheses; True for one that follows a ） with no separator."""
    found: list[tuple[str, bool]] = []
    start, open_brackets, is_torn = 0, 0, False
    for position, letter in enumerate(text):
        open_brackets += (letter in "(（") - (letter in ")）")
        after = text[position + 1 :]
        ends = letter in _SEPARATORS and open_brackets == 0
        tears = letter in ")）" and open_brackets == 0 and re.match(r"(?!等?(?:$|[、，,(（]))", after) is not None
        if ends or tears:
            found.append((text[start : position + tears].strip(), is_torn))
            start, is_torn = position + 1, tears
    found.append((text[start:].strip(), is_torn))
    return [(piece, torn) for piece, torn in found if piece]


def dotted(text: str) -> list[str]:
    """The pieces between 「・」 outside parentheses."""
    found = [""]
    for letter in text:
        if letter == "・" and depth(found[-1]) <= 0:
            found.append("")
        else:
            found[-1] += letter
    return [piece.strip() for piece in found if piece.strip()]


def closed(text: str) -> tuple[str, bool]:
    """`text` with its parentheses closed: after the last list within the open one, or at the end."""
    opened: list[int] = []
    for position, letter in enumerate(text):
        if letter in "(（":
            opened.append(position)
        elif letter in ")）" and opened:
            opened.pop()
    if not opened:
        return text, False
    nested = max(text.rfind(mark) for mark in ("）、", ")、"))
    place = nested + 1 if nested > opened[0] else len(text)
    return text[:place] + "）" * len(opened) + text[place:], True


def deepest(text: str) -> int:
    """How many parentheses are open at once, at most."""
    return max(accumulate((letter in "(（") - (letter in ")）") for letter in text), default=0)


def is_whole(inside: str) -> bool:
    """Whether no parenthesis within `inside` closes one outside of it."""
    level = 0
    for letter in inside:
        level += (letter in "(（") - (letter in ")）")
        if level < 0:
            return False
    return level == 0


_NESTED = re.compile(r"([^(（]+)[(（](.*)[)）](等?)", re.DOTALL)
_CIRCLED = re.compile(r"(?:^|、?\s*(?<![^\s、]))[①-⑳]\s*")
_INCLUDED = re.compile("(?<=.)を含む。?$")
_DEEPEST = 20  # parentheses within parentheses; real lists have four
_AMOUNT = re.compile(r".*[額金料率]")
_BY_KIND = re.compile(r".*別")


class Itemizing:
    """The entries of one list with the doubts they raise."""

    def __init__(self, paragraph: Paragraph, items: Words) -> None:
        self.lines: tuple[Line, ...] = paragraph.lines
        self.items = items
        listed = _CIRCLED.sub("、", paragraph.text.rstrip("。")).lstrip("、")
        self.text = "、".join(ticked(listed)) if is_ticked_list(listed) else closed_up(listed)

    def entries(self) -> list[Any]:
        """As a record writes them: names, or 項目 with 内訳, 種別 or 注."""
        if deepest(self.text) > _DEEPEST:
            return [self._doubt(self.text, "かっこが深く重なっているので、分けませんでした。")]
        text, was_open = closed(self.text)
        entries = self._list(separated(text))
        if was_open and entries:
            entries[0] = self._doubt(
                entries[0], "かっこが閉じていません。最後の（ ）のあとで閉じるものとして分けました。"
            )
        if depth(text) < 0 and entries:
            entries[0] = self._doubt(entries[0], "開いていないかっこが閉じています。分け方を確かめてください。")
        return entries

    def _list(self, pieces: list[tuple[str, bool]], *, nested: bool = False) -> list[Any]:
        pieces, others = self._without_others(pieces)
        found: list[Any] = []
        for text, is_torn in pieces:
            if text.startswith("・"):  # as after a ）: what follows is parted by 「・」 too
                found += self._parted(text, dotted(text)) if dotted(text) else []
                continue
            entries = self._dotted(text, alone=len(pieces) == 1) if nested else self._conjoined(text)
            if is_torn and found:
                entries[0] = self._doubt(
                    entries[0],
                    "「）」のあとに「、」がありません。あるものとして分けました（要るなら「訂正」に書きます）。",
                )
            found += entries
        return [*found, AND_OTHERS] if others else found

    def _without_others(self, pieces: list[tuple[str, bool]]) -> tuple[list[tuple[str, bool]], bool]:
        """The pieces without the 等 at the end of the last one, unless it is part of the name."""
        if not pieces:
            return pieces, False
        last, is_torn = pieces[-1]
        last = _INCLUDED.sub("", last)
        pieces = [*pieces[:-1], (last, is_torn)]
        if not last.endswith(AND_OTHERS) or len(last) == 1 or self.items.find(last):
            return pieces, False
        return [*pieces[:-1], (last.removesuffix(AND_OTHERS), is_torn)], True

    def _dotted(self, text: str, *, alone: bool) -> list[Any]:
        parts = dotted(text)
        if len(parts) == 1 or self.items.find(text):
            return [self._entry(text)]
        if all(self.items.find(part) for part in parts):
            return [self._entry(part) for part in parts]
        if alone and _are_alike(parts):
            return self._parted(text, parts)
        if re.search("[(（]", text):
            return [self._entry(text)]
        return [self._doubt(text, f"「{text}」を1つの項目としました。「・」で分かれるなら分けてください。")]

    def _conjoined(self, text: str) -> list[Any]:
        """「氏名及び住所」 are two where both are known; 「並びに」 joins what 「及び」 has joined already."""
        parts = re.split("並びに|及び", text)
        if len(parts) == 1 or re.search("[(（]", text) or self.items.find(text):
            return [self._entry(text)]
        if all(self.items.find(part) for part in parts):
            return [self._entry(part) for part in parts]
        parts = text.split("並びに")
        if len(parts) == 1:
            return [self._entry(text)]
        first, *rest = [self._entry(part) for part in parts]
        return [self._doubt(first, f"「{text}」を「並びに」で分けました。1つの項目なら戻してください。"), *rest]

    def _parted(self, text: str, parts: list[str]) -> list[Any]:
        first, *rest = [self._entry(part) for part in parts]
        question = f"「{text.strip('・')}」を「・」で分けました。1つの項目なら戻してください。"
        return [self._doubt(first, question), *rest]

    def _entry(self, text: str) -> Any:
        nested = _NESTED.fullmatch(text)
        if nested is None or not is_whole(nested[2]) or self.items.find(text):
            return self._named(text)
        name, inside = nested[1].strip(), separated(nested[2])
        if len(inside) == 1 and not re.search("[・(（]", nested[2]):
            return self._with_one(name, nested[2])
        if self._holds_kinds(name, inside):
            kinds: list[Any] = [kind for piece, _ in inside for kind in _kinds(piece, alone=len(inside) == 1)]
            if len(kinds) == 1 and "・" in kinds[0]:
                kinds = [self._doubt(kinds[0], f"「{kinds[0]}」を1つとしました。「・」で分かれるなら分けてください。")]
            return self._unless_known(name, {"項目": self._named(name), "種別": kinds}, "種別")
        return {"項目": self._named(name), "内訳": self._list(inside, nested=True)}

    def _with_one(self, name: str, inside: str) -> Any:
        """「メールアドレス（任意）」 has a remark; 「利用者に関する情報（電話番号等）」 has a part."""
        bare = inside.removesuffix(AND_OTHERS)
        if self.items.find(inside) or (bare != inside and (self.items.find(bare) or _holds_items(name))):
            return {"項目": self._named(name), "内訳": self._list([(inside, False)], nested=True)}
        key = "種別" if _BY_KIND.fullmatch(name) else "注"
        return {"項目": self._named(name), key: [inside] if key == "種別" else inside}

    def _holds_kinds(self, name: str, inside: list[tuple[str, bool]]) -> bool:
        """Whether the parentheses sort an item instead of listing its parts: 「掛金額（短期、介護）」."""
        known = [piece for piece, _ in inside if self._is_known(piece)]
        if known:
            return False
        if _holds_items(name):
            return False
        return self.items.find(name) is not None or bool(_AMOUNT.fullmatch(name) or _BY_KIND.fullmatch(name))

    def _is_known(self, piece: str) -> bool:
        parts = piece.removesuffix(AND_OTHERS).split("・")
        nested = _NESTED.fullmatch(piece)
        if nested or self.items.find(piece):
            return True
        return any(self.items.find(part) for part in parts)

    def _unless_known(self, name: str, entry: dict[str, Any], key: str) -> Any:
        if self.items.find(name):
            return entry
        return self._doubt(entry, f"「{name}」の（ ）の中を「{key}」としました。項目なら「内訳」にしてください。")

    def _named(self, name: str) -> Any:
        return known_or_doubtful(name, self.items, "個人情報の項目", self.lines)

    def _doubt(self, value: Any, question: str) -> Doubtful:
        return Doubtful(value, self.lines, question)


def _holds_items(name: str) -> bool:
    return name.endswith(("情報", "項目", "意見", "状況", "事項"))


def _kinds(piece: str, *, alone: bool) -> list[str]:
    parts = piece.split("・")
    return parts if alone and _are_alike(parts) else [piece]


def _are_alike(parts: list[str]) -> bool:
    """A list of several, or a pair that ends alike: 予定期間・期間."""
    return len(parts) != 2 or parts[0][-1:] == parts[1][-1:]  # noqa: PLR2004 — a pair
