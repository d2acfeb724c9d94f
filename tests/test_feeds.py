"""Atom feeds, read back by a mature parser: who hears of what, and nothing twice."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup

from macros.archive import Archive, load
from macros.cross_references import CrossReferences
from macros.exports.export import Exported
from macros.exports.feeds import feeds
from macros.feeds.feeds import NEWEST, Feeds
from macros.history import read_history
from macros.records.dates import CouncilDate
from tests.archives import MIHON, two_consultations
from tests.repositories import commit
from tests.repositories import replace as edit

HOSTILE = "<script>alert(1)</script>&amp;]]>\"'{{ 7*7 }}"


@pytest.fixture(scope="module")
def mihon() -> Archive:
    return load(MIHON)


def _read(content: bytes) -> Any:
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def _made(archive: Archive) -> dict[str, Any]:
    return {file.path: _read(file.content) for file in feeds(Exported(archive, CrossReferences(archive)))}


def test_the_feed_of_everything_tells_of_every_consultation_newest_first(site: Path) -> None:
    parsed = _read((site / "consultations/feed.xml").read_bytes())
    assert parsed.feed.title == "諮問の窓：すべての諮問"
    assert [entry.id for entry in parsed.entries] == [
        f"tag:shimon.example,2026:consultations/{number}" for number in range(952, 943, -1)
    ]
    first = parsed.entries[0]
    assert first.published == first.updated == parsed.feed.updated == "2021-12-17T00:00:00+09:00"
    assert "開始時期及び期間：令和4年2月から継続して行う。" in first.summary


@pytest.mark.parametrize(
    ("feed", "numbers"),
    [
        ("operations/long-term-care-insurance", [948, 947, 946, 944]),
        ("items/account-number", [948]),
        ("acts/recording", [944]),
    ],
)
def test_a_word_hears_only_of_its_own(site: Path, feed: str, numbers: list[int]) -> None:
    parsed = _read((site / feed / "feed.xml").read_bytes())
    assert [entry.link for entry in parsed.entries] == [
        f"https://shimon.example/consultations/{number}/" for number in numbers
    ]


def test_every_feed_and_entry_leads_to_a_page_that_exists(site: Path) -> None:
    for path in site.rglob("feed.xml"):
        parsed = _read(path.read_bytes())
        own = path.relative_to(site).as_posix()
        links = {link.rel: link.href for link in parsed.feed.links}
        assert links["self"] == f"https://shimon.example/{own}"
        for href in (links["alternate"], *(entry.link for entry in parsed.entries)):
            assert (site / urlsplit(href).path.strip("/") / "index.html").is_file(), href


def test_a_page_names_its_feed_to_programs_and_to_people(site: Path) -> None:
    for address in ("items/account-number", "operations/long-term-care-insurance", "acts/recording", "consultations"):
        page = BeautifulSoup((site / address / "index.html").read_bytes(), "lxml")
        named = [str(link["href"]) for link in page.select("head link[type='application/atom+xml']")]
        assert urljoin(f"/{address}/", named[0]) == f"/{address}/feed.xml"
        assert urljoin(f"/{address}/", named[-1]) == "/consultations/feed.xml"
        assert page.select_one("main a[href$='feed.xml']"), address


def test_no_page_names_a_feed_that_is_not_there(site: Path) -> None:
    for path in site.rglob("index.html"):
        address = f"/{path.parent.relative_to(site).as_posix()}/"
        page = BeautifulSoup(path.read_bytes(), "lxml")
        for link in page.select("[href$='feed.xml']"):
            assert (site / urljoin(address, str(link["href"])).strip("/")).is_file(), (address, link)


def test_a_word_without_a_consultation_has_no_feed(mihon: Archive) -> None:
    silent = replace(mihon, consultations=())
    assert _made(silent) == {}


def test_a_new_consultation_changes_no_id_and_no_date(mihon: Archive) -> None:
    before = {entry.id: entry.updated for entry in _made(mihon)["consultations/feed.xml"].entries}
    new = mihon.consultations[-1].model_copy(update={"id": "3", "number": 3, "consulted_on": CouncilDate(2030, 1, 5)})
    parsed = _made(replace(mihon, consultations=(*mihon.consultations, new)))["consultations/feed.xml"]
    after = {entry.id: entry.updated for entry in parsed.entries}
    assert before.items() < after.items()
    assert parsed.feed.updated == "2030-01-05T00:00:00+09:00"


def test_a_correction_is_an_entry_with_what_changed_and_why(tmp_path: Path) -> None:
    two_consultations(Path(shutil.copytree(MIHON, tmp_path / "data")))
    commit(tmp_path, "登録", on="2024-01-10")
    record = tmp_path / "data/consultations/2.yml"
    edit(record, "見本太郎", "見本次郎")
    commit(tmp_path, "氏名の誤りを直す", on="2024-02-20")
    edit(record, "根拠: [第9条]", "根拠: 第9条")
    version = commit(tmp_path, "書き方をそろえる", on="2024-02-21")
    archive = load(tmp_path / "data")
    exported = Exported(archive, CrossReferences(archive), history=read_history(tmp_path))
    parsed = {file.path: _read(file.content) for file in feeds(exported)}["acts/outsourcing/feed.xml"]
    assert len(parsed.entries) == 2, "writing the same thing otherwise is no news"
    newest = parsed.entries[0]
    assert newest.id.startswith("tag:mihon.example,2026:consultations/2/versions/") and version not in newest.id
    assert newest.updated == parsed.feed.updated == "2024-02-20T00:00:00+09:00"
    assert newest.summary == "氏名の誤りを直す\n宛先の氏名：見本太郎 → 見本次郎"
    assert newest.link == "https://mihon.example/register/consultations/2/#history"


def test_a_feed_holds_the_newest_only(mihon: Archive) -> None:
    many = tuple(mihon.consultations[0].model_copy(update={"id": str(n), "number": n}) for n in range(1, NEWEST + 50))
    archive = replace(mihon, consultations=many)
    (whole, *_) = Feeds(archive, CrossReferences(archive)).all
    assert [entry.id for entry in whole.entries][:1] == [f"consultations/{NEWEST + 49}"]
    assert len(whole.entries) == NEWEST


def test_hostile_text_stays_text(mihon: Archive) -> None:
    hostile = mihon.consultations[-1].model_copy(update={"title": HOSTILE, "subtitle": HOSTILE})
    file = next(iter(feeds(Exported(replace(mihon, consultations=(hostile,)), CrossReferences(mihon)))))
    text = BeautifulSoup(file.content, "xml")
    assert not text.find("script")
    summary, title = text.select_one("entry > summary"), text.select_one("entry > title")
    assert summary and HOSTILE in summary.get_text()
    assert title and HOSTILE in title.get_text()
