"""A page for every consultation, /consultations/948/, and for older parts of their list, /consultations/pages/1/."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows, part_pictures
from macros.derived.six_questions import at_a_glance
from macros.records.consultation import Consultation
from macros.search.facets import consultation_facts
from macros.site.pages.page import Page
from macros.site.pages.paging import older_pages


def consultation_pages(references: CrossReferences, arrows: PartArrows) -> Iterator[Page]:
    """In ascending order of number; then the older leaves of their list, whose newest is written by hand."""
    archive = references.archive
    for consultation in archive.consultations:
        yield consultation_page(consultation, references, arrows)
    yield from older_pages("consultations", "諮問", archive.consultations, lambda consultation: consultation.name)


def consultation_page(consultation: Consultation, references: CrossReferences, arrows: PartArrows) -> Page:
    """That of one consultation; `arrows` are those of its archive."""
    pictures = part_pictures(consultation, arrows)
    subject = consultation.subtitle or consultation.title
    municipality = references.archive.council.municipality.name
    return Page(
        address=f"consultations/{consultation.id}/",
        title=f"{consultation.name} {subject}" if consultation.subject else subject,
        description=(
            f"{municipality}{consultation.name}（{consultation.consulted_on.japanese}）。"
            f"{'・'.join(consultation.acts)}について、{consultation.addressee.body or '審議会'}の意見を求めたもの。"
            f"{subject}。"
        ),
        template="consultations/detail.html",
        source=f"data/consultations/{consultation.id}.yml",
        also_from=references.deliberations.files_about(consultation),
        context={
            "consultation": consultation,
            "glance": at_a_glance(consultation, references.archive, pictures),
            "pictures": pictures,
        },
        crumb=consultation.name,
        facts=consultation_facts(consultation, references),
    )
