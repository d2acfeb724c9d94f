"""Terms are explained where they stand, by keyboard and touch, with or without scripts; and once for all in /terms/."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.loading.archive import Archive
from tests import finished
from tests.archives import ROOT
from tests.windows import Window


def test_the_words_of_the_brief_are_explained(archive: Archive) -> None:
    for name in (
        *("諮問", "答申", "審議会", "準用", "要旨", "所管課", "個人情報の項目", "委託先"),
        *("目的外利用", "本人外収集", "外部提供", "電子計算機への記録", "外部委託", "回線結合"),
        *("意見書", "オンライン結合", "資料に記載なし", "このサイトに未収録"),
    ):
        assert archive.vocabulary.explained(name), name


def test_every_term_that_a_template_shows_is_explained(archive: Archive) -> None:
    shown = (ROOT / "overrides/consultations/_glance.html").read_text(encoding="utf-8")
    for name in re.findall(r'\["([^"]+)"\]', shown):
        assert archive.vocabulary.explained(name), name


def test_explanations_are_short(archive: Archive) -> None:
    for term in archive.vocabulary.of("terms").entries:
        assert len("".join(term.description)) <= 90, term.name


def test_the_glossary_lists_terms_and_acts_in_the_order_of_their_readings(site: Path, archive: Archive) -> None:
    page = finished.page(site, "terms")
    entries = (*archive.vocabulary.of("terms").entries, *archive.vocabulary.of("acts").entries)
    expected = [entry.name for entry in sorted(entries, key=lambda entry: entry.reading)]
    assert [term.get_text() for term in page.select("dfn")] == expected
    for entry in entries:
        assert page.find(id=entry.id)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_term_opens_by_keyboard_with_or_without_scripts(
    width: int, has_scripts: bool, window: Window, address: str
) -> None:
    visit = window(address, width, java_script_enabled=has_scripts)
    page = visit.go("/consultations/948/")
    explanation = page.locator(".term__text").first
    expect(explanation).to_be_hidden()
    page.locator(".term summary").first.press("Enter")
    expect(explanation).to_be_visible()
    expect(explanation).to_contain_text("だれの情報が取り扱われるのか")
    assert visit.is_wide_enough()


def test_whatever_can_be_touched_at_a_glance_is_large_enough(window: Window, address: str) -> None:
    page = window(address, 360, has_touch=True).go("/consultations/948/")
    for target in page.locator(".term summary, .glance__clause, .picture__facts summary").all():
        box = target.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24, target.inner_text()
    page.locator(".term summary").nth(1).tap()
    expect(page.locator(".term__text").nth(1)).to_be_visible()
