"""Every page is signed and answerable: who runs the site, whom to ask, how to tell of a mistake, where it is from."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.derived.notices import unsigned
from macros.loading.archive import Archive, load
from macros.loading.problems import ProblemsFound
from macros.records.council import Report
from macros.site.frame import Frame
from tests import finished
from tests.archives import edit


def _pages(site: Path) -> dict[str, BeautifulSoup]:
    return {address: page for address, page in finished.pages(site).items() if not address.endswith("/card/")}


def test_every_page_says_who_runs_the_site_and_whom_to_ask(mihon_site: Path) -> None:
    for address, page in _pages(mihon_site).items():
        footer = page.select_one(".footer__signed")
        assert footer, address
        for words in ("運営：見本市総務部情報公開課", "見本市情報公開課", "03-0000-0000", "joho@mihon.example"):
            assert words in footer.get_text(), address


def test_a_report_takes_the_address_and_the_title_of_its_page_along(mihon_site: Path) -> None:
    for address, page in _pages(mihon_site).items():
        canonical = page.select_one("link[rel=canonical]")
        if canonical is None:
            continue
        link = next(a for a in page.select(".footer__signed a") if a.get_text() == "このページの誤りを知らせる")
        asked = parse_qs(urlsplit(str(link["href"])).query)
        assert asked["page"] == [str(canonical["href"])], address
        assert asked["title"][0] in page.title.get_text()  # type: ignore[union-attr]


def test_what_is_not_set_is_not_shown_and_staff_are_reminded(site: Path, archive: Archive) -> None:
    footer = finished.page(site, "consultations/948").select_one(".footer__signed")
    assert footer is not None
    assert footer.get_text(" ", strip=True) == "世田谷区へのお問い合わせ： 世田谷区「個人情報保護制度」のページ"
    sentences = [notice.sentence for notice in unsigned(archive)]
    assert "「運営者」「連絡先」「誤りの知らせ先」がありません。" in sentences[0]
    assert "「出典」のない諮問が 9 件あります" in sentences[1]


def test_a_site_built_by_its_host_offers_the_form_of_its_repository(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://git.example")
    monkeypatch.setenv("GITHUB_REPOSITORY", "ward/register")
    report = Frame(archive.council).report
    assert report is not None
    assert report.address("https://x.example/a/#1-5", "題") == (
        "https://git.example/ward/register/issues/new?template=1-correction.yml&address=https%3A%2F%2Fx.example%2Fa%2F%231-5"
    )


def test_a_report_by_mail_names_the_page_in_its_subject() -> None:
    address = Report.model_validate({"メール": "a@b.example"}).address("https://x.example/", "題名")
    assert address.startswith("mailto:a@b.example?subject=") and address.endswith("&body=https%3A%2F%2Fx.example%2F")


def test_the_glance_says_from_which_document(site: Path, mihon_site: Path) -> None:
    source = finished.page(mihon_site, "consultations/r3-mailing").select_one(".glance__source")
    assert source is not None
    assert source.select_one("a[href='https://mihon.example/paper.pdf']")
    assert "発送業務について（見本市、令和3年5月20日）" in source.get_text()
    unknown = finished.page(site, "consultations/948").select_one(".glance__source")
    assert unknown is not None
    assert "諮問第948号の諮問書と資料（世田谷区、令和3年12月17日）" in unknown.get_text()


def test_a_division_says_how_it_is_reached(mihon_site: Path) -> None:
    page = finished.page(mihon_site, "divisions/library-division")
    assert "電話 03-0000-0001" in page.get_text() and page.select_one("a[href='mailto:toshokan@mihon.example']")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("運営者: 見本市総務部情報公開課", "運営者: 見本市総務部情報公開課 03-0000-0000"),
        ("電話: 03-0000-0000, メール", "窓口の電話: 03-0000-0000, メール"),
    ],
)
def test_a_telephone_may_stand_only_in_the_field_that_is_made_for_it(before: str, after: str, data: Path) -> None:
    edit(data / "council.yml", before, after)
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert "電話番号" in str(found.value)
