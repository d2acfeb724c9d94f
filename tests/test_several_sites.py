"""Registers of several councils searched as one: three sites on three ports of this machine, one of them down."""

import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.site.frame import POLICY
from macros.site.publishing import publish
from macros.site.server import server
from tests.archives import edit, new_project, with_two_consultations
from tests.search_page import wait_for_answer
from tests.served import served
from tests.windows import Window

OURS, REAL_WARD, DOWN = "見本市", "世田谷区", "休止市"
# The search page gives up on a register that takes seconds to answer. On a busy machine that could be any of them.
_PATIENT = """{
  const set = setTimeout;
  globalThis.setTimeout = (call, after, ...rest) => set(call, after < 1000 ? after : 2 ** 31 - 1, ...rest);
}"""


@pytest.fixture(scope="module")
def closed_port() -> Iterator[int]:
    """A port where nobody listens. It is held all the while, so that nobody else is given it; a server may share it."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture(scope="module")
def joined(
    tmp_path_factory: pytest.TempPathFactory, address: str, closed_port: int, serve: Callable[[Path], str]
) -> tuple[Path, str]:
    """見本市, which searches 世田谷区 too and a town whose server is down: its folder and its address."""
    folder = with_two_consultations(new_project(tmp_path_factory.mktemp("joined") / "project"))
    with (folder / "data/council.yml").open("a", encoding="utf-8") as council:
        council.write(
            f"いっしょにさがすサイト:\n  - {{名前: {REAL_WARD}, アドレス: {address}/}}\n"
            f"  - {{名前: {DOWN}, アドレス: http://127.0.0.1:{closed_port}/}}\n"
        )
    site = publish(folder)
    return site, serve(site)


@pytest.fixture(scope="module")
def page(module_window: Window) -> Page:
    page = module_window("http://127.0.0.1:").page  # on any port
    page.add_init_script(_PATIENT)
    return page


def _ask(page: Page, origin: str, query: str) -> list[tuple[str, str]]:
    """(name of the register, title) of every answer."""
    page.goto(f"{origin}/search/?q={query}")
    wait_for_answer(page)
    found = page.locator(".result").all()
    return [
        (one.locator(".result__facts").inner_text().split("　")[0], one.locator("h2").inner_text()) for one in found
    ]


def test_answers_of_all_registers_come_in_one_list(page: Page, joined: tuple[Path, str], address: str) -> None:
    found = _ask(page, joined[1], "外部委託")
    assert {council for council, _ in found} == {OURS, REAL_WARD}
    theirs = page.locator(".result", has_text=REAL_WARD).first.locator("h2 a")
    expect(theirs).to_have_attribute("href", re.compile(f"^{re.escape(address)}/consultations/"))


def test_a_text_that_only_the_other_register_has_is_found_exactly(page: Page, joined: tuple[Path, str]) -> None:
    found = _ask(page, joined[1], "約7,200件")
    assert [council for council, _ in found] == [REAL_WARD]
    assert "948" in found[0][1]
    expect(page.locator(".result mark").first).to_have_text("約7,200件")


def test_a_text_that_one_register_knows_as_a_word_is_found_in_all(page: Page, joined: tuple[Path, str]) -> None:
    # 図書館 is a word of 見本市 alone; of 個人情報の both have only pairs.
    for query in ("氏名", "個人情報の", "図書館"):
        everywhere = {council for council, _ in _ask(page, joined[1], query)}
        assert OURS in everywhere
        assert (REAL_WARD in everywhere) == (query != "図書館")


def test_a_register_that_does_not_answer_is_named(page: Page, joined: tuple[Path, str]) -> None:
    assert _ask(page, joined[1], "氏名")
    expect(page.locator("[data-search-notes]")).to_contain_text(f"「{DOWN}」のサイトにはつながりませんでした。")


def test_answers_can_be_narrowed_to_one_register(page: Page, joined: tuple[Path, str]) -> None:
    both = _ask(page, joined[1], "氏名")
    page.locator("summary", has_text="自治体").click()
    page.get_by_role("checkbox", name=REAL_WARD).click()
    theirs = sum(council == REAL_WARD for council, _ in both)
    assert 0 < theirs < len(both)
    expect(page.locator(".result__facts")).to_have_text([re.compile(f"^{REAL_WARD}")] * theirs)


def test_only_the_search_page_may_ask_the_other_registers(joined: tuple[Path, str], address: str) -> None:
    site, _ = joined
    policy = POLICY.replace("connect-src 'self'", f"connect-src 'self' {address}")
    assert policy.partition(address)[0].replace("'", "&#39;") in (site / "search/index.html").read_text(
        encoding="utf-8"
    )
    others = [path for path in site.rglob("*.html") if path.parent.name != "search"]
    assert all(address not in path.read_text(encoding="utf-8") for path in others)


def test_a_register_without_neighbours_asks_nobody(site: Path) -> None:
    said = (site / "search/index.html").read_text(encoding="utf-8")
    assert "data-sites" not in said
    assert POLICY.replace("'", "&#39;") in said


def test_the_third_register_joins_when_it_is_back(
    page: Page, joined: tuple[Path, str], closed_port: int, small_project: Path
) -> None:
    edit(small_project / "data/council.yml", OURS, DOWN)
    with served(server(publish(small_project), closed_port)):
        found = _ask(page, joined[1], "氏名")
    assert {council for council, _ in found} == {OURS, REAL_WARD, DOWN}
    expect(page.locator("[data-search-notes]")).to_be_hidden()
