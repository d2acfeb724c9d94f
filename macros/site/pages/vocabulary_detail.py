"""A page for every word of the vocabulary that has an address: /items/account-number/."""

from collections.abc import Iterator, Sequence
from typing import Any

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows, Picture, item_picture, operation_picture
from macros.derived.handlings import handlings, occurrences
from macros.derived.transfers import transfers
from macros.records.kinds import WITH_PAGES, WordKind
from macros.records.vocabulary import Article, Entry
from macros.search.facets import word_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves

_NAMED = 10  # consultations named in a description


def word_pages(references: CrossReferences, arrows: PartArrows) -> Iterator[Page]:
    """Kind by kind, in the order of the files; long lists leaf by leaf."""
    for kind in WITH_PAGES:
        for entry in references.words(kind.name).entries:
            mentions = references.mentions(kind.name, entry)
            rows: Sequence[Any] = handlings(mentions) if kind.by_part else occurrences(mentions)
            for leaf in leaves(rows, f"{kind.name}/{entry.id}/"):
                yield _page(kind, entry, leaf, references, arrows)


def _page(kind: WordKind, entry: Entry, leaf: Leaf[Any], references: CrossReferences, arrows: PartArrows) -> Page:
    name = entry.full_name if isinstance(entry, Article) else entry.name
    title = f"{name}（{leaf.number}ページ）" if leaf.number else name
    shown = dict.fromkeys(row.consultation.name for row in leaf.rows)
    return Page(
        address=leaf.address,
        title=title,
        description=f"{kind.label}「{title}」（{entry.reading}）。{_found(list(shown))}",
        template=f"words/{kind.template}.html",
        source=f"data/vocabulary/{kind.name}.yml",
        context={
            "kind": kind,
            "title": title,
            "entry": entry,
            "leaf": leaf,
            "picture": _picture(kind, entry, leaf, arrows),
            "transfers": transfers(entry, leaf.rows, arrows) if kind.name == "items" else None,
            "form": references.archive.vocabulary.form(entry.name),
            "consultation_count": len(references.consultations(kind.name, entry)),
            "sensitive": references.archive.vocabulary.sensitive_as(entry) if kind.name == "items" else (),
        },
        names=() if leaf.number else tuple(dict.fromkeys((title, entry.name, *entry.aliases, entry.reading))),
        facts={} if leaf.number else word_facts(kind, entry, references.mentions(kind.name, entry)),
    )


def _found(names: list[str]) -> str:
    if not names:
        return "記載のある諮問はまだありません。"
    return f"{'、'.join(names[:_NAMED])}{'など' if names[_NAMED:] else ''}に記載があります。"


def _picture(kind: WordKind, entry: Entry, leaf: Leaf[Any], arrows: PartArrows) -> Picture | None:
    """Who gets this item, or what goes into and out of this operation, as in the rows of the leaf; else None."""
    draw = {"items": item_picture, "operations": operation_picture}.get(kind.name)
    return draw(entry, ((row.consultation, row.part) for row in leaf.rows), arrows) if draw else None
