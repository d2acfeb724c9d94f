"""How long a 諮問 is: on a telephone and on paper, with every clause still in reach."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.windows import Visit, Window

WIDTH, HEIGHT = 360, 740
LONGEST = (945, 948, 949)


@pytest.mark.parametrize("number", LONGEST)
def test_it_is_at_most_ten_screens_of_a_telephone(number: int, address: str, window: Window) -> None:
    page = window(address, width=WIDTH, height=HEIGHT).go(f"/consultations/{number}/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 10 * HEIGHT


@pytest.mark.parametrize("number", LONGEST)
def test_it_prints_every_clause_on_at_most_eight_sheets(number: int, address: str, window: Window) -> None:
    page = window(address).go(f"/consultations/{number}/")
    numbers = page.locator(".part .clause__number").all_text_contents()
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) <= 8
    printed = "".join("".join(sheet.extract_text() for sheet in sheets).split())
    assert [number for number in numbers if number not in printed] == []


@pytest.mark.parametrize("has_scripts", [True, False])
def test_an_address_within_what_is_folded_leads_there(address: str, window: Window, has_scripts: bool) -> None:
    page = window(address, width=WIDTH, height=HEIGHT, java_script_enabled=has_scripts).go("/consultations/948/#2-5-2")
    expect(page.locator("[id='2-5-2']")).to_be_in_viewport()


def test_without_scripts_a_part_is_unfolded_by_hand(address: str, window: Window) -> None:
    page = window(address, java_script_enabled=False).go("/consultations/948/")
    expect(page.locator("[id='2-1']")).to_be_hidden()
    page.get_by_text("第2の条項を読む").click()
    expect(page.locator("[id='2-1']")).to_be_visible()


def test_an_address_with_a_stray_percent_sign_is_passed_over(visit: Visit) -> None:
    page = visit.go("/consultations/948/#%E0%A4%A")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert visit.errors == []
