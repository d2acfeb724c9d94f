"""What holds of every page of every archive, and what WCAG asks of it that a parser can see; and of every script."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.records.absence import NOT_HELD
from macros.site.frame import CARD_POLICY, POLICY
from tests import finished
from tests.archives import ROOT
from tests.html_checker import complaints

_SCRIPTS = sorted((ROOT / "overrides/assets").rglob("*.js"))
_UNLISTED = "/404.html"

Pages = dict[str, BeautifulSoup]


@pytest.fixture(params=["site", "mihon_site", "empty_site"])
def any_site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture
def every_page(any_site: Path) -> Pages:
    return finished.pages(any_site)


@pytest.fixture
def pages(every_page: Pages) -> Pages:
    """All but the cards, which have no menu and are pages of other sites: test_card.py."""
    return {address: page for address, page in every_page.items() if not address.endswith("/card/")}


def test_every_page_is_in_japanese_and_has_a_title_and_a_heading_of_its_own(every_page: Pages) -> None:
    titles = Counter(page.title.get_text() for page in every_page.values() if page.title)
    assert {title: count for title, count in titles.items() if count > 1} == {}
    assert titles.total() == len(every_page)
    for address, page in every_page.items():
        assert _attribute(page, "html", "lang") == "ja", address
        assert len(page.select("h1")) == 1, address


def test_every_page_is_described_and_lies_under_the_policy(every_page: Pages) -> None:
    root = _attribute(every_page["/"], "link[rel=canonical]", "href")
    for address, page in every_page.items():
        policy = CARD_POLICY if address.endswith("/card/") else POLICY
        assert _attribute(page, "meta[http-equiv=Content-Security-Policy]", "content") == policy
        assert _attribute(page, "meta[name=referrer]", "content") == "strict-origin-when-cross-origin"
        assert _attribute(page, "meta[name=referrer]", "content"), address
        assert len(_attribute(page, "meta[name=description]", "content")) > 15, address
        assert _attribute(page, "meta[property='og:title']", "content")
        assert "PDL1.0" in page.get_text() and "CC BY 4.0" in page.get_text()
        assert address == _UNLISTED or _attribute(page, "link[rel=canonical]", "href") == root + address[1:]


def test_what_is_not_known_is_said_in_two_terms_alone(every_page: Pages) -> None:
    for address, page in every_page.items():
        if "/versions/" not in address:  # a fixed version says what it said
            past = "".join(section.get_text() for section in page.select("#history"))
            text = re.sub(r"\s", "", page.get_text().replace(past, "")).replace(NOT_HELD, "")
            assert not re.findall(".{0,20}(?:記録なし|未登録|未収録).{0,10}", text), address


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(any_site: Path, every_page: Pages) -> None:
    for address, page in every_page.items():
        assert not page.select("style, [style], script:not([src], [type='application/ld+json'])"), address
        assert not [tag for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")], address
        for link in finished.links(any_site, address, "script[src], img, link[rel=stylesheet], iframe, source"):
            assert link.address.startswith("/"), (address, link.tag)


def test_every_link_and_anchor_leads_somewhere(any_site: Path) -> None:
    assert finished.dead_links(any_site) == []


def test_anchors_are_unique_and_never_made_from_headings(every_page: Pages) -> None:
    for address, page in every_page.items():
        ids = [str(tag["id"]) for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), address
        assert not [name for name in ids if re.fullmatch(r"_\d+", name) or not name.isascii()], address


def test_the_html_checker_finds_a_planted_mistake_and_nothing_on_any_page(
    site: Path, mihon_site: Path, empty_site: Path, tmp_path: Path
) -> None:
    planted = tmp_path / "page.html"
    planted.write_text('<!doctype html><html lang="ja"><title>誤り</title><p id="a"><p id="a">', encoding="utf-8")
    pages = [path for folder in (site, mihon_site, empty_site) for path in sorted(folder.rglob("*.html"))]
    assert len(pages) > 300
    found = complaints([*pages, planted])
    assert any("Duplicate ID" in complaint for complaint in found)
    assert [complaint for complaint in found if planted.as_posix() not in complaint] == []


def test_nothing_sounds_moves_or_runs_out_of_time(pages: Pages) -> None:
    for address, page in pages.items():
        assert not page.select(
            "audio, video, iframe, object, embed, canvas, marquee, animate, meta[http-equiv=refresh]"
        ), address


def test_every_picture_says_in_words_what_it_shows(pages: Pages) -> None:
    for address, page in pages.items():
        assert {str(image["src"]).rsplit("/", 1)[-1] for image in page.select("img")} == {"mark.svg"}, address
        for drawn in page.select("svg"):
            hidden = drawn.find_parent(attrs={"aria-hidden": "true"}) or drawn.get("aria-hidden") == "true"
            assert hidden or (drawn.get("role") == "img" and drawn.select_one("title")), address


def test_what_a_line_marks_as_a_summary_is_said_in_words_too(pages: Pages) -> None:
    for address, page in pages.items():
        assert all(summary.get_text().startswith("要旨：") for summary in page.select(".summary")), address


def test_the_menus_are_the_same_on_every_page(any_site: Path, pages: Pages) -> None:
    for region in (".menu--open", ".menu--folded", ".footer nav"):
        menus = {
            tuple((_name(link.tag), link.address) for link in finished.links(any_site, address, f"{region} a[href]"))
            for address in pages.keys() - {_UNLISTED}
        }
        assert len(menus) == 1, region


def test_every_page_is_reached_by_links_from_home(any_site: Path, pages: Pages) -> None:
    reached, waiting = set[str](), {"/"}
    while waiting:
        address = waiting.pop()
        reached.add(address)
        waiting |= {link.address for link in finished.links(any_site, address) if link.address in pages} - reached
    empty = {
        address
        for address in pages
        if "/conclusions/" in address and not pages[address].select(".consultation-summary")
    }
    assert pages.keys() - reached == {_UNLISTED, *empty}  # a choice that nothing has keeps its address, without a link


def test_a_link_says_where_it_leads_by_itself_or_with_what_stands_around_it(pages: Pages) -> None:
    for address, page in pages.items():
        targets: dict[tuple[str, ...], str] = {}
        for link in page.select("main a[href]"):
            heard = (_name(link), *map(_name, link.find_parents(["li", "tr", "p", "dd"])))
            assert targets.setdefault(heard, str(link["href"])) == link["href"], (address, heard)


def test_no_page_passes_into_another_language(pages: Pages) -> None:
    for address, page in pages.items():
        assert page.body
        code = {id(text) for tag in page.select("code, pre, textarea") for text in tag.find_all(string=True)}
        spoken = (text for text in page.body.find_all(string=True) if id(text) not in code)
        assert not re.search(r"(?:\b[a-z]{2,}\b[ ,]+){4,}", " ".join(spoken)), address


def test_only_search_asks_for_anything(pages: Pages) -> None:
    for address, page in pages.items():
        assert {form.get("role") for form in page.select("form")} <= {"search"}, address
        assert {field.get("type") for field in page.select("input")} <= {"search", "checkbox", "radio"}, address
        assert not page.select("[autofocus], [accesskey], [onclick], [draggable]"), address


def test_every_page_names_the_description_of_its_search(any_site: Path, pages: Pages) -> None:
    for address in pages:
        (link,) = finished.links(any_site, address, "head link[rel=search]")
        assert (link.tag["type"], link.address) == ("application/opensearchdescription+xml", "/opensearch.xml")


def test_no_page_bears_a_class_of_the_frame_of_the_theme(every_page: Pages) -> None:
    for address, page in every_page.items():
        names = {name for tag in page.select("[class]") for name in tag["class"]}
        assert {name for name in names if name.startswith("md-")} <= {"md-typeset"}, address
        assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("data-md-")], address


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda script: script.name)
def test_a_script_waits_for_a_finished_press_and_has_no_clock(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.search(
        r"pointer(down|move)|mouse(down|over|move)|touch|device(motion|orientation)|drag|setInterval", source
    )


def _attribute(page: BeautifulSoup, selector: str, name: str) -> str:
    (element,) = page.select(selector)
    return str(element[name])


def _name(element: Tag) -> str:
    return str(element.get("aria-label") or finished.words(element))
