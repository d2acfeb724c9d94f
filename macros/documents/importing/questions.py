"""A value that a person must look at: the value, the line of the document, and the question.

Not a problem of a record: `shimon check` knows those. Drafts carry doubts as comments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from macros.documents.extractors.line import Line
from macros.records.vocabulary import Words


@dataclass(frozen=True)
class Doubtful:
    """`value` is what the draft says meanwhile; None when it says nothing."""

    value: Any
    lines: tuple[Line, ...]
    question: str


def plain(value: Any) -> Any:
    """`value` without its doubts, at any depth; what is None is left out."""
    match value:
        case Doubtful():
            return plain(value.value)
        case dict():
            return {key: kept for key, inner in value.items() if (kept := plain(inner)) is not None}
        case list():
            return [kept for inner in value if (kept := plain(inner)) is not None]
    return value


def doubts(value: Any) -> Iterator[Doubtful]:
    """Every doubt within `value`, in order."""
    match value:
        case Doubtful():
            yield value
            yield from doubts(value.value)
        case dict():
            for inner in value.values():
                yield from doubts(inner)
        case list():
            for inner in value:
                yield from doubts(inner)


def known_or_doubtful(name: str, words: Words, kind: str, lines: tuple[Line, ...]) -> Any:
    """`name`, with a question and the nearest word where the vocabulary does not have it."""
    if words.find(name):
        return name
    names = [word for entry in words.entries for word in (entry.name, *entry.aliases)]
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"「{near[0]}」ではありませんか。" if near else "新しい語なら語彙に加えてください。"
    return Doubtful(name, lines, f"「{name}」は{kind}の語彙にありません。{hint}")
