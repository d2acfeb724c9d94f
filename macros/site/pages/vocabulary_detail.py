"""A page for every word of the vocabulary that has an address: /items/account-number/."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.derived.cross_references import CrossReferences, Mention
from macros.derived.flow_pictures import PartArrows, Picture, item_picture, operation_picture
from macros.derived.handlings import Handling, Occurrence, handlings, occurrences
from macros.records.vocabulary import Article, Entry
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves

_NAMED = 10  # consultations named in a description


@dataclass(frozen=True)
class Kind:
    """A kind of vocabulary with pages of its own; `label` is what residents call it, `rows` what its lists show."""

    name: str
    label: str
    template: str
    rows: Callable[[Sequence[Mention]], Sequence[Handling] | Sequence[Occurrence]]


KINDS = (
    Kind("operations", "業務", "words/operation.html", handlings),
    Kind("items", "個人情報の項目", "words/item.html", handlings),
    Kind("acts", "行為", "words/act.html", occurrences),
    Kind("articles", "条", "words/article.html", occurrences),
    Kind("divisions", "所管課", "words/division.html", occurrences),
    Kind("counterparties", "相手方・委託先", "words/counterparty.html", handlings),
    Kind("subjects", "対象となる人", "words/subject.html", handlings),
)


def word_pages(references: CrossReferences, arrows: PartArrows) -> Iterator[Page]:
    """Kind by kind, in the order of the files; long lists leaf by leaf."""
    for kind in KINDS:
        for entry in references.words(kind.name).entries:
            rows = kind.rows(references.mentions(kind.name, entry))
            for leaf in leaves(rows, f"{kind.name}/{entry.id}/"):
                yield _page(kind, entry, leaf, references, _picture(kind, entry, leaf, arrows))


def _page(kind: Kind, entry: Entry, leaf: Leaf[Any], references: CrossReferences, picture: Picture | None) -> Page:
    name = entry.full_name if isinstance(entry, Article) else entry.name
    title = f"{name}（{leaf.number}ページ）" if leaf.number else name
    shown = dict.fromkeys(row.consultation.name for row in leaf.rows)
    return Page(
        address=leaf.address,
        title=title,
        description=f"{kind.label}「{title}」（{entry.reading}）。{_found(list(shown))}",
        template=kind.template,
        source=f"data/vocabulary/{kind.name}.yml",
        context={
            "kind": kind,
            "title": title,
            "entry": entry,
            "leaf": leaf,
            "picture": picture,
            "form": references.archive.vocabulary.form(entry.name),
            "consultation_count": len(references.consultations(kind.name, entry)),
            "sensitive": references.archive.vocabulary.sensitive_as(entry) if kind.name == "items" else (),
        },
        facts={} if leaf.number else {"kind": kind.label, "subjects": [entry.name, *entry.aliases]},
    )


def _found(names: list[str]) -> str:
    if not names:
        return "記載のある諮問はまだありません。"
    return f"{'、'.join(names[:_NAMED])}{'など' if names[_NAMED:] else ''}に記載があります。"


def _picture(kind: Kind, entry: Entry, leaf: Leaf[Any], arrows: PartArrows) -> Picture | None:
    """Who gets this item, or what goes into and out of this operation, as in the rows of the leaf; else None."""
    draw = {"items": item_picture, "operations": operation_picture}.get(kind.name)
    return draw(entry, ((row.consultation, row.part) for row in leaf.rows), arrows) if draw else None
