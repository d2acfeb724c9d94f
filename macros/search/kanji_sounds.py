"""How each kanji may sound, for words that an input method wrote with the wrong kanji: 自動相談所 for 児童相談所.

Not a part of the build: `python -m macros.search.kanji_sounds` writes `overrides/assets/search/index/sounds.txt` from the words of
two kanji in SudachiDict (Apache License 2.0). Done again when the dictionary changes. Each line: a loosened reading,
and all kanji that may be read so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sudachipy import Dictionary

from macros.search.folding import fold, loosen

TABLE = Path(__file__).parents[2] / "overrides/assets/search/index/sounds.txt"
_KANA = re.compile(r"[ぁ-ん]+")
_ROUNDS = 8  # of sharing out; the shares hardly change after
_FEWEST_WORDS = 3
_SMALLEST_SHARE = 0.03
_USUAL_SHARE = 0.5

Sound = tuple[str, str]  # a kanji, and how it sounds


def usual_kanji() -> list[str]:
    """The 2,965 kanji of the first level of JIS X 0208, which hold those in daily use."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF))
    return [code.decode("euc_jp") for code in codes if code <= b"\xcf\xd3"]


def sounds_of(words: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Kanji → its readings, from words of two kanji with the reading of the whole, each a guess where to part it.

    What is read alike in many words is likely, and settles the words that hold it: expectation maximisation.
    """
    parted = [_ways(word, reading) for word, reading in words]
    likely: dict[Sound, float] = defaultdict(lambda: 1.0)
    for _ in range(_ROUNDS):
        counted = _counted(parted, likely)
        total: dict[str, float] = defaultdict(float)
        for (kanji, _reading), count in counted.items():
            total[kanji] += count
        likely = defaultdict(float, {sound: count / total[sound[0]] for sound, count in counted.items()})
    readings = defaultdict(list)
    for (kanji, reading), count in sorted(counted.items()):
        share = likely[kanji, reading]
        if share >= _USUAL_SHARE or (share >= _SMALLEST_SHARE and count >= _FEWEST_WORDS):
            readings[kanji].append(reading)
    return readings


def _ways(word: str, reading: str) -> list[tuple[Sound, Sound]]:
    return [((word[0], reading[:at]), (word[1], reading[at:])) for at in range(1, len(reading))]


def _counted(parted: Iterable[list[tuple[Sound, Sound]]], likely: dict[Sound, float]) -> dict[Sound, float]:
    counted: dict[Sound, float] = defaultdict(float)
    for ways in parted:
        weights = [likely[first] * likely[second] for first, second in ways]
        whole = sum(weights) or 1
        for (first, second), weight in zip(ways, weights, strict=True):
            counted[first] += weight / whole
            counted[second] += weight / whole
    return counted


def _words_of_two(kanji: set[str]) -> Iterator[tuple[str, str]]:
    for entry in Dictionary().entries():
        word = entry.surface()
        if len(word) == 2 and kanji.issuperset(word) and entry.part_of_speech()[:2] == ("名詞", "普通名詞"):  # noqa: PLR2004
            reading = loosen(fold(entry.reading_form()))
            if _KANA.fullmatch(reading):
                yield word, reading


def _lines(sounds: dict[str, list[str]]) -> list[str]:
    alike = defaultdict(list)
    for kanji, readings in sounds.items():
        for reading in readings:
            alike[reading].append(kanji)
    return sorted(f"{reading} {''.join(sorted(kanji))}" for reading, kanji in alike.items())


def main() -> None:
    """Write the table."""
    sounds = sounds_of(sorted(set(_words_of_two(set(usual_kanji())))))
    TABLE.write_text("\n".join(_lines(sounds)), encoding="utf-8")


if __name__ == "__main__":
    main()
