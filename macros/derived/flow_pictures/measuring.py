"""How wide a text is and where its lines end, without a font: full width is 1 em, half width a little over half.

Lines end between words as SudachiPy sees them, a particle staying with its noun; no line begins or ends with a mark
that must not stand there (JIS X 4051, 行頭・行末禁則).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

from macros.records.text_width import is_wide

_HALF = 0.58
_OPENING = "（「【［("
_NEVER_FIRST = "、。・）」】］)ー～ぁぃぅぇぉっゃゅょァィゥェォッャュョ々：！？"
_FOLLOWS = frozenset(("助詞", "助動詞", "接尾辞", "補助記号", "空白", "記号"))
_UNBROKEN = re.compile(r"(\d+[ぁ-ん一-龥]{1,2})")  # 18項目, 9業務


def width(text: str) -> float:
    """In em."""
    return sum(1.0 if is_wide(letter) else _HALF for letter in text)


@lru_cache(maxsize=20_000)
def wrapped(text: str, room: float) -> tuple[str, ...]:
    """`text` in lines of at most `room` em each: first cut after 、, then between words, at last between letters."""
    lines = [""]
    for entry in re.findall("[^、]+、?|、", text):
        if _fits(lines[-1] + entry, room):
            lines[-1] += entry
        elif _fits(entry, room):
            lines.append(entry)
        else:
            lines[-1:] = _by_word(lines[-1], entry, room)
    return tuple(line.strip() for line in lines if line.strip())


def _fits(text: str, room: float) -> bool:
    return width(text.strip()) <= room


def _by_word(line: str, entry: str, room: float) -> list[str]:
    lines = [line]
    for word in _words(entry):
        if _fits(lines[-1] + word, room):
            lines[-1] += word
        elif _fits(word, room):
            lines.append(word)
        else:
            lines[-1:] = _by_letter(lines[-1], word, room)
    return lines


def _by_letter(line: str, word: str, room: float) -> list[str]:
    lines = [line]
    for letter in word:
        if not lines[-1] or width(lines[-1] + letter) <= room:
            lines[-1] += letter
        elif letter in _NEVER_FIRST or lines[-1][-1] in _OPENING:
            lines[-1:] = [lines[-1][:-1], lines[-1][-1] + letter]
        else:
            lines.append(letter)
    return lines


def _words(text: str) -> Iterator[str]:
    """The text in pieces that stay whole."""
    word = ""
    for piece, follows in _pieces(text):
        if word and not follows and word[-1] not in _OPENING:
            yield word
            word = ""
        word += piece
    yield word


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether it must stay with the one before."""
    for part in _UNBROKEN.split(text):
        if _UNBROKEN.fullmatch(part):
            yield part, False
            continue
        for morpheme in _tokenizer().tokenize(part):
            yield morpheme.surface(), _stays(morpheme)


def _stays(morpheme: Morpheme) -> bool:
    """計算機, 提供先: a noun of one letter ends a word as a suffix does, whatever the dictionary calls it."""
    surface, kind = morpheme.surface(), morpheme.part_of_speech()[0]
    return (kind in _FOLLOWS or (kind == "名詞" and len(surface) == 1)) and surface[0] not in _OPENING


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary().tokenizer(mode=SplitMode.A)
