"""The words of the archive as people might write them instead: by reading, with other okurigana, with one slip.

Made at build time by SudachiPy from the texts that are indexed; the browser looks things up, it analyses nothing.

Words that the archive uses: each has a word of its own in the index, so that one short list answers for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from sudachipy import Dictionary, Morpheme, SplitMode

from macros.search.folding import fold, loosen

_NO_WORDS = frozenset(("助詞", "助動詞", "補助記号", "空白", "記号", "感動詞", "接続詞"))
_OF_COMPOUNDS = frozenset(("名詞", "接頭辞", "接尾辞", "形状詞", "代名詞"))
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")
_HIRAGANA = re.compile(r"[ぁ-んー]+")
_WITHIN = re.compile(r"[^ぁ-ん][ぁ-ん]+[^ぁ-ん]")
_TAIL = re.compile(r"[ぁ-ん]+$")
_OKURIGANA = re.compile(r"([一-龥々]+)([ぁ-ん]*)")
_KANJI = re.compile(r"([一-龥々])([ぁ-ん]*)")
_LONGEST_TEXT = 10_000  # characters; Sudachi takes 49,149 bytes at a time
_MOST_COMPOUNDS = 5_000
_LONG_KANA = 3  # けやき of けやきネット; shorter ones would be parts of everything


@dataclass
class Lexicon:
    """What the browser looks up.

    `readings`: loosened reading → words as they stand in the texts. `okurigana`: other spellings → the same.
    `compounds`: runs of nouns as (words, loosened readings), most frequent first.
    """

    readings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    okurigana: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    compounds: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)

    def add_reading(self, word: str, reading: str) -> None:
        """`word` is found by `reading`, however its kana are typed."""
        key = loosen(fold(reading))
        if key and (fold(word) != key or len(key) >= _LONG_KANA):
            self.readings[key].add(fold(word))


def lexicon(texts: Iterable[str], names: Iterable[tuple[str, str]]) -> Lexicon:
    """The lexicon of `texts` and of `names`, which are words with the readings that staff gave them."""
    made = Lexicon()
    names = list(names)
    for name, reading in names:
        made.add_reading(name, reading)
    dictionary = Dictionary()
    tokenizer, whole = dictionary.tokenizer(mode=SplitMode.A), dictionary.tokenizer(mode=SplitMode.C)
    # Names such as 点滴の管理 hold together; runs of nouns end at the の.
    seen: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter(
        ((fold(name),), (loosen(fold(reading)),)) for name, reading in names if _WITHIN.search(name)
    )
    added: set[tuple[str, int]] = set()
    for text in sorted(set(texts)):
        short = tokenizer.tokenize(text[:_LONGEST_TEXT])
        for morpheme in (*short, *whole.tokenize(text[:_LONGEST_TEXT])):
            known = (morpheme.surface(), morpheme.word_id())
            if known not in added:
                added.add(known)
                _add(made, morpheme)
        seen.update(_compounds(short))
    for reading, words in made.readings.items():
        if len(words) > 1:
            words.discard(reading)  # the browser has it already, and among others it would only be in the way
    made.compounds = [compound for compound, _ in sorted(seen.items(), key=_by_frequency)][:_MOST_COMPOUNDS]
    return made


def _by_frequency(counted: tuple[tuple[tuple[str, ...], tuple[str, ...]], int]) -> tuple[int, tuple[str, ...]]:
    (words, _), count = counted
    return -count, words


def _add(made: Lexicon, morpheme: Morpheme) -> None:
    if morpheme.part_of_speech()[0] in _NO_WORDS:
        return
    surface, reading = fold(morpheme.surface()), fold(morpheme.reading_form())
    if not _KANA.fullmatch(reading) or surface.isdigit():
        return
    if _HIRAGANA.fullmatch(surface) and (morpheme.part_of_speech()[0] != "名詞" or "ー" in surface):
        return
    made.add_reading(surface, reading)
    tail = _TAIL.search(surface)
    stem = surface[: tail.start()] if tail else surface
    if tail and len(stem) > 1:
        dictionary_tail = _TAIL.search(fold(morpheme.dictionary_form()))
        stem_reading = loosen(reading)[: -len(tail[0])]
        made.add_reading(stem, stem_reading + (dictionary_tail[0] if dictionary_tail else ""))
    normal = fold(morpheme.normalized_form())
    sound = loosen(reading)
    sound = sound[: len(sound) - len(tail[0])] if tail else sound
    if tail and len(stem) == 1 and (ending := _TAIL.search(normal)):
        stem = surface[: -len(ending[0])]  # 気づき, which is 気付く
    for spelling in (*_other_spellings(normal), *_half_in_kana(normal, sound)):
        if len(stem) > 1 and not stem.startswith(spelling):
            made.okurigana[spelling].add(stem)


def _other_spellings(word: str) -> Iterator[str]:
    """取り扱い → 取り扱い, 取扱い, 取り扱, 取扱: every kana tail kept or left out."""
    parts = _OKURIGANA.findall(word)
    if "".join(kanji + kana for kanji, kana in parts) != word or not any(kana for _, kana in parts):
        return
    if sum(len(kanji) for kanji, _ in parts) < 2:  # noqa: PLR2004 — one kanji alone is too short to mean one word
        return
    for tails in product(*[{kana, ""} for _, kana in parts]):
        yield "".join(kanji + tail for (kanji, _), tail in zip(parts, tails, strict=True))


def _half_in_kana(word: str, sound: str) -> Iterator[str]:
    """受け付け, うけつけ → 受けつけ; 寝返り, ねがえ → 寝がえ: the first kanji written, the last by their sound."""
    parts = _KANJI.findall(word)
    if "".join(kanji + kana for kanji, kana in parts) != word or not any(kana for _, kana in parts):
        return
    for at in range(1, len(parts)):
        match = re.fullmatch("".join(f".+?{kana}" for _, kana in parts[:at]) + "(.+)", sound)
        if match:
            yield "".join(kanji + kana for kanji, kana in parts[:at]) + match[1]


def _compounds(morphemes: Iterable[Morpheme]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    run: list[Morpheme] = []
    for morpheme in (*morphemes, None):
        if morpheme is not None and _is_of_compounds(morpheme):
            run.append(morpheme)
            continue
        if run:
            words = tuple(fold(each.surface()) for each in run)
            yield words, tuple(loosen(fold(each.reading_form())) for each in run)
        run = []


def _is_of_compounds(morpheme: Morpheme) -> bool:
    # A number is no word to miss by a letter, and thousands of them would leave no room for words.
    return morpheme.part_of_speech()[0] in _OF_COMPOUNDS and not morpheme.surface().isdigit()


_SHORTEST, _LONGEST = 2, 24  # characters
_YEAR = r"(?:令和|平成|昭和)?(?:\d+|元)年"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:諮問)?第\d+号",
        r"第\d+号",
        rf"{_YEAR}度?",
        rf"{_YEAR}\d+月",
        rf"{_YEAR}\d+月\d+日",
        r"\d[\d,]*[件人名]",
    )
)


class KnownWords:
    """Finds the words of the lexicon, of `others` and the numbers and dates of `texts` in any folded text."""

    def __init__(self, lexicon: Lexicon, others: Iterable[str], texts: Iterable[str]) -> None:
        found = set(map(fold, others))
        found.update(*lexicon.readings.values(), *lexicon.okurigana.values())
        found.update("".join(words) for words, _ in lexicon.compounds)
        found.update(number for text in texts for pattern in _NUMBERS for number in pattern.findall(text))
        self._words = frozenset(word for word in found if _SHORTEST <= len(word) <= _LONGEST)
        self._lengths: dict[str, set[int]] = defaultdict(set)  # by the two characters that words begin with
        for word in self._words:
            self._lengths[word[:_SHORTEST]].add(len(word))

    def within(self, text: str) -> set[str]:
        """The known words that stand in folded `text`."""
        starts = (text[at : at + _SHORTEST] for at in range(len(text)))
        lengths = ((at, self._lengths.get(start, ())) for at, start in enumerate(starts))
        return {text[at : at + length] for at, possible in lengths for length in possible} & self._words
