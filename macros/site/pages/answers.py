"""A page for every answer: /answers/2/."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.records.answer import Answer
from macros.search.facets import answer_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves


def answer_pages(references: CrossReferences) -> Iterator[Page]:
    """Oldest first; then the older leaves of their list, whose newest is written by hand."""
    for answer in references.archive.answers:
        yield answer_page(answer, references)
    for leaf in leaves(references.archive.answers[::-1], "answers/")[1:]:
        yield _older(leaf)


def answer_page(answer: Answer, references: CrossReferences) -> Page:
    """That of one answer."""
    about = references.deliberations.about(answer)
    council = references.archive.council
    return Page(
        address=f"answers/{answer.id}/",
        title=f"{answer.name} {answer.title or about + 'について'}",
        description=(
            f"{about}についての{council.council.name}の{answer.kind}（{answer.answered_on.japanese}）。"
            "行為ごとの結論、条件・付帯意見と、その後の報告です。"
        ),
        template="answers/detail.html",
        source=f"data/answers/{answer.id}.yml",
        also_from=references.deliberations.files_following(answer),
        context={"answer": answer, "about": about},
        crumb=answer.name,
        facts=answer_facts(answer),
    )


def _older(leaf: Leaf[Answer]) -> Page:
    title = f"答申の一覧（{leaf.number}ページ）"
    oldest, newest = leaf.rows[-1].answered_on, leaf.rows[0].answered_on
    return Page(
        address=leaf.address,
        title=title,
        description=f"{oldest.japanese}から{newest.japanese}までの答申の一覧です（{leaf.number}ページ）。",
        template="answers/older.html",
        source="data/answers/",
        context={"title": title, "leaf": leaf},
    )
