"""The kinds of words and of records: what each is called, where it stands, and what a site makes of it.

The one list of them: rules, pages, menus, feeds, search, open data, schemas and the browser draw on it. A new kind of
words is a line here, its file in `data/vocabulary/`, and a template where the common one does not do. Not the models
that read the files (`models.py`), nor the walk that finds the names in a record (`names.py`).
"""

from dataclasses import dataclass
from typing import NamedTuple


class Facet(NamedTuple):
    """What consultations are filtered by: its name in addresses (?act=…) and its label on the search page."""

    name: str
    label: str


@dataclass(frozen=True)
class WordKind:
    """One file of `data/vocabulary/`. With a `section` every word has a page of its own, and all have a list."""

    name: str
    """The file, the first part of every address, and the key in open data: items."""
    label: str
    """What residents call it, everywhere."""
    singular: str
    """The `type` of its documents in open data."""
    used_in: tuple[str, ...] = ()
    """The fields of records that hold its names: Clause.legal_basis."""
    further_keys: tuple[str, ...] = ()
    """The keys of its file that a new word should have, although a sound one may do without."""
    section: str = ""
    """The group of the menu that leads to its list."""
    is_main: bool = False
    """Whether the main menu leads there too."""
    template: str = "word"
    """What draws the page of a word, below `overrides/words/`."""
    by_part: bool = False
    """Whether such a page lists the parts of consultations; otherwise it lists whole consultations."""
    group_by: str = ""
    """The attribute of its entries that parts its list under headings."""
    facet: Facet | None = None
    has_feed: bool = False


_MINE, _WORK, _RULES = "わたしの情報から", "仕事と渡る先から", "きまりから"

KINDS = {
    kind.name: kind
    for kind in (
        WordKind(
            *("acts", "行為", "act"),
            used_in=("Part.act", "Form.act", "BlanketApproval.act", "Conclusion.act", "Condition.acts"),
            section=_RULES,
            is_main=True,
            template="act",
            facet=Facet("act", "行為"),
            has_feed=True,
        ),
        WordKind(
            *("operations", "業務", "operation"),
            used_in=(
                "Consultation.operations",
                "Part.operations",
                "Part.source_operations",
                "ItemGroup.operations",
                "AgendaItem.operations",
            ),
            section=_WORK,
            is_main=True,
            template="operation",
            by_part=True,
            facet=Facet("operation", "業務"),
            has_feed=True,
        ),
        WordKind(
            *("items", "個人情報の項目", "item"),
            used_in=("ItemUse.name",),
            section=_MINE,
            is_main=True,
            template="item",
            by_part=True,
            group_by="category",
            facet=Facet("item", "個人情報の項目"),
            has_feed=True,
        ),
        WordKind(
            *("articles", "条", "article"),
            used_in=(
                *("Consultation.legal_basis", "Overview.legal_basis", "Clause.legal_basis"),
                *("AgendaItem.legal_basis", "ClosedGround.legal_basis"),
            ),
            section=_RULES,
            template="article",
            group_by="law",
            facet=Facet("article", "条"),
        ),
        WordKind(
            *("divisions", "所管課", "division"),
            used_in=("Consultation.divisions", "AgendaItem.divisions"),
            further_keys=("部", "課"),
            section=_WORK,
            group_by="department",
            facet=Facet("division", "所管課"),
        ),
        WordKind(
            *("counterparties", "相手方・委託先", "counterparty"),
            used_in=("CounterpartyUse.name",),
            section=_WORK,
            is_main=True,
            template="counterparty",
            by_part=True,
            group_by="kind",
            facet=Facet("party", "相手方の種類"),
        ),
        WordKind(
            *("subjects", "対象となる人", "subject_group"),
            section=_MINE,
            template="subject",
            by_part=True,
        ),
        WordKind("categories", "項目の分類", "category", used_in=("Item.category",)),
        WordKind("sensitive", "要配慮個人情報の目印", "sensitive"),
        WordKind("terms", "用語", "term"),
        WordKind("conclusions", "結論", "conclusion", used_in=("Conclusion.word",)),
    )
}
"""By name, in the order of the search page and, section by section, of the menu."""

WITH_PAGES = tuple(kind for kind in KINDS.values() if kind.section)

NAMED_IN = {field: kind.name for kind in KINDS.values() for field in kind.used_in}
"""Each field of a record that holds names of words, with their kind."""

FACETS = (
    *(kind.facet for kind in KINDS.values() if kind.facet),
    Facet("year", "年度"),
    Facet("answer", "答申の状況"),
)
"""What consultations are filtered by, in the order of the search page."""

TABLES = {"synonyms": "言い換えの表", "intents": "たずね方の表", "forms": "行為ごとの様式"}
"""The files of `data/vocabulary/` that hold no words, with what they are called."""


@dataclass(frozen=True)
class RecordKind:
    """One folder of `data/`: a record is a file, and the file's name is its address."""

    name: str
    """The folder, and the first part of every address."""
    label: str
    singular: str
    """The schema of its files."""
    keys: tuple[str, ...] = ()
    """The keys under which other records name its files."""


RECORD_KINDS = {
    kind.name: kind
    for kind in (
        RecordKind("consultations", "諮問", "consultation", keys=("諮問",)),
        RecordKind("answers", "答申", "answer", keys=("答申", "答申の確認")),
        RecordKind("meetings", "会議", "meeting"),
        RecordKind("schedules", "日程", "schedule"),
    )
}
