"""A finished site → its pages as plain data that any generator can print: titles, paragraphs, lists, tables, drawings.

Whoever prints them is spared all thinking (checks, cross-references, layout of the drawings). That favours the others.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement

Block = dict[str, Any]
_TEXTS = ("p", "h1", "h2", "h3", "h4", "h5", "li", "dt", "dd", "summary", "figcaption", "caption")


def pages(site: Path) -> Iterator[tuple[str, Block]]:
    """The address and data of every page of `site`."""
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        root = lxml_html.document_fromstring(path.read_bytes())
        title = root.findtext(".//title") or address
        description = root.xpath("string(//meta[@name='description']/@content)")
        yield (
            address,
            {"title": title, "description": str(description), "blocks": list(_blocks(root.xpath("//main")[0]))},
        )


def _blocks(element: HtmlElement) -> Iterator[Block]:
    for child in element.iterchildren("*"):
        place = child.get("id", "")
        if child.tag in ("ul", "ol", "dl"):
            yield {"kind": "list", "id": place, "items": [_runs(item) for item in child]}
        elif child.tag == "table":
            yield {"kind": "table", "rows": [[_runs(cell) for cell in row] for row in child.iter("tr")]}
        elif child.tag == "svg":
            yield {"kind": "drawing", "view": child.get("viewbox", ""), "shapes": list(_shapes(child))}
        elif child.tag in _TEXTS:
            yield {"kind": "text", "tag": child.tag, "id": place, "runs": _runs(child)}
        else:
            if place:
                yield {"kind": "text", "tag": "p", "id": place, "runs": []}
            yield from _blocks(child)


def _runs(element: HtmlElement) -> list[dict[str, str]]:
    """The text in runs, each with the address that it leads to, if any."""
    runs = [{"text": element.text or "", "href": element.get("href", ""), "class": element.get("class", "")}]
    for child in element:
        if isinstance(child.tag, str):
            runs += _runs(child)
        runs.append({"text": child.tail or "", "href": "", "class": ""})
    return [run for run in runs if run["text"].strip()]


def _shapes(svg: HtmlElement) -> Iterator[dict[str, str]]:
    for shape in svg.iter("path", "rect", "circle", "text", "title", "desc"):
        attributes = " ".join(f'{name}="{value}"' for name, value in shape.attrib.items())
        yield {"tag": str(shape.tag), "text": shape.text or "", "attributes": attributes}
