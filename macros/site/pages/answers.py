"""A page for every answer: /answers/2/."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.records.answer import Answer
from macros.search.facets import answer_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import older_pages


def answer_pages(references: CrossReferences) -> Iterator[Page]:
    """Oldest first; then the older leaves of their list, whose newest is written by hand."""
    for answer in references.archive.answers:
        yield answer_page(answer, references)
    yield from older_pages("answers", "答申", references.archive.answers, lambda answer: answer.answered_on.japanese)


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
