"""A card for every consultation, /consultations/948/card/, that another site shows in a frame. No page of MkDocs:

it has a frame of its own, and neither search nor site map nor feeds know it.
"""

from pathlib import Path

from macros.archive import Archive
from macros.at_a_glance import at_a_glance
from macros.pictures import PartArrows, part_pictures
from macros.rendering import Renderer


def write_cards(archive: Archive, renderer: Renderer, site: Path) -> None:
    """Write them into the finished `site`."""
    arrows = PartArrows(archive)
    for consultation in archive.consultations:
        address = f"consultations/{consultation.id}/card/"
        glance = at_a_glance(consultation, archive, part_pictures(consultation, arrows))
        path = site / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        html = renderer.snippet("card/card.html", address, consultation=consultation, glance=glance)
        path.write_text(html, encoding="utf-8")
