"""Pages made from records → files of the site, one at a time: each is forgotten as soon as it is written.

Not through MkDocs, which would hold every page and ask of each what only hand-written ones need. Beside the page of a
consultation its card is written, which another site shows in a frame.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.loading.archive import Archive
from macros.site.pages import Page
from macros.site.rendering import Renderer
from macros.site.urls import retired_places


def write_card(page: Page, renderer: Renderer, site: Path) -> None:
    """Write the card of a consultation beside its `page` in `site`; no other page has a glance to show on one."""
    if "glance" not in page.context:
        return
    folder = site / page.address / "card"
    folder.mkdir(exist_ok=True)
    html = renderer.snippet("card/card.html", f"{page.address}card/", **page.context)
    (folder / "index.html").write_text(html, encoding="utf-8")


def write_pages(pages: Iterable[Page], archive: Archive, renderer: Renderer, site: Path) -> Iterator[tuple[Page, str]]:
    """Write each page into `site`, and beside that of a consultation its card; yield it with its finished HTML."""
    for page in pages:
        body = retired_places(renderer.page(page), page.address, archive, renderer)
        html = renderer.framed(page, body)
        path = site / page.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
        write_card(page, renderer, site)
        yield page, html
