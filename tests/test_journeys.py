"""Ten things a resident wants to know, on a phone, from home: at most three taps, the answer on the first two screens.

Nobody types an address or searches here; what is asked in words is in test_search.py and test_five_tasks.py.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.windows import Visit, Window

WIDTH, HEIGHT = 360, 740
Step = str | Callable[[Page], Locator]


@pytest.fixture
def phone(window: Window, address: str) -> Visit:
    return window(address, WIDTH, HEIGHT, has_touch=True, is_mobile=True)


@pytest.fixture
def mihon_phone(window: Window, mihon_address: str) -> Visit:
    return window(mihon_address, WIDTH, HEIGHT, has_touch=True, is_mobile=True)


def _box(name: str) -> Callable[[Page], Locator]:
    return lambda page: page.get_by_role("checkbox", name=name, exact=True)


def _menu(name: str) -> Callable[[Page], Locator]:
    return lambda page: page.locator(".menu--folded").get_by_role("link", name=name, exact=True)


def _pressed(page: Page, step: Step) -> None:
    """One tap on a link of this name in the page, or on what `step` finds."""
    target = (
        page.locator("main").get_by_role("link", name=step, exact=True).first if isinstance(step, str) else step(page)
    )
    target.tap()


def _is_within_two_screens(page: Page, words: str) -> bool:
    """Whether these words stand, from where the last tap left the reader, within two heights of the window."""
    place = page.get_by_text(words).filter(visible=True).first
    place.wait_for()
    box = place.bounding_box()
    return box is not None and box["y"] + box["height"] <= 2 * HEIGHT


JOURNEYS: dict[str, tuple[tuple[Step, ...], tuple[str, ...]]] = {
    "だれがわたしの電話番号を受け取るか": (("電話番号",), ("委託先（ヤマトシステム開発株式会社）",)),
    "ウェブで登録すると口座番号はどうなるか": (("口座番号",), ("委託先（ヤマトシステム開発株式会社）", "区")),
    "学校給食のために何が渡るか": (
        (
            "わたしの場合 当てはまるものを選ぶと、自分の情報がだれに、何のために、いつから渡るかを、まとめて見られます。",
            _box("学校給食"),
            lambda page: page.get_by_role("button", name="結果を見る"),
        ),
        ("喫食者氏名",),
    ),
    "諮問第947号に何と答えたか": (
        (
            lambda page: page.locator("summary.menu__button"),
            _menu("諮問の一覧"),
            lambda page: page.get_by_role(
                "link", name="諮問第947号 第三者行為求償管理処理業務委託の個人情報の項目の追加"
            ),
        ),
        ("審議会の答えは",),
    ),
    "回線結合とは何か": (
        (lambda page: page.locator("summary.menu__button"), _menu("行為"), "回線結合"),
        ("通信回線でつなぎ",),
    ),
    "法律はいつから変わったか": (
        ("改正個人情報保護条例等の施行",),
        ("令和5年4月（2023年4月）", "令和5年4月1日（2023年4月1日）"),
    ),
    "介護のすべて": (("介護保険業務",), ("この業務についての諮問は",)),
    "令和4年1月に始まること": (("取扱いが始まる時期", "令和4年1月"), ("クラウド上のオンライン会議の活用",)),
}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_answer_is_at_most_three_taps_away(journey: str, phone: Visit) -> None:
    taps, answers = JOURNEYS[journey]
    assert len(taps) <= 3
    page = phone.go("/")
    for tap in taps:
        _pressed(page, tap)
    for words in answers:
        assert _is_within_two_screens(page, words), words


def test_who_is_responsible_for_it_and_how_to_ask(mihon_phone: Visit) -> None:
    page = mihon_phone.go("/")
    _pressed(page, lambda page: page.locator("summary.menu__button"))
    _pressed(page, _menu("所管課"))
    _pressed(page, "教育部図書館課")
    assert _is_within_two_screens(page, "電話 03-0000-0001")


def test_an_error_is_reported_by_one_tap_from_its_page(mihon_phone: Visit) -> None:
    page = mihon_phone.go("/consultations/2/")
    link = page.get_by_role("link", name="このページの誤りを知らせる")
    assert "consultations%2F2%2F" in str(link.get_attribute("href"))


def test_the_menu_button_stays_where_it_is(phone: Visit) -> None:
    page = phone.go("/consultations/948/")
    button = page.locator("summary.menu__button")
    before = button.bounding_box()
    button.tap()
    page.locator(".menu__groups").wait_for()
    assert button.bounding_box() == before
