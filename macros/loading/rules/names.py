"""Every name that a record uses must be in the vocabulary, and every word must have one home.

Each form belongs to an act, and no act has two; what an act means stands with the acts, not among the terms.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple, TypeAlias

from macros.loading.problems import Finding
from macros.records.clause import Clause
from macros.records.consultation import Consultation
from macros.records.form import Form
from macros.records.items import NONE
from macros.records.record import ValuePath
from macros.records.schedule import Schedule
from macros.records.vocabulary import Synonym, Vocabulary, Words

_Use: TypeAlias = tuple[str, ValuePath, str]
"""Vocabulary file, place in the record and name."""
_IS_A_LIST = re.compile("[、，]")
_WIDE_BRACKET = re.compile("^[［｛]|[］｝]$")


class _Kind(NamedTuple):
    japanese: str
    file: str
    lines: str


_KINDS = {
    "acts": _Kind("行為", "acts", "- {{名前: {name}, id: …, 読み: …}}"),
    "operations": _Kind("業務", "operations", "- {{名前: {name}, id: …, 読み: …}}"),
    "items": _Kind("個人情報の項目", "items", "- {{名前: {name}, id: …, 読み: …, 分類: …}}"),
    "divisions": _Kind("所管課", "divisions", "- {{名前: {name}, id: …, 読み: …, 部: …, 課: …}}"),
    "counterparties": _Kind("相手方", "counterparties", "- {{名前: {name}, id: …, 読み: …, 種類: …}}"),
    "articles": _Kind("条", "articles", "- {{名前: {name}, id: …, 読み: …, 法令: …}}"),
    "conclusions": _Kind("結論", "conclusions", "- {{名前: {name}, id: …, 読み: …, 段階: …}}"),
    "categories": _Kind("項目の分類", "categories", "- {{名前: {name}, id: …, 読み: …}}"),
}


def names_are_known(consultation: Consultation, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Each name of an act, operation, item … is in its vocabulary file."""
    for kind, at, name in unknown_names(_names(consultation), vocabulary):
        yield Finding(at, unknown_word(kind, name, getattr(vocabulary, kind)))


def schedule_names_are_known(schedule: Schedule, vocabulary: Vocabulary) -> Iterator[Finding]:
    """The same for the clauses of a schedule."""
    for numbered in schedule.numbered_clauses:
        for kind, at, name in unknown_names(_clause_names(numbered.clause, numbered.at), vocabulary):
            yield Finding(at, unknown_word(kind, name, getattr(vocabulary, kind)))


def new_names(consultation: Consultation, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Vocabulary file and name of each word that is used but not known, and is no list by a slip of the comma."""
    for kind, _, name in unknown_names(_names(consultation), vocabulary):
        if not (_IS_A_LIST.search(name) or _WIDE_BRACKET.search(name)) and name != NONE:
            yield kind, name


def unknown_names(used: Iterable[_Use], vocabulary: Vocabulary) -> Iterator[_Use]:
    """Those of the names `used` that their vocabulary file does not have."""
    for kind, at, name in used:
        words: Words = getattr(vocabulary, kind)
        if words.lacks(name):
            yield kind, at, name


def words_are_distinct(words: Words, vocabulary: Vocabulary) -> Iterator[Finding]:
    """No two entries share a name, an alias or an id; an item's category exists."""
    seen: dict[tuple[str, str], str] = {("id", "index"): "一覧のページ"}
    for position, entry in enumerate(words.entries):
        claims = [("id", entry.id), ("名前", entry.name), *(("名前", alias) for alias in entry.aliases)]
        for kind, value in claims:
            if value and (kind, value) in seen:
                other = seen[(kind, value)]
                yield Finding(
                    (position,), f"{kind}「{value}」は「{other}」と重なっています。どちらか一方にしてください。"
                )
            seen[(kind, value)] = entry.name
        category = getattr(entry, "category", None)
        if category and vocabulary.categories.lacks(category):
            yield Finding((position, "分類"), unknown_word("categories", category, vocabulary.categories))


def synonyms_are_distinct(synonyms: Sequence[Synonym | None]) -> Iterator[Finding]:
    """No word of synonyms.yml is listed twice: one home for each."""
    seen: set[str] = set()
    for position, synonym in enumerate(synonyms):
        for index, word in enumerate(synonym.words if synonym else ()):
            if word in seen:
                yield Finding((position, "言葉", index), f"言葉「{word}」が2回あります。1か所にまとめてください。")
            seen.add(word)


def unknown_word(kind: str, name: str, words: Words) -> str:
    """What to say of a name that is in no vocabulary file: the nearest word, or the line to add."""
    japanese, file, lines = _KINDS[kind]
    known = [word for entry in words.entries for word in (entry.name, *entry.aliases)]
    if _IS_A_LIST.search(name):
        return f"「{name}」は{japanese}の語彙にありません。一覧の区切りは「、」ではなく、半角のコンマと空白（, ）にしてください。"
    if _WIDE_BRACKET.search(name):
        return f"「{name}」のかっこが全角です。半角の [ ] や {{ }} にしてください。"
    if name == NONE:
        return "「なし」は一覧に入れません。かっこを付けずに「項目: なし」と書いてください。"
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"「{near[0]}」ではありませんか。" if near else ""
    if kind == "counterparties":
        hint += f"資料での呼び方なら {{名前: 語彙の名前, 記載: {name}}} と書きます。"
    adding = f"新しい語なら data/vocabulary/{file}.yml に加えてください: {lines.format(name=name)}"
    return f"「{name}」は{japanese}の語彙にありません。{hint}{adding}"


def _names(consultation: Consultation) -> Iterator[_Use]:
    yield from _listed("articles", ("根拠",), consultation.legal_basis)
    yield from _listed("operations", ("業務",), consultation.operations)
    yield from _listed("divisions", ("所管",), consultation.divisions)
    if consultation.overview:
        yield from _listed("articles", ("概要", "根拠"), consultation.overview.legal_basis)
    for position, part in enumerate(consultation.parts):
        at = ("部", position)
        yield "acts", (*at, "行為"), part.act
        yield from _listed("operations", (*at, "業務"), part.operations)
        yield from _listed("operations", (*at, "元の業務"), part.source_operations)
    for numbered in consultation.numbered_clauses:
        yield from _clause_names(numbered.clause, numbered.at)


def _clause_names(clause: Clause, at: ValuePath) -> Iterator[_Use]:
    """Kind, place and name of each word of the vocabulary within one clause."""
    yield from _listed("articles", (*at, "根拠"), clause.legal_basis)
    for position, counterparty in enumerate(clause.counterparties):
        if not counterparty.is_undecided:
            yield "counterparties", (*at, "相手方", position, "名前"), counterparty.name
    for position, flow in enumerate(clause.flows):
        for place, use in flow.items.uses((*at, "流れ", position, "項目")):
            yield "items", (*place, "項目"), use.name


def _listed(kind: str, at: ValuePath, names: Iterable[str]) -> Iterator[_Use]:
    for position, name in enumerate(names):
        yield kind, (*at, position), name


def forms_are_distinct(forms: Sequence[Form | None], acts: Words) -> Iterator[Finding]:
    """In file order; None stands for a form that could not be read."""
    seen: set[str] = set()
    for position, form in enumerate(forms):
        if form is None:
            continue
        if acts.lacks(form.act):
            known = "、".join(act.name for act in acts.entries)
            yield Finding((position, "行為"), f"「{form.act}」は行為の語彙にありません。あるのは {known} です。")
        elif form.act in seen:
            yield Finding((position, "行為"), f"「{form.act}」の様式が2つあります。1つにまとめてください。")
        seen.add(form.act)


def terms_are_not_acts(terms: Words, acts: Words) -> Iterator[Finding]:
    """No term has the name or an alias of an act."""
    for position, term in enumerate(terms.entries):
        for name in (term.name, *term.aliases):
            if name and acts.find(name):
                yield Finding(
                    (position, "名前" if name == term.name else "別名"),
                    f"「{name}」は行為です。ここから消し、説明は data/vocabulary/acts.yml に書いてください。",
                )
