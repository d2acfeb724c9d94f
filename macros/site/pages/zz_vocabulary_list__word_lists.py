"""The pages of long lists of words: /items/categories/finance/, /operations/kana/sa/, /matrix/kana/sa/pages/2/."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.site.pages.page import Page
from macros.site.pages.vocabulary_detail import KINDS
from macros.site.pages.vocabulary_list import Group, Stretch, matrix_groups, word_groups

_MATRIX = "業務と行為の表"


def word_list_pages(references: CrossReferences) -> Iterator[Page]:
    """List by list, group by group; none where every list fits on its front page, which is written by hand."""
    for kind in KINDS:
        source = f"data/vocabulary/{kind.name}.yml"
        yield from _pages(kind.name, kind.label, word_groups(references, kind.name), "words/group.html", source)
    yield from _pages("matrix", _MATRIX, matrix_groups(references), "words/matrix_group.html", "data/consultations/")


def _pages(about: str, label: str, groups: tuple[Group, ...], template: str, source: str) -> Iterator[Page]:
    for group in groups:
        for stretch in group.stretches:
            name = group.name if stretch.number == 1 else f"{group.name}（{stretch.number}ページ）"
            words = {"about": about, "groups": groups, "group": group, "stretch": stretch}
            yield Page(
                address=stretch.address,
                title=f"{label}：{name}",
                description=_description(label, group, stretch),
                template=template,
                source=source,
                context={"label": label, "name": name, **words},
                crumb=name,
            )


def _description(label: str, group: Group, stretch: Stretch) -> str:
    part = f"（読みが「{stretch.span[0]}」から「{stretch.span[1]}」まで）" if len(group.stretches) > 1 else ""
    return f"{label}のうち「{group.name}」のもの{part}を、読みの順にならべています。"
