"""A finished site → every address that somebody may cite: its pages and the places on them. Knows HTML only."""

from collections.abc import Iterator
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement

# A version exists because history has it; an address that no commit can know beforehand cannot be promised in one.
VERSIONS = "/versions/"
_NO_PLACES = frozenset(("form", "svg", "input", "select", "textarea", "button", "output", "dialog"))


def addresses(site: Path) -> set[str]:
    """`items/name/` and `consultations/948/#1-5`, relative to the site; the front page is the empty text."""
    return {address for path in page_files(site) for address in _of(path, page_address(path, site))}


class Published:
    """The addresses of a finished site, for asking whether some are there: only the pages asked for are read."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._read: dict[str, frozenset[str]] = {}

    def __contains__(self, address: object) -> bool:
        page, _, place = str(address).partition("#")
        path = self._site / page / "index.html"
        if not place or not path.is_file():
            return not place and path.is_file()
        if page not in self._read:
            self._read[page] = frozenset(_of(path, page))
        return address in self._read[page]


def page_files(folder: Path) -> list[Path]:
    """The pages below a folder of a site, in a lasting order."""
    return sorted(folder.rglob("index.html"))


def page_address(path: Path, site: Path) -> str:
    """The address of the page in this file."""
    inside = path.parent.relative_to(site).as_posix()
    return "" if inside == "." else f"{inside}/"


def _of(path: Path, page: str) -> Iterator[str]:
    if VERSIONS in page:
        return
    yield page
    root = lxml_html.document_fromstring(path.read_bytes())
    for main in root.iter("main"):
        for child in main:
            yield from (f"{page}#{place}" for place in _places(child))


def _places(element: HtmlElement) -> Iterator[str]:
    """The ids that a reader may link to: not those that wire a form or a drawing together."""
    if element.tag in _NO_PLACES or not isinstance(element.tag, str):
        return
    place = element.get("id")
    if place:
        yield place
    for child in element:
        yield from _places(child)
