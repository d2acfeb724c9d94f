"""sitemap.xml: every page meant to be found, and when its record last changed, where that is known."""

from collections.abc import Iterator

from lxml import etree

from macros.exports.export import Export, Exported

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(exported: Exported) -> Iterator[Export]:
    """The protocol of sitemaps.org; without lastmod where one date would not be true of the whole page."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP})
    for address, changed in sorted(exported.pages.items()):
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = exported.address(address)
        if changed:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = changed.iso
    document = etree.ElementTree(root)
    yield Export("sitemap.xml", etree.tostring(document, encoding="utf-8", xml_declaration=True, pretty_print=True))
