"""A page for every word of the vocabulary that has an address: /items/account-number/."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.cross_references import CrossReferences
from macros.handling import handlings
from macros.pages.page import Page
from macros.records.vocabulary import Article, Entry

_NAMED = 10  # consultations named in a description


@dataclass(frozen=True)
class Kind:
    """A kind of vocabulary with pages of its own; `label` is what residents call it."""

    name: str
    label: str
    template: str


KINDS = (
    Kind("operations", "業務", "words/operation.html"),
    Kind("items", "個人情報の項目", "words/item.html"),
    Kind("acts", "行為", "words/act.html"),
    Kind("articles", "条", "words/article.html"),
    Kind("divisions", "所管課", "words/division.html"),
    Kind("counterparties", "相手方・委託先", "words/counterparty.html"),
    Kind("subjects", "対象となる人", "words/subject.html"),
)


def word_pages(references: CrossReferences) -> Iterator[Page]:
    """Kind by kind, in the order of the files."""
    for kind in KINDS:
        for entry in references.words(kind.name).entries:
            yield _page(kind, entry, references)


def _page(kind: Kind, entry: Entry, references: CrossReferences) -> Page:
    title = entry.full_name if isinstance(entry, Article) else entry.name
    mentions = references.mentions(kind.name, entry)
    numbers = [record.name for record in reversed(references.consultations(kind.name, entry))]
    found = (
        f"{'、'.join(numbers[:_NAMED])}{'など' if numbers[_NAMED:] else ''}に記載があります。"
        if numbers
        else "記載のある諮問はまだありません。"
    )
    return Page(
        address=f"{kind.name}/{entry.id}/",
        title=title,
        description=f"{kind.label}「{entry.name}」（{entry.reading}）。{found}",
        template=kind.template,
        source=f"data/vocabulary/{kind.name}.yml",
        context={
            "kind": kind,
            "title": title,
            "entry": entry,
            "mentions": mentions,
            "handlings": handlings(mentions),
            "sensitive": references.archive.vocabulary.sensitive_as(entry) if kind.name == "items" else (),
        },
        facts={"kind": kind.label, "subjects": [entry.name, *entry.aliases]},
    )
