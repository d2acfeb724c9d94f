"""Lines for words that records use and the vocabulary does not have, for a person to confirm.

Readings in hiragana and Latin letters (Hepburn, long vowels as spelt) are proposals, not facts.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sudachipy import Dictionary, SplitMode, Tokenizer

from macros.loading.rules import MARK, new_names
from macros.loading.validation import shape, shape_words
from macros.loading.yaml_format import Layout, write
from macros.loading.yaml_reader import read
from macros.records.kinds import KINDS
from macros.records.models import ENTRIES, RECORDS, further_keys
from macros.records.vocabulary import Vocabulary, Words

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


def add_words(data: Path) -> list[str]:
    """Add a line for each unknown name to its file; the names, each with its file, in order."""
    vocabulary = _vocabulary(data)
    added = []
    for kind, name in dict.fromkeys(_new_names(data, vocabulary)):
        path = data / "vocabulary" / f"{kind}.yml"
        written = path.read_text(encoding="utf-8-sig").rstrip("\n").removesuffix("[]").rstrip("\n")
        path.write_text(f"{written}\n{_lines(kind, name, vocabulary.of(kind))}", encoding="utf-8", newline="\n")
        added.append(f"{path.as_posix()}: {name}")
    return added


def _vocabulary(data: Path) -> Vocabulary:
    documents = {kind: read(data / "vocabulary" / f"{kind}.yml")[0] for kind in KINDS}
    return Vocabulary(words={kind: shape_words(document, ENTRIES[kind])[0] for kind, document in documents.items()})


def _new_names(data: Path, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for folder, model in RECORDS.items():
        for path in sorted((data / folder).glob("*.yml")):
            record = shape(read(path)[0], model).record
            for kind, name in new_names(record, vocabulary) if record else ():
                if not name.startswith(MARK):
                    yield kind, name


def _lines(kind: str, name: str, words: Words) -> str:
    near = get_close_matches(name, [entry.name for entry in words.entries], n=1, cutoff=0.5)
    doubt = f"「{near[0]}」の書きまちがいなら、この語は消します。" if near else ""
    comment = f"# {MARK}: {doubt}読みと id は案です。id はページのアドレスになり、あとから変えられません。よければこの行を消します"
    others = dict.fromkeys(further_keys(kind), MARK)
    entry = {"名前": name, "id": _free_id(latin(name), words), "読み": reading(name), **others}
    return write([entry], f"vocabulary/{kind}", Layout(head=(comment,)))


def _free_id(proposed: str, words: Words) -> str:
    """`proposed`, with a number behind it where another word has it."""
    taken = {entry.id for entry in words.entries}
    numbered = (proposed if number == 1 else f"{proposed}-{number}" for number in range(1, len(taken) + 2))
    return next(candidate for candidate in numbered if candidate not in taken)
