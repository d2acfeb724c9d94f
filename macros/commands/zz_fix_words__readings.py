"""How a word is read, in hiragana and in Latin letters (Hepburn, long vowels as spelt). Proposals, not facts."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sudachipy import Dictionary, SplitMode, Tokenizer

# Unicode names the kana by the other spelling of Latin letters.
_HEPBURN = {"si": "shi", "zi": "ji", "di": "ji", "ti": "chi", "tu": "tsu", "du": "zu", "hu": "fu"}
_SILENT = ("補助記号", "空白")


def reading(word: str) -> str:
    """口座番号 → こうざばんごう; letters without a reading stay."""
    return "".join(_hiragana(spoken) or surface for surface, spoken in _parts(word, SplitMode.C))


def latin(word: str) -> str:
    """口座番号 → kouza-bangou: an id, lower-case ASCII joined with hyphens."""
    spelt = (surface.lower() or _romanised(_hiragana(spoken)) for surface, spoken in _parts(word, SplitMode.A))
    return "-".join(filter(None, (re.sub("[^a-z0-9]+", "", part) for part in spelt))) or "word"


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary().tokenizer()


def _parts(word: str, mode: SplitMode) -> Iterator[tuple[str, str]]:
    """Each part of a word as ASCII, where it is, and its reading in katakana, where it has one."""
    for morpheme in _tokenizer().tokenize(unicodedata.normalize("NFKC", word), mode):
        if morpheme.part_of_speech()[0] not in _SILENT:
            surface, spoken = morpheme.surface(), morpheme.reading_form()
            yield surface if surface.isascii() else "", spoken if re.fullmatch("[ァ-ヶー]+", spoken) else ""


def _hiragana(part: str) -> str:
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in part)


def _romanised(kana: str) -> str:
    spelt, is_doubled = "", False
    for letter in kana.replace("ー", ""):
        *kind, sound = unicodedata.name(letter, letter).lower().split()
        is_small = kind == ["hiragana", "letter", "small"]
        sound = _HEPBURN.get(sound, sound) if "hiragana" in kind else letter
        if is_small and sound == "tsu":
            is_doubled = True
        elif is_small and spelt:
            spelt = _contracted(spelt, sound)
        else:
            spelt, is_doubled = spelt + (sound[0] if is_doubled else "") + sound, False
    return spelt


def _contracted(spelt: str, small: str) -> str:
    """し + ゃ → sha, き + ょ → kyo, ふ + ぁ → fa."""
    is_palatal = spelt.endswith(("shi", "chi", "ji"))
    return spelt[:-1] + (small[1:] if is_palatal and small[0] == "y" else small)
