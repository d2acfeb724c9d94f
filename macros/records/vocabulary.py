"""The words that records may use: each has one home, one lasting id and one reading.

Not free text: an entry is a thing with a page of its own.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

from macros.records.contact import Reach
from macros.records.form import Form
from macros.records.kinds import WITH_PAGES
from macros.records.record import Exemptions, Record, Text, Texts, YesNo, matching

_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_SAID = "半角の英小文字・数字を「-」でつないでください。"
Id = Annotated[
    str, StringConstraints(pattern=_ID), WithJsonSchema({"type": ["string", "number"], **matching(_ID, _SAID)})
]
_REMARKS = ("別名", "説明", "注", "公開の例外")


class Entry(Record):
    """What every entry has; `id` is its address and never changes."""

    name: Text = Field(alias="名前", title="正式な名前")
    id: Id = Field(alias="id", title="アドレスに使う半角の名前")
    reading: Text = Field(alias="読み", title="ひらがなの読み")
    aliases: Texts = Field((), alias="別名", title="同じものを指す別の書き方")
    description: Texts = Field((), alias="説明", title="住民向けの説明")
    notes: Texts = Field((), alias="注", title="当サイトの注")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """What only one kind of entry has stands before the remarks that all may have."""
        remarks = {key: value for key, value in mapping["properties"].items() if key in _REMARKS}
        first = {key: value for key, value in mapping["properties"].items() if key not in remarks}
        return mapping | {"properties": first | remarks}


class Relation(Record):
    """Between whom an act lies, for a picture where a record does not say so itself.

    元の業務, 業務, 委託先 and 相手方 stand for those of the record; any other word stands for itself.
    """

    source: Text = Field(alias="から", title="だれから")
    destination: Text = Field(alias="へ", title="だれへ")
    is_directed: YesNo = Field(True, alias="向き", title="一方から他方へと決まっているか")
    means_heading: Text | None = Field(None, alias="手段の見出し", title="手段が書かれる条項の見出し")


class Act(Entry):
    """An act (行為) that needs the council's opinion."""

    relation: Relation | None = Field(None, alias="あいだ", title="だれとだれのあいだの行為か")


class Operation(Entry):
    """A piece of work of the municipality (業務)."""

    everyday: Text | None = Field(None, alias="暮らしの言葉", title="利用する人がふだん使う名前")


class Item(Entry):
    """An item of personal data (個人情報の項目)."""

    category: Text = Field(alias="分類", title="項目の分類")


class Division(Entry):
    """A division in charge (所管課)."""

    department: str = Field("", alias="部", title="部")
    section: Text | None = Field(None, alias="課", title="課")
    contact: Reach | None = Field(None, alias="連絡先", title="この課への連絡先")


class Counterparty(Entry):
    """Who receives, holds or is linked: a contractor or other counterparty (相手方)."""

    kind: Text = Field(alias="種類", title="相手方の種類")


class Article(Entry):
    """A provision of a law or ordinance (条) that a 諮問 rests on or a clause cites."""

    law: Text = Field(alias="法令", title="法令の名前")
    article: Text | None = Field(None, alias="条", title="第n条")
    paragraph: Text | None = Field(None, alias="項", title="第n項")
    item: Text | None = Field(None, alias="号", title="第n号")

    @property
    def full_name(self) -> str:
        """With its law: 見本市個人情報保護条例第9条; beside a name that already names the law in short: 番号法第12条."""
        if self.name.startswith(self.law):
            return self.name
        return self.law + self.name if self.name.startswith(_WITHOUT_LAW) else f"{self.name}（{self.law}）"


_WITHOUT_LAW = ("第", "附則", "別表")  # how an article begins that leaves its law unsaid


class Term(Entry):
    """A word of the forms or of this site that a resident may not know (用語), with its explanation."""

    description: Texts = Field(alias="説明", title="住民向けの短い説明", min_length=1)


class _Spotted(Entry):
    """What is recognised by the words that a printed text contains: a rule anybody can check."""

    words: Texts = Field(alias="言葉", title="原文にあれば当てはまるとみる語", min_length=1)

    def spotted_in(self, text: str) -> str | None:
        """The first of its words that `text` contains."""
        return next((word for word in self.words if word in text), None)


class SubjectGroup(_Spotted):
    """A kind of people whom the handling concerns (対象となる個人の範囲)."""


class SensitiveKind(_Spotted):
    """A kind of information that the law calls 要配慮個人情報, and the words by which an item may be one."""

    legal_basis: Text = Field(alias="根拠", title="法令の名前と条項")


class ConclusionWord(Entry):
    """What a council concludes (結論), and whether that ends its deliberation: 承認, 継続審議, 取下げ."""

    stage: Literal["答申", "継続", "終了"] = Field(alias="段階", title="答申で終わる・続く・答申によらず終わる")


AnyEntry = TypeVar("AnyEntry", bound=Entry)


class Words(Record):
    """One vocabulary file: entries in file order, found by name or alias."""

    entries: tuple[Entry, ...] = ()
    is_read: bool = Field(True, exclude=True)
    """Whether the file could be read at all: where not, any name may be in it."""

    def lacks(self, name: str) -> bool:
        """Whether no entry of the file has this name."""
        return self.is_read and self.find(name) is None

    def find(self, name: str) -> Entry | None:
        """The entry that `name` means, by its name or one of its aliases."""
        return self._by_name.get(name)

    def grouped_by(self, attribute: str) -> dict[str, list[Entry]]:
        """The entries by the value of `attribute`, in order of first appearance."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(getattr(entry, attribute), []).append(entry)
        return groups

    @cached_property
    def _by_name(self) -> Mapping[str, Entry]:
        aliases = {alias: entry for entry in self.entries for alias in entry.aliases}
        return aliases | {entry.name: entry for entry in self.entries}


class Synonym(Record):
    """What residents type for what stands on the pages: 引き落とし for 口座振替; in intents.yml いつ for 開始時期."""

    words: Texts = Field(alias="言葉", title="住民が使う言葉", min_length=1)
    meanings: Texts = Field(alias="意味", title="ページに書かれている言葉", min_length=1)


class Sensitive(Record):
    """Why an item is marked: a kind of 要配慮個人情報, and the word of the item's name that stands for it."""

    kind: SensitiveKind
    word: str


class Vocabulary(Record):
    """All words, by kind: the names of the files below `data/vocabulary/`, as `kinds.py` lists them."""

    words: dict[str, Words]
    synonyms: tuple[Synonym, ...] = ()
    intents: tuple[Synonym, ...] = ()
    forms: tuple[Form, ...] = ()

    def of(self, kind: str) -> Words:
        """The words of a kind."""
        return self.words[kind]

    def form(self, act: str) -> Form | None:
        """The form for `act`, by its name in `acts.yml`."""
        return next((form for form in self.forms if form.act == act), None)

    def explained(self, name: str) -> Entry | None:
        """What explains `name` in plain words: an act by its own entry, any other word by the glossary."""
        entry = self.of("acts").find(name) or self.of("terms").find(name)
        return entry if entry and entry.description else None

    def sensitive_as(self, item: Entry) -> tuple["Sensitive", ...]:
        """The kinds of 要配慮個人情報 that an item may be, by the rule of words; empty for most items."""
        kinds = (kind for kind in self.of("sensitive").entries if isinstance(kind, SensitiveKind))
        spotted = ((kind, kind.spotted_in(item.name)) for kind in kinds)
        return tuple(Sensitive(kind=kind, word=word) for kind, word in spotted if word)

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """The entries of every kind that has pages, in file order."""
        return tuple(entry for kind in WITH_PAGES for entry in self.of(kind.name).entries)
