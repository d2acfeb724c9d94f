"""Every name that a record uses must be in the vocabulary, and every word must have one home.

Each form belongs to an act, and no act has two; what an act means stands with the acts, not among the terms.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from macros.loading.problems import Finding
from macros.records.clause import CounterpartyUse
from macros.records.form import Form
from macros.records.items import NONE
from macros.records.kinds import KINDS
from macros.records.models import further_keys
from macros.records.names import NameUse, names_used
from macros.records.record import Record, ValuePath
from macros.records.vocabulary import Synonym, Vocabulary, Words

_IS_A_LIST = re.compile("[、，]")
_WIDE_BRACKET = re.compile("^[［｛]|[］｝]$")


_FROM_WHAT_WAS_ASKED = ("Conclusion.act", "Condition.acts")
"""Acts that must be among those of the consultation, which says more than that they are known (`answers.py`)."""


def names_are_known(record: Record, vocabulary: Vocabulary, at: ValuePath = ()) -> Iterator[Finding]:
    """Each name of an act, operation, item … is in its vocabulary file; `at` is the place of the record in its file."""
    for use in _unknown(record, vocabulary, at):
        yield Finding(use.at, unknown_word(use.kind, use.name, vocabulary.of(use.kind)))


def new_names(record: Record, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Vocabulary file and name of each word that is used but not known, and is no list by a slip of the comma."""
    for use in _unknown(record, vocabulary):
        if not (_IS_A_LIST.search(use.name) or _WIDE_BRACKET.search(use.name)) and use.name != NONE:
            yield use.kind, use.name


def _unknown(record: Record, vocabulary: Vocabulary, at: ValuePath = ()) -> Iterator[NameUse]:
    for use in names_used(record, at):
        holder = use.within[-1]
        is_undecided = isinstance(holder, CounterpartyUse) and holder.is_undecided
        is_expected = use.name and not is_undecided and use.field not in _FROM_WHAT_WAS_ASKED
        if is_expected and vocabulary.of(use.kind).lacks(use.name):
            yield use


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
        yield from names_are_known(entry, vocabulary, (position,))


def synonyms_are_distinct(synonyms: Sequence[Synonym | None]) -> Iterator[Finding]:
    """No word of synonyms.yml, or of intents.yml, is listed twice: one home for each."""
    seen: set[str] = set()
    for position, synonym in enumerate(synonyms):
        for index, word in enumerate(synonym.words if synonym else ()):
            if word in seen:
                yield Finding((position, "言葉", index), f"言葉「{word}」が2回あります。1か所にまとめてください。")
            seen.add(word)


def unknown_word(kind: str, name: str, words: Words) -> str:
    """What to say of a name that is in no vocabulary file: the nearest word, or the line to add."""
    label = KINDS[kind].label
    known = [word for entry in words.entries for word in (entry.name, *entry.aliases)]
    if _IS_A_LIST.search(name):
        return f"「{name}」は{label}の語彙にありません。一覧の区切りは「、」ではなく、半角のコンマと空白（, ）にしてください。"
    if _WIDE_BRACKET.search(name):
        return f"「{name}」のかっこが全角です。半角の [ ] や {{ }} にしてください。"
    if name == NONE:
        return "「なし」は一覧に入れません。かっこを付けずに「項目: なし」と書いてください。"
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"「{near[0]}」ではありませんか。" if near else ""
    if kind == "counterparties":
        hint += f"資料での呼び方なら {{名前: 語彙の名前, 記載: {name}}} と書きます。"
    keys = (f"名前: {name}", *(f"{key}: …" for key in ("id", "読み", *further_keys(kind))))
    adding = f"新しい語なら data/vocabulary/{kind}.yml に加えてください: - {{{', '.join(keys)}}}"
    return f"「{name}」は{label}の語彙にありません。{hint}{adding}"


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
