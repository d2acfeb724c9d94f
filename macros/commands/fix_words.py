"""Lines for words that records use and the vocabulary does not have, for a person to confirm.

Reading and id are proposals (SudachiPy, then Latin letters), so every line is marked 要確認 and `shimon check`
refuses it until somebody has looked: an id is an address and stays for ever.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from macros.commands.zz_fix_words__readings import latin, reading
from macros.loading.archive import VOCABULARY
from macros.loading.rules import MARK, new_names
from macros.loading.validation import shape, shape_entries
from macros.loading.yaml_format import Layout, write
from macros.loading.yaml_reader import read
from macros.records.consultation import Consultation
from macros.records.vocabulary import Vocabulary, Words

_ASKED = {"名前", "id", "読み"}


def add_words(data: Path) -> list[str]:
    """Add a line for each unknown name to its file; the names, each with its file, in order."""
    vocabulary = _vocabulary(data)
    added = []
    for kind, name in dict.fromkeys(_new_names(data, vocabulary)):
        path = data / "vocabulary" / f"{kind}.yml"
        written = path.read_text(encoding="utf-8-sig").rstrip("\n").removesuffix("[]").rstrip("\n")
        path.write_text(f"{written}\n{_lines(kind, name, getattr(vocabulary, kind))}", encoding="utf-8", newline="\n")
        added.append(f"{path.as_posix()}: {name}")
    return added


def _vocabulary(data: Path) -> Vocabulary:
    documents = {kind: read(data / "vocabulary" / f"{kind}.yml")[0] for kind in VOCABULARY}
    words: dict[str, Any] = {
        kind: Words.model_construct(
            entries=tuple(shape_entries(document, VOCABULARY[kind])[0]), is_read=isinstance(document.values, list)
        )
        for kind, document in documents.items()
    }
    return Vocabulary.model_construct(**words)


def _new_names(data: Path, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for path in sorted((data / "consultations").glob("*.yml")):
        record = shape(read(path)[0], Consultation).record
        for kind, name in new_names(record, vocabulary) if record else ():
            if not name.startswith(MARK):
                yield kind, name


def _lines(kind: str, name: str, words: Words) -> str:
    near = get_close_matches(name, [entry.name for entry in words.entries], n=1, cutoff=0.5)
    doubt = f"「{near[0]}」の書きまちがいなら、この語は消します。" if near else ""
    comment = f"# {MARK}: {doubt}読みと id は案です。id はページのアドレスになり、あとから変えられません。よければこの行を消します"
    fields = VOCABULARY[kind].model_fields.values()
    others = {str(field.alias): MARK for field in fields if field.is_required() and field.alias not in _ASKED}
    entry = {"名前": name, "id": _free_id(latin(name), words), "読み": reading(name), **others}
    return write([entry], Layout(head=(comment,)))


def _free_id(proposed: str, words: Words) -> str:
    """`proposed`, with a number behind it where another word has it."""
    taken = {entry.id for entry in words.entries}
    numbered = (proposed if number == 1 else f"{proposed}-{number}" for number in range(1, len(taken) + 2))
    return next(candidate for candidate in numbered if candidate not in taken)
