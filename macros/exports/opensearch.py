"""opensearch.xml: lets a browser search this site from its address bar."""

from collections.abc import Iterator

from lxml import etree

from macros.exports.export import Export, Exported

_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_SHORT_NAME = 16


def opensearch(exported: Exported) -> Iterator[Export]:
    """OpenSearch 1.1, draft 6: a description whose template is the page /search/."""
    site = exported.archive.council.site
    root = etree.Element(f"{{{_OPENSEARCH}}}OpenSearchDescription", nsmap={None: _OPENSEARCH})
    for name, text in (
        ("ShortName", site.name[:_LONGEST_SHORT_NAME]),
        ("Description", site.description),
        ("Language", "ja"),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
        ("Image", exported.address("assets/mark.svg")),
    ):
        etree.SubElement(root, f"{{{_OPENSEARCH}}}{name}").text = text
    root[-1].attrib.update({"type": "image/svg+xml", "width": "16", "height": "16"})
    template = exported.address("search/?q={searchTerms}")
    etree.SubElement(root, f"{{{_OPENSEARCH}}}Url", {"type": "text/html", "template": template})
    document = etree.ElementTree(root)
    yield Export("opensearch.xml", etree.tostring(document, encoding="utf-8", xml_declaration=True, pretty_print=True))
