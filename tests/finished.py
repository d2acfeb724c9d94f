"""Finished sites, read back from their files: pages as documents, and where their links lead.

Addresses are counted from the root of a site: /, /consultations/948/, /404.html.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag


class Link(NamedTuple):
    """A tag that leads somewhere: within the site to an address and an anchor, elsewhere to a whole address."""

    tag: Tag
    address: str
    anchor: str


def page(site: Path, address: str) -> BeautifulSoup:
    """The page at an address, with or without its outer strokes."""
    path = site / address.strip("/")
    return BeautifulSoup((path if path.suffix else path / "index.html").read_bytes(), "lxml")


@lru_cache(maxsize=4)
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address. Whoever asks shares them: nobody changes them, or the site."""
    addresses = ("/" + path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    return {address: page(site, address) for address in sorted(addresses)}


def links(site: Path, address: str, selector: str = "a[href]") -> Iterator[Link]:
    """Where a page leads, or what it fetches."""
    root = _root(site)
    for tag in pages(site)[address].select(selector):
        target, anchor = urldefrag(urljoin(root + address[1:], str(tag.get("href") or tag["src"])))
        path = unquote(target.removeprefix(root).partition("?")[0])
        yield Link(tag, f"/{path}" if target.startswith(root) else target, unquote(anchor))


@lru_cache
def _root(site: Path) -> str:
    """What the front page calls its own address."""
    (link,) = page(site, "/").select("link[rel=canonical]")
    return str(link["href"])


def words(tag: Tag | None) -> str:
    """What a reader reads of an element that must be there, in one line."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def dead_links(site: Path) -> list[tuple[str, Link]]:
    """Each page with what it leads to within the site, or fetches, that is not there."""
    everything = (
        "a[href], link[rel=stylesheet], link[rel=icon], link[type='application/atom+xml'], script[src], img[src]"
    )
    anchors = {address: {str(tag["id"]) for tag in tree.select("[id]")} for address, tree in pages(site).items()}

    def is_there(link: Link) -> bool:
        is_file = link.address in anchors or (site / link.address[1:]).is_file()
        return is_file and (not link.anchor or link.anchor in anchors[link.address])

    return [
        (address, link)
        for address in anchors
        for link in links(site, address, everything)
        if link.address.startswith("/") and not is_there(link)
    ]
