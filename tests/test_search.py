"""Exact text in a real browser: a page is found if and only if its main text contains every term."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Route, expect

from macros.loading.archive import Archive
from tests.search_page import wait_for_answer
from tests.search_truth import is_of_words, names_of_words
from tests.windows import Visit

# Written apart from macros/search/text_extraction.py on purpose: another parser, another walk.
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
    "「サイト内をさがす」",
    "「ならび順」",
)


HAS_EVERY_WORD = 4.4
"""The last level of answers that lack no word of the query."""


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
def texts(site: Path, archive: Archive) -> dict[str, str]:
    """Of each page that is searched: the text of it, or the names of a word."""
    pages = {f"/{path.parent.relative_to(site).as_posix()}/": _text(path) for path in site.rglob("index.html")}
    written = {address.replace("/./", "/"): text for address, text in pages.items() if text}
    return {address: text for address, text in written.items() if not is_of_words(address)} | names_of_words(archive)


def _truth(query: str, texts: dict[str, str]) -> set[str]:
    together = [re.sub(r"\s", "", quoted) for quoted in re.findall(r"「([^」]*)」", query)]
    apart = re.sub(r"「[^」]*」", " ", query).split()
    terms = [unicodedata.normalize("NFKC", term).lower() for term in together + apart]
    return {address for address, text in texts.items() if all(term in text for term in terms)}


def _ask(visit: Visit, queries: tuple[str, ...], farthest: float = 9) -> list[list[str]]:
    """Addresses of the answers, best first; `farthest` is the last level that counts (0: exact text alone)."""
    script = """async ([queries, farthest]) => {
      const { search } = await import("/assets/search.js");
      const answers = [];
      for (const query of queries) answers.push((await search(query)).filter(({ level }) => level <= farthest));
      return answers.map((answer) => answer.map(({ url }) => url));
    }"""
    answers: list[list[str]] = visit.go("/about/").evaluate(script, [list(queries), farthest])
    return answers


def test_exact_text_is_found_wherever_it_stands_and_nowhere_else(visit: Visit, texts: dict[str, str]) -> None:
    answers = dict(zip(QUERIES, _ask(visit, QUERIES, HAS_EVERY_WORD), strict=True))
    assert {query: set(found) for query, found in answers.items()} == {query: _truth(query, texts) for query in QUERIES}
    assert all(len(found) == len(set(found)) for found in answers.values())
    assert (visit.errors, visit.foreign) == ([], [])


def test_passages_of_the_archive_are_found_exactly(visit: Visit, texts: dict[str, str]) -> None:
    lines = sorted({line for text in texts.values() for line in text.split("\n")})
    passages = sorted({line[at : at + 2 + at % 7] for line in lines for at in range(0, len(line) - 2, 29)})
    passages = [passage for passage in passages if not re.search(r"[「」『』\"“”]", passage)]
    assert len(passages) > 1000
    _assert_exact(visit, tuple(passages), texts)


def test_no_text_is_found_across_the_border_of_two_blocks(visit: Visit, texts: dict[str, str]) -> None:
    blocks = texts["/consultations/948/"].split("\n")
    ends, starts = ({block[cut] for block in blocks if len(block) > 2} for cut in (slice(-2, None), slice(3)))
    across = sorted(end + start for end in ends for start in starts if not re.search("[「」]", end + start))
    _assert_exact(visit, tuple(across[::40]), texts)


def _assert_exact(visit: Visit, passages: tuple[str, ...], texts: dict[str, str]) -> None:
    found = dict(zip(passages, map(set, _ask(visit, passages, 0)), strict=True))
    true = {passage: _truth(passage, texts) for passage in passages}
    assert {passage: pages for passage, pages in found.items() if pages != true[passage]} == {}


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
    expect(page.get_by_label("さがす言葉")).to_have_value("口座番号")
    expect(page.get_by_role("status")).to_contain_text("諮問が1件見つかりました")


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
    expect(page.get_by_role("status")).to_contain_text("見つかりませんでした")
    expect(page.get_by_role("heading", name="情報の種類からさがす")).to_be_visible()


FORGIVING = json.loads((Path(__file__).parent / "bench/search_cases.json").read_text(encoding="utf-8"))["forgiving"]


def test_what_people_type_is_understood(visit: Visit, texts: dict[str, str]) -> None:
    """Every page with the meant words is found, and pages with them, or with what was typed, come first."""
    answers = _ask(visit, tuple(case["q"] for case in FORGIVING))
    right = 0
    for case, found in zip(FORGIVING, answers, strict=True):
        meant = _truth(case["same_as"], texts)
        first = found[: min(5, len(meant))]
        right += meant <= set(found) and set(first) <= meant | _truth(case["q"], texts)
    assert right / len(FORGIVING) >= 0.95


NONSENSE = (
    "ぬへもよつり",
    "zxqvwkj",
    "鬱蒼蠢動",
    "諮問第953号",
    "令和9年9月",
    "水道料金",
    "ワクチン接種",
    "固定資産税",
    # Absent words, in hiragana, have neighbours enough: 根拠, 所管, 更新.
    "せんきょ",
    "としょかん",
    "こうえん",
    "うんどうかい",
    "指紋",
    "hogehoge",
    "13.13.13",
)


def test_nonsense_and_what_is_not_here_get_no_answer(visit: Visit) -> None:
    assert _ask(visit, NONSENSE) == [[] for _ in NONSENSE]


def test_exact_answers_come_before_forgiven_ones_and_the_page_says_what_it_did(visit: Visit) -> None:
    page = visit.go("/search/?q=国保")
    expect(page.get_by_text("「国保」を「国民健康保険」としても探しました。")).to_be_visible()
    levels = page.evaluate(
        """async () => (await (await import("/assets/search.js")).search("国保")).map(({ level }) => level)"""
    )
    assert levels == sorted(levels)
    assert levels[0] == 0 and levels[-1] > 0


def test_words_that_sound_like_what_was_typed_are_found_and_named(visit: Visit) -> None:
    page = visit.go("/search/?q=自動相談所")
    expect(page.get_by_text("「自動相談所」に近い言葉「児童相談所」でさがしました。")).to_be_visible()


# What is typed → what every page with it is found for.
MEANT = {
    "No 952": "第952号",  # white space
    "と うせき": "透析",
    "3.12.24": "令和3年12月24日",  # a date that is short, western, or has a tail or a head
    "21/12/24": "令和3年12月24日",
    "2021年12月24日付": "令和3年12月24日",
    "西暦2021年12月24日": "令和3年12月24日",
    "れいわよねんしがつ": "令和4年4月",  # hiragana
    "koza": "口座",  # Latin letters without long vowels
}
# What is typed → the consultation that comes first.
NAMED = {
    "948": 948,
    "諮問947": 947,
    "no.946": 946,
    "第九四五号": 945,
    "だいきゅうひゃくよんじゅうはちごう": 948,
    "948号はどんな内容？": 948,
    "ほ育料": 948,  # sounds like 保育料
}


def test_white_space_short_dates_hiragana_and_latin_letters_hide_nothing(visit: Visit, texts: dict[str, str]) -> None:
    answers = dict(zip(MEANT, map(set, _ask(visit, tuple(MEANT))), strict=True))
    assert [query for query, meant in MEANT.items() if not _truth(meant, texts) <= answers[query]] == []


def test_a_consultation_that_is_named_comes_first(visit: Visit) -> None:
    answers = zip(NAMED, _ask(visit, tuple(NAMED)), strict=True)
    assert {query: found[0] for query, found in answers} == {
        query: f"/consultations/{number}/" for query, number in NAMED.items()
    }


def test_a_match_by_reading_is_marked_in_the_real_text(visit: Visit) -> None:
    page = visit.go("/search/?q=こうざふりかえ")
    expect(page.locator(".result mark").first).to_have_text("口座振替")


def test_latin_letters_spell_readings(visit: Visit) -> None:
    care, ward = _ask(visit, ("kaigohoken", "setagaya"))
    assert "/consultations/946/" in care
    assert ward


def test_a_question_in_words_that_no_page_has_is_answered_by_what_it_is_about(visit: Visit) -> None:
    page = visit.go("/search/?q=メールアドレスはどこに埋蔵されますか？")
    expect(page.get_by_text("「埋蔵」はどのページにもありません。")).to_be_visible()
    expect(page.locator(".result").first).to_be_visible()


def test_filters_combine_are_counted_and_live_in_the_address(visit: Visit) -> None:
    page = visit.go("/search/?q=電話番号")
    page.get_by_role("checkbox", name="回線結合 2件").check()
    page.wait_for_url("**act=*")
    expect(page.get_by_role("button", name="行為「回線結合」の絞り込みをやめる")).to_be_visible()
    expect(page.locator(".result")).to_have_count(2)
    expect(page.locator("[data-key='act 回線結合']")).to_be_focused()
    page.locator("summary", has_text="所管課").click()
    page.get_by_role("checkbox", name="財務部納税課").check()
    expect(page.get_by_role("status")).to_contain_text("諮問が1件見つかりました")
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("諮問が1件見つかりました")
    page.get_by_role("button", name="所管課「財務部納税課」の絞り込みをやめる").click()
    expect(page.get_by_role("status")).to_contain_text("諮問が2件見つかりました")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("諮問が1件見つかりました")
    assert visit.errors == []


def test_filters_work_without_a_query_and_results_can_be_sorted(visit: Visit) -> None:
    page = visit.go("/search/?act=外部委託&sort=number")
    expect(page.get_by_role("status")).to_contain_text("諮問が5件見つかりました")
    expect(page.locator(".result__title").first).to_contain_text("諮問第944号")


def test_the_page_of_a_word_is_offered_above_the_list(visit: Visit) -> None:
    page = visit.go("/search/?q=口座番号")
    page.locator(".shortcut").first.click()
    page.wait_for_url("**/items/account-number/")


def test_a_word_of_that_very_name_puts_away_those_that_only_contain_it(visit: Visit) -> None:
    page = visit.go("/search/?q=通帳の番号は誰に渡りますか")
    wait_for_answer(page)
    # Both are what 通帳 stands for; 電話番号 and 児童番号 are not.
    expect(page.locator(".shortcut")).to_have_text(["個人情報の項目 口座番号", "個人情報の項目 金融機関口座情報"])


def test_keys_lead_from_the_field_through_the_results_and_back(visit: Visit) -> None:
    page = visit.go("/search/?q=介護保険")
    wait_for_answer(page)
    field = page.get_by_label("さがす言葉")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".result__title a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.type("/")
    expect(field).to_have_value("介護保険/")


def test_the_slash_key_can_be_turned_off(visit: Visit) -> None:
    page = visit.go("/search/")
    page.get_by_label("「/」キーで入力欄に移る").uncheck()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("/")
    expect(page.get_by_label("さがす言葉")).not_to_be_focused()
    page.reload()
    expect(page.get_by_label("「/」キーで入力欄に移る")).not_to_be_checked()


def test_nothing_is_searched_while_an_input_method_composes(visit: Visit) -> None:
    visit.page.clock.install()
    page = visit.go("/search/")
    page.evaluate("""() => {
      const field = document.querySelector("#query");
      field.value = "こうざ";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")
    page.clock.run_for("01:00")
    assert page.evaluate("location.search") == ""
    expect(page.get_by_role("status")).to_be_empty()
    page.evaluate("""() => {
      document.querySelector("#query").value = "口座番号";
      document.querySelector("#query").dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    }""")
    page.clock.run_for(1_000)  # longer than the pause after typing, shorter than the patience with a server
    expect(page.locator(".result").first).to_be_visible()


def test_opening_a_filter_while_results_arrive_repeats_none_of_them(visit: Visit) -> None:
    page = visit.go("/search/?q=諮問")
    page.locator("summary", has_text="個人情報の項目").click()
    expect(page.get_by_role("checkbox", name="口座番号")).to_be_visible()
    titles = page.locator(".result__title").all_inner_texts()
    assert len(titles) == len(set(titles)) == 9


def test_opening_a_filter_while_an_answer_is_on_its_way_does_not_lose_the_answer(visit: Visit) -> None:
    page = visit.go("/search/?q=諮問")
    wait_for_answer(page)
    held: list[Route] = []
    is_open = False

    def hold(route: Route) -> None:
        route.continue_() if is_open else held.append(route)

    page.route("**/pagefind/index/*", hold)
    page.get_by_role("searchbox").fill("口座番号")
    expect(page.locator("[data-search-status]")).to_have_text("さがしています…")
    page.locator("summary", has_text="個人情報の項目").click()
    is_open = True
    for route in held:
        route.continue_()
    expect(page.locator("[data-search-status]")).to_have_text("「口座番号」の諮問が1件見つかりました。")
    expect(page.locator(".result__title")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="口座番号")).to_be_visible()


def test_a_word_that_stands_nowhere_is_said_and_the_rest_answers(visit: Visit) -> None:
    page = visit.go("/search/?q=ストレスチェック 上司")
    expect(page.get_by_role("status")).to_have_text(
        "「上司」はどのページにもありません。「ストレスチェック」の諮問が1件見つかりました。"
    )


def test_beside_an_unknown_word_common_words_answer_nothing(visit: Visit) -> None:
    assert _ask(visit, ("ごみ収集の情報", "犬の登録", "騒音の苦情")) == [[], [], []]


def test_what_a_question_is_after_comes_first(visit: Visit) -> None:
    when, without_asking, gone = _ask(visit, ("個人情報保護条例はいつ変わるの", "無断で使う", "データ 消してくれるの"))
    assert when[0] == "/schedules/2023-law-change/"
    assert without_asking[0] == "/acts/use-beyond-purpose/"
    assert gone[0] == "/consultations/945/"


def test_divisions_answer_to_their_short_names(visit: Visit) -> None:
    assert [found[0] for found in _ask(visit, ("子若部", "介保課"))] == ["/consultations/948/"] * 2


def test_what_an_input_method_is_typed_on_is_read_as_kana(visit: Visit, texts: dict[str, str]) -> None:
    found = _ask(visit, ("onnrainn", "sutoresuchekku", "kuraudosa-bisu"))
    for words, answer in zip(("オンライン", "ストレスチェック", "クラウドサービス"), found, strict=True):
        assert _truth(words, texts) <= set(answer)


def test_hiragana_words_are_not_cut_inside(visit: Visit) -> None:
    assert _ask(visit, ("しんがい", "かいがい")) == [[], []]


def test_an_unclosed_quote_or_a_picture_beside_a_word_does_no_harm(visit: Visit) -> None:
    assert [found[0] for found in _ask(visit, ('"口座振替', "口座振替💴"))] == ["/consultations/948/"] * 2


def test_of_a_long_query_the_first_200_letters_are_read_and_the_page_says_so(visit: Visit) -> None:
    page = visit.go(f"/search/?q=口座番号 {'あ' * 300}")
    expect(page.get_by_text("200文字を超えた部分を除いて、さがしました。")).to_be_visible()


def test_other_pages_are_counted_and_can_all_be_reached(visit: Visit) -> None:
    page = visit.go("/search/?q=国保")
    wait_for_answer(page)
    section = page.locator("[data-search-others-head]")
    count = int(re.findall(r"\d+", section.get_by_role("heading").inner_text())[0])
    while section.get_by_role("button").is_visible():
        section.get_by_role("button").click()
    expect(section.get_by_role("listitem")).to_have_count(count)


def test_the_card_of_a_word_says_who_gets_it_and_since_when(visit: Visit) -> None:
    page = visit.go("/search/?q=口座番号")
    card = page.locator("[data-search-shortcuts] li")
    expect(card).to_contain_text("ヤマトシステム開発株式会社")
    expect(card).to_contain_text("令和4年4月")
    expect(card.get_by_role("link", name="諮問第948号")).to_be_visible()
