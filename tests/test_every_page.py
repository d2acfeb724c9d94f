"""What WCAG asks and a parser can see: it holds on every page of both archives, and in every script."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from tests.archives import ROOT

_SCRIPTS = sorted((ROOT / "overrides/assets").rglob("*.js"))
_UNLISTED = ("404.html",)


@pytest.fixture(scope="module", params=["site", "mihon_site"])
def pages(request: pytest.FixtureRequest) -> dict[str, BeautifulSoup]:
    """Every page by its address from the site's root."""
    return _read(request.getfixturevalue(request.param))


@cache
def _read(site: Path) -> dict[str, BeautifulSoup]:
    """All but the cards, which have no menu and are pages of other sites: test_card.py."""
    return {
        str(page.relative_to(site)).removesuffix("index.html"): BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
        for page in sorted(site.rglob("*.html"))
        if page.parent.name != "card"
    }


def test_nothing_sounds_moves_or_runs_out_of_time(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert not page.select(
            "audio, video, iframe, object, embed, canvas, marquee, animate, meta[http-equiv=refresh]"
        ), address


def test_every_picture_says_in_words_what_it_shows(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert {str(image["src"]).rsplit("/", 1)[-1] for image in page.select("img")} == {"mark.svg"}, address
        for drawn in page.select("svg"):
            hidden = drawn.find_parent(attrs={"aria-hidden": "true"}) or drawn.get("aria-hidden") == "true"
            assert hidden or (drawn.get("role") == "img" and drawn.select_one("title")), address


def test_every_page_is_in_japanese_and_has_a_title_and_a_heading_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    titles = Counter(page.title.get_text() for page in pages.values() if page.title)
    assert {title: count for title, count in titles.items() if count > 1} == {}
    for address, page in pages.items():
        assert page.html
        assert page.html["lang"] == "ja", address
        assert len(page.select("h1")) == 1, address


def test_the_menus_are_the_same_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    for region in (".menu--open", ".menu--folded", ".footer"):
        seen = {tuple(_links(page, address, region)) for address, page in pages.items() if address not in _UNLISTED}
        assert len(seen) == 1, region


def test_every_page_is_reached_by_links_from_home(pages: dict[str, BeautifulSoup]) -> None:
    reached, waiting = set[str](), {""}
    while waiting:
        address = waiting.pop()
        reached.add(address)
        waiting |= {to for _, to in _links(pages[address], address, "body") if to in pages} - reached
    empty = {
        address
        for address in pages
        if "/conclusions/" in address and not pages[address].select(".consultation-summary")
    }
    assert pages.keys() - reached == {*_UNLISTED, *empty}  # a choice that nothing has keeps its address, without a link


def test_a_link_says_where_it_leads_by_itself_or_with_what_stands_around_it(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        known: dict[tuple[str, ...], str] = {}
        for link in page.select("main a[href]"):
            said = (_words(link), *map(_words, link.find_parents(["li", "tr", "p", "dd"])))
            assert known.setdefault(said, str(link["href"])) == link["href"], (address, said)


def test_no_page_passes_into_another_language(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert page.body
        spoken = (text for text in page.body.find_all(string=True) if not text.find_parent(["code", "pre", "textarea"]))
        assert not re.search(r"(?:\b[a-z]{2,}\b[ ,]+){4,}", " ".join(spoken)), address


def test_only_search_asks_for_anything(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert {form.get("role") for form in page.select("form")} <= {"search"}, address
        assert {field.get("type") for field in page.select("input")} <= {"search", "checkbox", "radio"}, address
        assert not page.select("[autofocus], [accesskey], [onclick], [draggable]"), address


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda script: script.name)
def test_a_script_waits_for_a_finished_press_and_has_no_clock(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.search(
        r"pointer(down|move)|mouse(down|over|move)|touch|device(motion|orientation)|drag|setInterval", source
    )


def _links(page: BeautifulSoup, address: str, region: str) -> list[tuple[str, str]]:
    """Name and address of each link in `region`, without anchors."""
    base = f"https://site.example/{address}"
    targets = [(link, urldefrag(urljoin(base, str(link["href"])))[0]) for link in page.select(f"{region} a[href]")]
    return [(_words(link), target.removeprefix("https://site.example/")) for link, target in targets]


def _words(element: Tag) -> str:
    return str(element.get("aria-label") or " ".join(element.get_text(" ").split()))
