"""The finished site, read back as HTML: what every page promises."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.loading.archive import Archive
from macros.records.kinds import WITH_PAGES
from macros.site.frame import SECTIONS
from tests import finished
from tests.archives import NUMBERS, ROOT


@pytest.fixture
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return finished.pages(site)


def test_every_record_has_a_page(pages: dict[str, BeautifulSoup], archive: Archive) -> None:
    for number in NUMBERS:
        assert f"/consultations/{number}/" in pages
    for kind in WITH_PAGES:
        assert f"/{kind.name}/" in pages
        for entry in archive.vocabulary.of(kind.name).entries:
            assert f"/{kind.name}/{entry.id}/" in pages
    assert "/schedules/2023-law-change/" in pages


def test_clauses_have_the_addresses_of_their_citations(pages: dict[str, BeautifulSoup]) -> None:
    assert pages["/consultations/948/"].select_one("[id='1-5-1']")
    assert pages["/consultations/946/"].select_one("[id='5-1']")


def test_every_clause_of_every_record_is_on_its_page(pages: dict[str, BeautifulSoup], archive: Archive) -> None:
    for consultation in archive.consultations:
        page = pages[f"/consultations/{consultation.id}/"]
        for numbered in consultation.numbered_clauses:
            section = page.find(id=numbered.number.anchor)
            assert section, (consultation.id, str(numbered.number))
            text = section.get_text()
            assert str(numbered.number) in text
            assert numbered.clause.heading is None or numbered.clause.heading in text
            for sentence in (*numbered.clause.summary, *numbered.clause.text, *numbered.clause.subjects):
                assert sentence in text


def test_what_is_not_in_the_source_is_said(pages: dict[str, BeautifulSoup]) -> None:
    for number in NUMBERS:
        facts = pages[f"/consultations/{number}/"].select_one(".facts")
        assert facts and "答申このサイトに未収録" in re.sub(r"\s", "", facts.get_text())
    assert "本文はこのサイトに未収録" in pages["/consultations/944/"].get_text()
    assert "未定" in pages["/consultations/949/"].get_text()


def test_the_law_change_shows_planned_and_actual_in_both_calendars(pages: dict[str, BeautifulSoup]) -> None:
    step = pages["/schedules/2023-law-change/"].find(id="council-answer-2022-06")
    assert step
    text = re.sub(r"\s", "", step.get_text())
    assert "予定令和4年6月（2022年6月）" in text
    assert "実際令和4年7月（2022年7月）" in text
    enforcement = pages["/schedules/2023-law-change/"].find(id="enforcement-2023-04")
    assert enforcement and "令和5年4月1日（2023年4月1日）" in enforcement.get_text()


def test_the_sample_meeting_address_is_nowhere(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            assert b"pwd=" not in path.read_bytes(), path


def test_our_stylesheets_arrive_as_one(site: Path) -> None:
    joined = (site / "assets" / "site.css").read_text(encoding="utf-8")
    for path in (ROOT / "overrides" / "assets" / "styles").glob("*.css"):
        assert path.read_text(encoding="utf-8") in joined
    assert not (site / "assets" / "styles").exists()


def test_the_page_of_a_section_names_it_in_its_menu_and_its_heading_alone(pages: dict[str, BeautifulSoup]) -> None:
    for section in SECTIONS:
        spots = pages[f"/{section.address}"].select(".menu--open a, .breadcrumbs li, h1")
        assert sum(finished.words(spot) == section.name for spot in spots) <= 2, section.address


def test_robots_are_shown_the_sitemap(site: Path, archive: Archive) -> None:
    assert f"Sitemap: {archive.council.site.address}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    assert (site / "sitemap.xml").is_file()
