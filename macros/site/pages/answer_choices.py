"""Answers by what they conclude and by fiscal year: /answers/conclusions/approved/, /answers/years/2021/.

Filters that work without a script and at any length, each with an address of its own. Every conclusion of the vocabulary
has its page once there is an answer, so that no address dies when a conclusion is corrected.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.loading.archive import Archive
from macros.records.answer import Answer
from macros.records.dates import fiscal_year, fiscal_year_name
from macros.site.pages.page import Page
from macros.site.pages.paging import Leaf, leaves


@dataclass(frozen=True)
class Choice:
    """Some of the answers, newest first. `by` is what they have in common: 結論 or 年度."""

    by: str
    name: str
    address: str
    answers: tuple[Answer, ...]


def answer_choices(archive: Archive) -> tuple[Choice, ...]:
    """By conclusion in the order of the vocabulary, then by fiscal year, newest first. None without an answer."""
    return (*_by_conclusion(archive), *_by_year(archive)) if archive.answers else ()


def answer_choice_pages(archive: Archive) -> Iterator[Page]:
    """A page for each choice, and the older leaves of those that are long."""
    for choice in answer_choices(archive):
        for leaf in leaves(choice.answers, choice.address):
            yield _page(choice, leaf, archive)


def _by_conclusion(archive: Archive) -> Iterator[Choice]:
    words = archive.vocabulary.of("conclusions")
    chosen: dict[str, dict[str, Answer]] = defaultdict(dict)
    for answer in reversed(archive.answers):
        for conclusion in (
            conclusion_entry for answered in answer.answered for conclusion_entry in answered.conclusions
        ):
            if word := words.find(conclusion.word):
                chosen[word.id][answer.id] = answer
    for word in words.entries:
        yield Choice("結論", word.name, f"answers/conclusions/{word.id}/", tuple(chosen[word.id].values()))


def _by_year(archive: Archive) -> Iterator[Choice]:
    by_year: dict[int, list[Answer]] = defaultdict(list)
    for answer in reversed(archive.answers):
        by_year[fiscal_year(answer.answered_on.first_day)].append(answer)
    for year, answers in by_year.items():
        yield Choice("年度", fiscal_year_name(year), f"answers/years/{year}/", tuple(answers))


def _page(choice: Choice, leaf: Leaf[Answer], archive: Archive) -> Page:
    what = f"結論に「{choice.name}」をふくむ答申" if choice.by == "結論" else f"{choice.name}の答申"
    title = f"{what}（{leaf.number}ページ）" if leaf.number else what
    return Page(
        address=leaf.address,
        title=title,
        description=f"{archive.council.council.name}の、{title}の一覧です。",
        template="answers/chosen.html",
        source="data/answers/",
        context={"title": title, "leaf": leaf, "choice": choice},
        crumb=choice.name,
    )
