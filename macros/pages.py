"""Which pages the records make: address, title, description, template and what the template is given.

No HTML and no MkDocs here. Hand-written pages live in `docs/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.archive import Archive
from macros.cross_references import CrossReferences
from macros.facts import consultation_facts
from macros.records.consultation import Consultation
from macros.records.schedule import Schedule
from macros.records.vocabulary import Article, Entry

_NAMED = 10  # consultations named in a description


@dataclass(frozen=True)
class Page:
    """One page made from records. `address` is relative to the site and ends with a slash."""

    address: str
    title: str
    description: str
    template: str
    source: str
    """The file that staff would edit to change this page, relative to the project."""
    context: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    """What search knows beyond the text; see `facts.py`."""


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
)


def pages(archive: Archive, references: CrossReferences) -> Iterator[Page]:
    """Every page that the records make, in a lasting order."""
    for consultation in archive.consultations:
        yield _consultation_page(consultation, archive)
    for kind in KINDS:
        for entry in references.words(kind.name).entries:
            yield _word_page(kind, entry, references)
    for schedule in archive.schedules:
        yield _schedule_page(schedule)


def _consultation_page(consultation: Consultation, archive: Archive) -> Page:
    """/consultations/948/"""
    subject = consultation.subtitle or consultation.title
    municipality = archive.council.municipality.name
    return Page(
        address=f"consultations/{consultation.id}/",
        title=f"{consultation.name} {subject}" if consultation.number else subject,
        description=(
            f"{municipality}{consultation.name}（{consultation.consulted_on.japanese}）。"
            f"{'・'.join(consultation.acts)}について、{consultation.addressee.body or '審議会'}の意見を求めたもの。"
            f"{subject}。"
        ),
        template="consultations/detail.html",
        source=f"data/consultations/{consultation.id}.yml",
        context={"consultation": consultation},
        facts=consultation_facts(consultation, archive),
    )


def _word_page(kind: Kind, entry: Entry, references: CrossReferences) -> Page:
    title = entry.full_name if isinstance(entry, Article) else entry.name
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
        context={"kind": kind, "title": title, "entry": entry, "mentions": references.mentions(kind.name, entry)},
        facts={"kind": kind.label, "subjects": [entry.name, *entry.aliases]},
    )


def _schedule_page(schedule: Schedule) -> Page:
    return Page(
        address=f"schedules/{schedule.id}/",
        title=schedule.title,
        description=f"{schedule.title}。予定と実際の日付を、和暦と西暦でならべた年表です。",
        template="schedules/detail.html",
        source=f"data/schedules/{schedule.id}.yml",
        context={"schedule": schedule},
    )
