"""What programs find the site by: the site map with true dates, and the description of its search."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from playwright.sync_api import expect

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.exports.export import Exported
from macros.exports.sitemap import sitemap
from macros.loading.archive import Archive, load
from macros.records.dates import CouncilDate
from macros.site.pages import changed_on, pages
from macros.site.publishing import publish
from tests import finished
from tests.archives import edit
from tests.repositories import commit, git
from tests.windows import Visit

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
ADDRESS = "https://shimon.example/"
RECORD = "data/consultations/2.yml"


def _listed(site: Path) -> dict[str, str | None]:
    root = etree.parse(site / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    return {url.findtext(f"{SITEMAP}loc") or "": url.findtext(f"{SITEMAP}lastmod") for url in root}


def test_every_page_that_may_be_found_is_listed_and_no_other(site: Path) -> None:
    listed = {urlsplit(address).path for address in _listed(site)}
    pages = finished.pages(site).items()
    assert listed == {address for address, page in pages if not page.select("meta[name=robots][content=noindex]")}
    assert "/consultations/948/" in listed
    assert not [address for address in listed if "404" in address]


def test_addresses_are_those_that_the_pages_call_their_own(site: Path) -> None:
    for address in _listed(site):
        (canonical,) = finished.pages(site)[urlsplit(address).path].select("link[rel=canonical]")
        assert canonical["href"] == address


def test_there_is_no_second_site_map(site: Path) -> None:
    assert [path.name for path in site.glob("sitemap*")] == ["sitemap.xml"]


def test_more_addresses_than_one_map_may_hold_stand_in_several(archive: Archive) -> None:
    pages = dict.fromkeys(f"items/{number}/" for number in range(100_001))
    files = {file.path: etree.fromstring(file.content) for file in sitemap(_exported(archive, pages))}
    listed = [str(element.text).removeprefix(ADDRESS) for element in files.pop("sitemap.xml").iter(f"{SITEMAP}loc")]
    assert listed == list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [len(root) for root in files.values()] == [50_000, 50_000, 1]
    found = [str(element.text) for root in files.values() for element in root.iter(f"{SITEMAP}loc")]
    assert sorted(found) == sorted(ADDRESS + page for page in pages)


def test_as_many_addresses_as_a_map_may_hold_stand_in_one(archive: Archive) -> None:
    pages = dict.fromkeys(f"items/{number}/" for number in range(50_000))
    assert [file.path for file in sitemap(_exported(archive, pages))] == ["sitemap.xml"]


def _exported(archive: Archive, pages: dict[str, None]) -> Exported:
    return Exported(archive, CrossReferences(archive), pages)


@pytest.fixture
def kept(small_project: Path) -> Path:
    """A project in a repository: everything committed on New Year's Day, 諮問第2号 changed on 1 February."""
    commit(small_project, "登録", on="2026-01-01T23:30:00+09:00")
    edit(small_project / RECORD, "見本太郎", "見本次郎")
    commit(small_project, "氏名を直す", on="2026-02-01T23:30:00+09:00")
    return small_project


def test_a_record_is_dated_by_its_own_last_commit_in_tokyo(kept: Path) -> None:
    changed = read_history(kept).last_change
    assert changed(RECORD) == CouncilDate(2026, 2, 1)
    assert changed("data/consultations/1.yml") == CouncilDate(2026, 1, 1)


def test_a_shallow_clone_gives_no_dates_rather_than_wrong_ones(kept: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", kept.as_uri(), "shallow")
    assert read_history(tmp_path / "shallow").last_change(RECORD) is None


def test_without_a_repository_there_are_no_dates(mihon_site: Path) -> None:
    assert set(_listed(mihon_site).values()) == {None}


def test_only_pages_of_one_record_carry_its_date(kept: Path) -> None:

    listed = {urlsplit(address).path: changed for address, changed in _listed(publish(kept)).items()}
    dated = {path.removeprefix("/register"): changed for path, changed in listed.items() if changed}
    assert dated == {
        "/consultations/1/": "2026-01-01",
        "/consultations/2/": "2026-02-01",
        "/schedules/revision/": "2026-01-01",
    }


def test_a_consultation_changes_with_its_answer_and_an_answer_with_the_report_on_it(project: Path) -> None:
    commit(project, "登録", on="2026-01-01")
    for day, record in (("2026-02-01", "answers/2.yml"), ("2026-03-01", "meetings/2022-07-01.yml")):
        edit(project / "data" / record, "件名: ", "件名: 改めた")
        commit(project, "改める", on=day)
    archive = load(project / "data")
    history = read_history(project)
    made = {page.address: page for page in pages(archive, CrossReferences(archive), history)}
    dates = {address: changed_on(page, history) for address, page in made.items()}
    assert dates["consultations/1/"] == CouncilDate(2026, 1, 1)
    assert dates["consultations/11/"] == dates["answers/2/"] == CouncilDate(2026, 2, 1)
    assert dates["consultations/2/"] == dates["answers/1/"] == CouncilDate(2026, 3, 1), "its condition was reported on"
    assert dates["operations/library/"] is None


def test_a_browser_is_told_how_to_search(site: Path) -> None:
    root = etree.parse(site / "opensearch.xml").getroot()
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    name, description = root.findtext(f"{OPENSEARCH}ShortName"), root.findtext(f"{OPENSEARCH}Description")
    assert name == "諮問の窓" and len(name) <= 16
    assert description and len(description) <= 1024
    (url,) = root.findall(f"{OPENSEARCH}Url")
    assert url.attrib == {"type": "text/html", "template": "https://shimon.example/search/?q={searchTerms}"}
    assert root.findtext(f"{OPENSEARCH}InputEncoding") == "UTF-8"
    image = urlsplit(root.findtext(f"{OPENSEARCH}Image") or "").path
    assert (site / image.strip("/")).is_file()


def test_the_address_that_the_browser_will_make_finds_something(visit: Visit, site: Path) -> None:
    (url,) = etree.parse(site / "opensearch.xml").getroot().findall(f"{OPENSEARCH}Url")
    address = url.attrib["template"].replace("{searchTerms}", "%E5%8F%A3%E5%BA%A7%E7%95%AA%E5%8F%B7")
    page = visit.go(address.removeprefix("https://shimon.example"))
    expect(page.locator(".result__title").first).to_contain_text("諮問第948号")
