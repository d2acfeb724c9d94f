"""Exact text in a real browser: a page is found if and only if its main text contains every term."""

import re
import unicodedata
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import Visit

# Written apart from macros/search/extracting.py on purpose: another parser, another walk.
BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 td th dt dd div section article main tr table ul ol dl blockquote pre summary details "
    "figcaption aside nav header footer".split()
)

QUERIES = (
    "口座番号",
    "ストレスチェック",
    "座振替",
    "トレスチェ",
    "税",
    "号",
    "第1の5(1)",
    "諮問第948号",
    "約7,200件",
    "ヤマトシステム開発",
    "外部の電子計算機との回線結合",
    "令和3年12月24日",
    "2021年12月17日",
    "ISO/IEC 27001",
    "SOC2",
    "LGWAN",
    "介護保険 回線結合",
    "給与明細　令和4年4月",
    "デジタル社会の形成を図るための関係法律の整備に関する法律",
    "「介護保険 課」",
    "未収録",
    "保坂展人",
    "水道料金",
    "諮問第999号",
    "口座番号 水道料金",
    "鯵",
    "振口座",
    "サイト内をさがす",
    "さがしています",
)


def _text(path: Path) -> str:
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    main = soup.select_one("main")
    if main is None:
        return ""
    for silent in main.select("script,style,template,[hidden],[data-search-ignore]"):
        silent.decompose()
    blocks: list[str] = []
    _collect(main, blocks, [])
    return "\n".join(blocks)


def _collect(element: Tag, blocks: list[str], current: list[str]) -> None:
    def end() -> None:
        text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", "".join(current)).lower())
        current.clear()
        if text:
            blocks.append(text)

    is_block = element.name in BLOCKS
    if is_block:
        end()
    for child in element.children:
        if isinstance(child, Tag):
            _collect(child, blocks, current)
        elif type(child).__name__ == "NavigableString":
            current.append(str(child))
    if is_block:
        end()


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    pages = {f"/{path.parent.relative_to(site).as_posix()}/": _text(path) for path in site.rglob("index.html")}
    return {address.replace("/./", "/"): text for address, text in pages.items() if text}


def _truth(query: str, texts: dict[str, str]) -> set[str]:
    together = [re.sub(r"\s", "", quoted) for quoted in re.findall(r"「([^」]*)」", query)]
    apart = re.sub(r"「[^」]*」", " ", query).split()
    terms = [unicodedata.normalize("NFKC", term).lower() for term in together + apart]
    return {address for address, text in texts.items() if all(term in text for term in terms)}


def _ask(visit: Visit, queries: tuple[str, ...]) -> list[list[str]]:
    script = """async (queries) => {
      const { search } = await import("/assets/search.js");
      const answers = [];
      for (const query of queries) answers.push((await search(query)).map(({ url }) => url));
      return answers;
    }"""
    answers: list[list[str]] = visit.go("/about/").evaluate(script, list(queries))
    return answers


def test_exact_text_is_found_wherever_it_stands_and_nowhere_else(visit: Visit, texts: dict[str, str]) -> None:
    answers = dict(zip(QUERIES, _ask(visit, QUERIES), strict=True))
    assert {query: set(found) for query, found in answers.items()} == {query: _truth(query, texts) for query in QUERIES}
    assert all(len(found) == len(set(found)) for found in answers.values())
    assert (visit.errors, visit.foreign) == ([], [])


def test_random_passages_of_the_archive_are_found_exactly(visit: Visit, texts: dict[str, str]) -> None:
    lines = sorted({line for text in texts.values() for line in text.split("\n") if len(line) > 12})
    passages = tuple(
        line[i : i + size] for size, i in ((2, 3), (3, 1), (5, 4), (8, 2)) for line in lines[:: len(lines) // 20]
    )
    passages = tuple(passage for passage in passages if not re.search(r"[「」『』\"“”]", passage))
    for passage, found in zip(passages, _ask(visit, passages), strict=True):
        assert set(found) == _truth(passage, texts), passage


def test_a_result_says_what_it_is_and_leads_to_the_clause(visit: Visit) -> None:
    script = """async () => {
      const { search } = await import("/assets/search.js");
      return JSON.parse(JSON.stringify(await search("約7,200件")));
    }"""
    first = visit.go("/about/").evaluate(script)[0]
    assert first["url"] == "/consultations/948/"
    assert first["title"].startswith("諮問第948号")
    assert first["acts"] == ["外部委託", "回線結合"]
    assert "約7,200件" in first["excerpt"]
    assert first["sections"][0]["url"] == "/consultations/948/#1-5-2"
    assert {"text": "約7,200件", "isMatch": True} in first["sections"][0]["excerpt"]


def test_consultations_come_before_other_pages(visit: Visit) -> None:
    found = _ask(visit, ("口座番号",))[0]
    assert found[0] == "/consultations/948/"
    assert "/items/account-number/" in found


def test_the_box_on_a_page_leads_to_answers(visit: Visit) -> None:
    page = visit.go("/consultations/944/")
    page.get_by_label("サイト内をさがす").fill("口座番号")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.get_by_role("link", name="諮問第948号").first.click()
    page.wait_for_url("**/consultations/948/")
    page.go_back()
    assert page.get_by_label("さがす言葉").input_value() == "口座番号"
    page.get_by_role("status").get_by_text("ページ見つかりました").wait_for()


def test_enter_that_ends_a_conversion_does_not_search(visit: Visit) -> None:
    page = visit.go("/about/")
    prevented = page.evaluate("""() => {
      const field = document.querySelector("#search-box");
      const press = (options) => !field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...options }));
      return [press({ isComposing: true }), press({ keyCode: 229 }), press({})];
    }""")
    assert prevented == [True, True, False]


def test_nothing_found_says_so_and_offers_ways_to_browse(visit: Visit) -> None:
    page = visit.go("/search/?q=水道料金")
    page.get_by_text("見つかりませんでした").wait_for()
    assert page.get_by_role("heading", name="情報の種類から").is_visible()
