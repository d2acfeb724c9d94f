"""Atom feeds, read back by a mature parser: who hears of what, and nothing twice."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.exports.export import Exported
from macros.exports.feeds.atom import feeds
from macros.exports.feeds.feeds import NEWEST, Feeds
from macros.loading.archive import Archive, load
from macros.records.dates import CouncilDate
from tests import finished
from tests.archives import edit
from tests.repositories import commit

HOSTILE = "<script>alert(1)</script>&amp;]]>\"'{{ 7*7 }}"


def _read(content: bytes) -> Any:
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def _made(archive: Archive) -> dict[str, Any]:
    return {file.path: _read(file.content) for file in feeds(Exported(archive, CrossReferences(archive)))}


def test_the_feed_of_everything_tells_of_every_consultation_newest_first(site: Path) -> None:
    parsed = _read((site / "consultations/feed.xml").read_bytes())
    assert parsed.feed.title == "諮問の窓：諮問・答申・会議の知らせ"
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


def test_a_feed_says_its_namespace_once_and_uses_no_prefixes(site: Path) -> None:
    feed = (site / "consultations/feed.xml").read_text(encoding="utf-8")
    assert feed.count("xmlns") == 1


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
        feeds = [
            link.address for link in finished.links(site, f"/{address}/", "head link[type='application/atom+xml']")
        ]
        assert (feeds[0], feeds[-1]) == (f"/{address}/feed.xml", "/consultations/feed.xml")
        assert finished.pages(site)[f"/{address}/"].select_one("main a[href$='feed.xml']"), address


def test_a_word_without_a_consultation_has_no_feed(mihon: Archive) -> None:
    silent = replace(mihon, consultations=(), answers=(), meetings=())
    assert _made(silent) == {}


def test_a_new_consultation_changes_no_id_and_no_date(mihon: Archive) -> None:
    before = {entry.id: entry.updated for entry in _made(mihon)["consultations/feed.xml"].entries}
    new = mihon.consultations[-1].model_copy(update={"id": "3", "number": 3, "consulted_on": CouncilDate(2030, 1, 5)})
    parsed = _made(replace(mihon, consultations=(*mihon.consultations, new)))["consultations/feed.xml"]
    after = {entry.id: entry.updated for entry in parsed.entries}
    assert before.items() < after.items()
    assert parsed.feed.updated == "2030-01-05T00:00:00+09:00"


def _published_on(data: Path, day: str) -> None:
    edit(data / "council.yml", "  開設年: 2026\n", f"  開設年: 2026\n  公開日: {day}\n")


def _read_from(project: Path) -> dict[str, Any]:
    archive = load(project / "data")
    exported = Exported(archive, CrossReferences(archive), history=read_history(project))
    return {file.path: _read(file.content) for file in feeds(exported)}


def test_a_correction_is_an_entry_with_what_changed_and_why(small_project: Path, data: Path) -> None:
    _published_on(data, "2024-01-10")
    commit(small_project, "登録", on="2024-01-10")
    record = data / "consultations/2.yml"
    edit(record, "見本太郎", "見本次郎")
    commit(small_project, "氏名の誤りを直す", on="2024-02-20")
    edit(record, "根拠: [第9条]", "根拠: 第9条")
    version = commit(small_project, "書き方をそろえる", on="2024-02-21")
    parsed = _read_from(small_project)["acts/outsourcing/feed.xml"]
    assert len(parsed.entries) == 2, "writing the same thing otherwise is no news"
    newest = parsed.entries[0]
    assert newest.id.startswith("tag:mihon.example,2026:consultations/2/versions/") and version not in newest.id
    assert newest.updated == parsed.feed.updated == "2024-02-20T00:00:00+09:00"
    assert newest.summary == "氏名の誤りを直す\n宛先の氏名：見本太郎 → 見本次郎"
    assert newest.link == "https://mihon.example/register/consultations/2/#history"


def test_what_was_edited_before_the_site_was_published_is_no_news(small_project: Path, data: Path) -> None:
    record = data / "consultations/2.yml"
    commit(small_project, "登録", on="2024-01-10")
    edit(record, "見本太郎", "見本次郎")
    commit(small_project, "公開前に直す", on="2024-02-20")

    def changes() -> list[str]:
        entries = _read_from(small_project)["consultations/feed.xml"].entries
        return [entry.updated[:10] for entry in entries if "記録の変更" in entry.title]

    assert changes() == [], "nobody is told of changes to what was never published"
    _published_on(data, "2024-02-20")
    assert changes() == [], "the day of publication belongs to what was published"
    edit(record, "見本次郎", "見本三郎")
    commit(small_project, "公開後に直す", on="2024-02-21")
    assert changes() == ["2024-02-21"]


def test_a_change_of_an_answer_is_told_to_those_who_follow_what_it_answers(project: Path, data: Path) -> None:
    _published_on(data, "2024-01-10")
    commit(project, "登録", on="2024-01-10")
    edit(data / "answers/1.yml", "{行為: 回線結合, 結論: 承認}", "{行為: 回線結合, 結論: 条件付き承認}")
    commit(project, "結論の誤りを直す", on="2024-02-20")
    parsed = _read_from(project)
    (change,) = [entry for entry in parsed["acts/outsourcing/feed.xml"].entries if "記録の変更" in entry.title]
    assert (change.title, change.link) == ("答申第1号 記録の変更", "https://mihon.example/register/answers/1/")
    assert change.summary == "結論の誤りを直す\n諮問「2」の結論「回線結合」の結論：承認 → 条件付き承認"
    assert change.id in [entry.id for entry in parsed["consultations/feed.xml"].entries]


def test_answers_and_meetings_are_news_on_their_day(mihon: Archive) -> None:
    entries = {entry.id.partition(":answers/")[2]: entry for entry in _made(mihon)["consultations/feed.xml"].entries}
    answer = entries["1"]
    assert (answer.title, answer.updated) == ("答申第1号 諮問第2号について", "2021-06-30T00:00:00+09:00")
    assert answer.link == "https://mihon.example/register/answers/1/"
    assert "諮問第2号：外部委託は条件付き承認、回線結合は承認" in answer.summary
    assert "条件(1)：委託先が情報を消去したことを、年に一度、書面で確かめること。" in answer.summary
    links = [entry.link for entry in _made(mihon)["consultations/feed.xml"].entries]
    assert links[0] == "https://mihon.example/register/meetings/2024-06-14/"
    assert len(links) == len(set(links)) == len(mihon.consultations) + len(mihon.answers) + len(mihon.meetings)


def test_a_word_hears_of_answers_and_meetings_about_its_own_consultations(mihon: Archive) -> None:
    made = _made(mihon)

    def ids(feed: str) -> list[str]:
        return [entry.id.partition(",2026:")[2] for entry in made[feed].entries]

    joint = "answers/2"  # answers 諮問第11号 (外部委託) and 諮問第12号 (回線結合)
    assert joint in ids("acts/outsourcing/feed.xml") and joint in ids("acts/line-connection/feed.xml")
    assert "meetings/2021-06-10-subcommittee" in ids("items/name/feed.xml"), "it discussed 諮問第2号"
    assert "meetings/2021-11-05" not in ids("acts/line-connection/feed.xml")
    operation = "operations/library/feed.xml"
    assert "meetings/2022-07-01" in ids(operation), "a report names the operation"
    assert "meetings/2024-06-14" not in ids(operation), "a report that names nobody's operation"


def test_an_agenda_is_told_in_its_order(mihon: Archive) -> None:
    entries = _made(mihon)["consultations/feed.xml"].entries
    told = {entry.link.rstrip("/").rpartition("/")[2]: entry.summary for entry in entries}
    assert told["2021-08-20"].splitlines() == [
        "1　答申の確認：答申第1号",
        "2　諮問：諮問第11号、諮問第12号",
        "3　報告：令和2年度の個人情報の取扱いの状況",
    ]
    assert told["2021-06-10-subcommittee"] == "(1)　諮問：諮問第2号（非公開）"
    assert told["2021-11-05"].startswith("ア　諮問：諮問【令3-1】（取下げ）")


def test_a_feed_holds_the_newest_only(mihon: Archive) -> None:
    many = tuple(mihon.consultations[0].model_copy(update={"id": str(n), "number": n}) for n in range(1, NEWEST + 50))
    archive = replace(mihon, consultations=many, answers=(), meetings=())
    (whole, *_) = Feeds(archive, CrossReferences(archive)).all
    assert [entry.id for entry in whole.entries][:1] == [f"consultations/{NEWEST + 49}"]
    assert len(whole.entries) == NEWEST


def test_hostile_text_stays_text(mihon: Archive) -> None:
    hostile = mihon.consultations[-1].model_copy(update={"title": HOSTILE, "subtitle": HOSTILE})
    archive = replace(mihon, consultations=(hostile,), answers=(), meetings=())
    file = next(iter(feeds(Exported(archive, CrossReferences(archive)))))
    text = BeautifulSoup(file.content, "xml")
    assert not text.find("script")
    summary, title = text.select_one("entry > summary"), text.select_one("entry > title")
    assert summary and HOSTILE in summary.get_text()
    assert title and HOSTILE in title.get_text()
