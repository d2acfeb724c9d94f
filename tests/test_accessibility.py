"""axe finds nothing on any page; and what axe cannot see."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import MODES, Mode, addresses, laid, opened
from tests.page_examples import MIHON_TEMPLATES, TEMPLATES
from tests.windows import Visit, Window


@pytest.mark.parametrize("modes", [MODES[:2], pytest.param(MODES, marks=pytest.mark.proof)])
def test_axe_finds_nothing_on_any_template_in_any_mode(
    modes: Sequence[Mode], browser: Browser, address: str, mihon_address: str
) -> None:
    """Narrow and light, wide and dark; `make proofs` looks at all four."""
    pages = [address + page for page in TEMPLATES] + [mihon_address + page for page in MIHON_TEMPLATES]
    assert opened(browser, pages, modes) == {}


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_axe_finds_nothing_on_any_page(
    mode: Mode, browser: Browser, site: Path, address: str, mihon_site: Path, mihon_address: str
) -> None:
    """Every page in one mode, its neighbours in the others; `make accessibility` opens every page in all four."""
    for origin, pages in ((address, addresses(site)), (mihon_address, addresses(mihon_site))):
        turn = pages[MODES.index(mode) :: len(MODES)]
        assert laid(browser, mode, [origin + page for page in turn]) == {}


def test_the_templates_looked_at_in_every_mode_are_all_there_are(site: Path, mihon_site: Path) -> None:
    there_are = {_template(page) for page in addresses(site) + addresses(mihon_site)}
    assert there_are <= {_template(page) for page in (*TEMPLATES, *MIHON_TEMPLATES)}


def _template(page: str) -> tuple[str, int]:
    """A section, and how deep in it."""
    parts = page.split("?", maxsplit=1)[0].strip("/").split("/")
    return parts[0], len(parts)


def test_the_first_stop_of_the_keyboard_leads_to_the_text(visit: Visit) -> None:
    page = visit.go("/consultations/948/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="本文へ進む")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_no_single_key_is_a_shortcut(visit: Visit) -> None:
    page = visit.go("/consultations/948/")
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    assert page.url.endswith("/consultations/948/")
    assert page.evaluate("document.activeElement === document.body")


def test_the_chosen_colours_last(visit: Visit) -> None:
    page = visit.go("/about/")
    page.get_by_role("button", name="暗い配色にする").click()
    visit.go("/consultations/948/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="明るい配色にする")).to_be_visible()


def test_everything_but_search_works_without_javascript(window: Window, address: str) -> None:
    page = window(address, java_script_enabled=False).go("/")
    page.get_by_role("link", name="介護保険業務").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("介護保険業務")
    page.get_by_role("link", name="諮問第946号").first.click()
    for summary in page.locator("main details:has-text('70件程度') > summary").all():
        summary.click()
    expect(page.get_by_text("70件程度").first).to_be_visible()
    page.goto(address + "/search/")
    expect(page.locator("noscript p", has_text="検索には JavaScript が必要です")).to_be_visible()
