"""sitemap.xml: every page meant to be found, and when its record last changed, where that is known.

The protocol of sitemaps.org. It allows a map so many addresses; beyond them sitemap.xml lists several maps.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from macros.exports.export import Export, Exported
from macros.records.dates import CouncilDate

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000

Entry = tuple[str, CouncilDate | None]
"""A full address, and the one date that is true of the whole page, where there is one."""


def sitemap(exported: Exported) -> Iterator[Export]:
    """One map, or several and the list of them."""
    pages = [(exported.address(address), changed) for address, changed in sorted(exported.pages.items())]
    if len(pages) <= _MOST:
        yield Export("sitemap.xml", _document("urlset", "url", pages))
        return
    maps = {f"sitemap-{at // _MOST + 1}.xml": pages[at : at + _MOST] for at in range(0, len(pages), _MOST)}
    for name, entries in maps.items():
        yield Export(name, _document("urlset", "url", entries))
    yield Export("sitemap.xml", _document("sitemapindex", "sitemap", [(exported.address(name), None) for name in maps]))


def _document(root_name: str, name: str, entries: Sequence[Entry]) -> bytes:
    root = etree.Element(f"{{{_NAMESPACE}}}{root_name}", nsmap={None: _NAMESPACE})
    for address, changed in entries:
        element = etree.SubElement(root, f"{{{_NAMESPACE}}}{name}")
        etree.SubElement(element, f"{{{_NAMESPACE}}}loc").text = address
        if changed:
            etree.SubElement(element, f"{{{_NAMESPACE}}}lastmod").text = changed.iso
    return etree.tostring(etree.ElementTree(root), encoding="utf-8", xml_declaration=True, pretty_print=True)
