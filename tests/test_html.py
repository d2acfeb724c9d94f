"""Every page of both archives is HTML as the standard has it: the Nu HTML Checker says nothing at all."""

from pathlib import Path

from tests.html_checker import complaints


def test_the_checker_has_nothing_to_say_about_any_page(site: Path, mihon_site: Path) -> None:
    pages = sorted([*site.rglob("*.html"), *mihon_site.rglob("*.html")])
    assert len(pages) > 300
    assert complaints(pages) == []


def test_a_mistake_in_a_page_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="ja"><title>誤り</title><p id="a"><p id="a">', encoding="utf-8")
    assert any("Duplicate ID" in complaint for complaint in complaints([page]))
