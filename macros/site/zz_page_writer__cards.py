"""A card for every consultation, /consultations/948/card/, that another site shows in a frame. No page like others:

it has a frame of its own, and neither search nor site map nor feeds know it.
"""

from pathlib import Path

from macros.site.pages import Page
from macros.site.rendering import Renderer


def write_card(page: Page, renderer: Renderer, site: Path) -> None:
    """Write the card of a consultation beside its `page` in `site`; no other page has a glance to show on one."""
    if "glance" not in page.context:
        return
    folder = site / page.address / "card"
    folder.mkdir(exist_ok=True)
    html = renderer.snippet("card/card.html", f"{page.address}card/", **page.context)
    (folder / "index.html").write_text(html, encoding="utf-8")
