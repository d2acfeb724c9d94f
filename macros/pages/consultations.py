"""A page for every consultation: /consultations/948/."""

from collections.abc import Iterator

from macros.archive import Archive
from macros.facts import consultation_facts
from macros.pages.page import Page
from macros.records.consultation import Consultation


def consultation_pages(archive: Archive) -> Iterator[Page]:
    """In ascending order of number."""
    for consultation in archive.consultations:
        yield _page(consultation, archive)


def _page(consultation: Consultation, archive: Archive) -> Page:
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
