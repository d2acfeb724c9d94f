"""Lists of words at any length: every word is found from the front, once, and no page outgrows a phone."""

from collections import Counter
from dataclasses import replace
from itertools import cycle
from typing import Literal
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring
from markupsafe import Markup

from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY
from macros.loading.archive import Archive
from macros.records.vocabulary import Words
from macros.site.pages.page import Page
from macros.site.pages.syllabary import first_kana, order, row_of, running_head
from macros.site.pages.vocabulary_list import ONE_PAGE, word_groups, word_list_pages
from macros.site.rendering import Renderer
from tests.archives import with_words
from tests.axe import violations
from tests.windows import Window

MOST = 300_000  # bytes of HTML of any page, at 10,000 諮問
GROWN = {"items": 5_500, "operations": 800, "divisions": 500, "counterparties": 500}
FRONTS = {
    "": "home/ways_in.html",
    "matrix/": "words/matrix.html",
    "sensitive/": "words/sensitive.html",
    **{f"{kind}/": "words/index.html" for kind in (*GROWN, "acts", "articles", "subjects")},
}
BEGINNINGS = ("せたいぬしの", "せたいぬしの", "せたいぬしの", "がっこうの", "んだ", "ABC", "ゃ", "")


def _grown(words: Words, size: int) -> Words:
    """As many words with long names and a sentence each, half of whose readings begin alike."""
    entries = (
        entry.model_copy(
            update={
                "id": f"{entry.id}-{number}",
                "name": f"世帯主または申請者の{entry.name}のうち{number}番目のもの",
                "reading": f"{beginning}{entry.reading}{'あいうえお'[number % 5]}",
                "aliases": (),
                "description": ("名前だけではわかりにくいものに、一つの文で説明を付けたときの長さです。",),
            }
        )
        for number, entry, beginning in zip(range(size), cycle(words.entries), cycle(BEGINNINGS), strict=False)
    )
    return words.model_copy(update={"entries": tuple(entries)})


@pytest.fixture(scope="module")
def large(archive: Archive) -> Archive:
    """So many words, and operations that asked about every act often enough to fill their cells of the matrix."""
    vocabulary = archive.vocabulary
    words = {kind: _grown(vocabulary.of(kind), size) for kind, size in GROWN.items()}
    names = [entry.name for entry in words["operations"].entries]
    part = archive.consultations[-1].parts[0].model_copy(update={"operations": (), "clauses": ()})
    parts = tuple(part.model_copy(update={"act": act.name}) for act in vocabulary.of("acts").entries)
    consultations = tuple(
        archive.consultations[-1].model_copy(
            update={"id": str(at), "number": 10_000 + at, "parts": parts, "operations": tuple((names * 2)[at : at + 4])}
        )
        for at in range(len(names))
    )
    return replace(archive, vocabulary=with_words(vocabulary, **words), consultations=consultations)


@pytest.fixture(scope="module")
def drawn(large: Archive) -> dict[str, str]:
    """Every page of the lists, whole, by address."""
    references = CrossReferences(large)
    renderer = Renderer(large, references, NO_HISTORY)
    heading = Markup("<h1>一覧</h1>")
    written = {}
    for address, template in FRONTS.items():
        body = heading + renderer.snippet(template, address, about=address[:-1])
        written[address] = renderer.framed(Page.by_hand(address, "一覧", ""), body)
    return written | {page.address: renderer.framed(page, renderer.page(page)) for page in word_list_pages(references)}


def _links(html: str, address: str) -> list[str]:
    """Where the text of a page leads, page by page, as often as it does."""
    links = _main(html).iterfind(".//a[@href]")
    return [urldefrag(urljoin(f"/{address}", link.attrib["href"]))[0].lstrip("/") for link in links]


def _main(html: str) -> HtmlElement:
    return document_fromstring(html).find(".//main")


@pytest.fixture(scope="module")
def links(drawn: dict[str, str]) -> dict[str, list[str]]:
    return {address: _links(html, address) for address, html in drawn.items()}


def test_no_page_of_a_list_is_heavy_however_long_the_list(drawn: dict[str, str]) -> None:
    assert max(len(html.encode()) for html in drawn.values()) <= MOST


def test_every_word_is_reached_from_the_front_of_its_list(large: Archive, links: dict[str, list[str]]) -> None:
    for kind in GROWN:
        assert _reached(f"{kind}/", links) >= {f"{kind}/{entry.id}/" for entry in large.vocabulary.of(kind).entries}
    assert _reached("matrix/", links) >= {
        f"operations/{entry.id}/" for entry in large.vocabulary.of("operations").entries
    }


def _reached(front: str, links: dict[str, list[str]]) -> set[str]:
    """What one reaches from a front without leaving the pages of its list."""
    found, ahead = {front}, [front]
    while ahead:
        new = set(links[ahead.pop()]) - found
        found |= new
        ahead += [address for address in new if address in links and address.startswith(front)]
    return found


@pytest.mark.parametrize("front", ["items/categories/", "operations/kana/", "divisions/kana/", "counterparties/kana/"])
def test_every_word_stands_on_one_page_of_its_list_once(
    front: str, large: Archive, links: dict[str, list[str]]
) -> None:
    kind = front.partition("/")[0]
    stands = Counter(to for address, found in links.items() if address.startswith(front) for to in found)
    assert {stands[f"{kind}/{entry.id}/"] for entry in large.vocabulary.of(kind).entries} == {1}


def test_every_operation_stands_in_the_matrix_once(large: Archive, drawn: dict[str, str]) -> None:
    pages = (_main(html) for address, html in drawn.items() if address.startswith("matrix/kana/"))
    names = Counter(cell.text_content() for page in pages for cell in page.iterfind(".//tbody//th"))
    assert names == Counter(entry.name for entry in large.vocabulary.of("operations").entries)


def test_places_that_other_pages_lead_to_are_on_the_front_of_a_long_list(large: Archive, drawn: dict[str, str]) -> None:
    front = BeautifulSoup(drawn["items/"], "lxml")
    for category in large.vocabulary.of("categories").entries:
        section = front.find(id=category.id)
        assert section and section.select_one(f'a[href^="../items/categories/{category.id}/"]')


def test_a_group_says_how_many_words_it_has_and_where_the_reader_is(drawn: dict[str, str]) -> None:
    page = BeautifulSoup(drawn["operations/kana/sa/pages/2/"], "lxml")
    assert [" ".join(text.get_text(" ").split()) for text in page.select("main p")][:2] == [
        "業務",
        "全部で336件あります。読みの順に、2ページに分けています。",
    ]
    here = page.select_one('main [aria-current="page"]')
    assert here and here.get_text().startswith("さ行の、読みがせたいぬしの") and here.get_text().endswith("からせ")
    assert [link.get_text() for link in page.select(".breadcrumbs a")] == ["ホーム", "業務"]


@pytest.mark.parametrize(
    ("place", "width", "scheme"),
    [("items/", 360, "light"), ("operations/kana/ya/", 360, "dark"), ("matrix/", 1280, "dark")],
)
def test_axe_finds_nothing_on_pages_of_long_lists(
    place: str, width: int, scheme: Literal["light", "dark"], drawn: dict[str, str], window: Window, address: str
) -> None:
    visit = window(address, width, color_scheme=scheme, bypass_csp=True)
    visit.page.route(f"{address}/{place}", lambda route: route.fulfill(body=drawn[place], content_type="text/html"))
    visit.go(f"/{place}")
    assert visit.is_wide_enough()
    assert violations(visit.page, place) == {}


def test_the_lists_of_the_nine_are_one_page_each(archive: Archive) -> None:
    assert list(word_list_pages(CrossReferences(archive))) == []


def test_what_is_added_takes_no_address_away(archive: Archive) -> None:
    found: set[str] = set()
    for size in (ONE_PAGE, ONE_PAGE + 1, 600, 601, 1_000):
        words = with_words(archive.vocabulary, items=_grown(archive.vocabulary.of("items"), size))
        pages = word_list_pages(CrossReferences(replace(archive, vocabulary=words)))
        addresses = {page.address for page in pages}
        assert found <= addresses
        found = addresses


def test_work_is_in_the_order_of_readings_once_it_is_not_seen_at_a_glance(archive: Archive) -> None:
    words = with_words(archive.vocabulary, operations=_grown(archive.vocabulary.of("operations"), 100))
    groups = word_groups(CrossReferences(replace(archive, vocabulary=words)), "operations")
    assert sum(len(group.words) for group in groups) == 100
    assert [group.name for group in groups][-2:] == ["わ行", "その他"]
    assert not any(group.stretches for group in groups)


def test_readings_are_sorted_as_in_a_dictionary() -> None:
    readings = ["かんご", "がくねん", "きょか", "きよう", "ぎむ", "かあ"]
    assert sorted(readings, key=order) == ["かあ", "がくねん", "かんご", "ぎむ", "きよう", "きょか"]


@pytest.mark.parametrize(
    ("reading", "row", "kana"),
    [
        ("がくねん", "か行", "か"),
        ("ぱそこん", "は行", "は"),
        ("ゔぃざ", "あ行", "う"),
        ("ゃ", "や行", "や"),
        ("ん", "わ行", "ん"),
        ("ABC", "その他", "その他"),
    ],
)
def test_a_reading_begins_in_one_row(reading: str, row: str, kana: str) -> None:
    assert (row_of(reading).name, first_kana(reading)) == (row, kana)


def test_a_page_is_named_by_as_much_of_a_reading_as_tells_it_from_its_neighbour() -> None:
    assert running_head("せたい", "せいぶ") == "せた"
    assert running_head("じどう", "") == "じ"
    assert running_head("しょくいん", "しりょう") == "しょ", "a small kana does not stand off"
    assert running_head("かん", "がく") == "かん", "が and か are one letter in the order"


@given(reading=st.text("あかがさじゃーん", min_size=1, max_size=6), neighbour=st.text("あかがさじゃーん", max_size=6))
def test_the_name_of_a_page_is_the_beginning_of_a_reading(reading: str, neighbour: str) -> None:
    head = running_head(reading, neighbour)
    assert head and reading.startswith(head)
    assert head == reading or not neighbour.startswith(head)
