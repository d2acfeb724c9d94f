"""Atom feeds beside the pages they belong to: consultations/feed.xml, items/account-number/feed.xml.

Ids are tag: URIs (RFC 4151) and dates are those of the records, so that a rebuild announces nothing twice.
"""

from collections.abc import Iterator
from functools import cache

from lxml import etree

from macros.exports.export import Export, Exported
from macros.exports.feeds.events import FeedEntry
from macros.exports.feeds.feeds import Feed, Feeds

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = f' xmlns="{_ATOM}"'.encode()
_END = b"</feed>"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feeds(exported: Exported) -> Iterator[Export]:
    """RFC 4287, one file a feed. An entry stands in the feeds of many words: it is written once."""
    all_feeds = Feeds(exported.archive, exported.references, exported.history).all
    written = cache(lambda entry: _entry(entry, exported))
    for feed in all_feeds:
        entries = b"".join(map(written, feed.entries))
        yield Export(feed.address, _feed(feed, exported).replace(_END, entries + _END))


def _feed(feed: Feed, exported: Exported) -> bytes:
    """The feed, without its entries."""
    council = exported.archive.council
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: "ja"}, nsmap={None: _ATOM})
    _add(root, "id", exported.tag(feed.page.rstrip("/")))
    _add(root, "title", feed.title)
    _add(root, "updated", max(entry.happened for entry in feed.entries).isoformat())
    _add(root, "link", rel="self", type="application/atom+xml", href=exported.address(feed.address))
    _add(root, "link", rel="alternate", type="text/html", href=exported.address(feed.page))
    _add(_add(root, "author"), "name", council.site.name)
    _add(root, "rights", f"{council.licence.name}（{council.licence.compatible} と互換）")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(entry: FeedEntry, exported: Exported) -> bytes:
    """The entry as it stands within a feed: its namespace is the feed's, and not said again."""
    element = etree.Element(f"{{{_ATOM}}}entry", nsmap={None: _ATOM})
    _add(element, "id", exported.tag(entry.id))
    _add(element, "title", entry.title)
    _add(element, "published", entry.happened.isoformat())
    _add(element, "updated", entry.happened.isoformat())
    _add(element, "link", rel="alternate", type="text/html", href=exported.address(entry.address))
    for act in entry.acts:
        _add(element, "category", term=act)
    _add(element, "summary", entry.summary)
    return etree.tostring(element, encoding="utf-8").replace(_NAMESPACE, b"", 1) + b"\n"


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text
    return element
