"""A 諮問 at a glance: what stands on top of each page, drawn from the record alone."""

from pathlib import Path

import pytest
from bs4 import Tag

from macros.derived.flow_pictures import PartArrows, part_pictures
from macros.derived.six_questions import Glance, at_a_glance
from macros.loading.archive import Archive
from tests import finished
from tests.archives import NUMBERS

QUESTIONS = ["何のために", "だれの情報か", "どんな情報か", "どこからどこへ", "いつから", "審議会の答えは"]


def _glance(archive: Archive, number: int) -> Glance:
    record = next(record for record in archive.consultations if record.number == number)
    return at_a_glance(record, archive, part_pictures(record, PartArrows(archive)))


def _rows(site: Path, number: int) -> dict[str, Tag]:
    page = finished.page(site, f"consultations/{number}")
    return {row.select("dt")[0].get_text(): row for row in page.select(".glance__row")}


def _answer(row: Tag) -> str:
    (answer,) = row.select(".glance__answer")
    return " ".join(answer.get_text().split())


@pytest.mark.parametrize("number", NUMBERS)
def test_every_consultation_answers_the_six_questions_in_the_same_order(number: int, site: Path) -> None:
    rows = _rows(site, number)
    assert list(rows) == (QUESTIONS if number != 944 else ["どこからどこへ", "審議会の答えは"])  # 944 is a cover alone
    assert _answer(rows["審議会の答えは"]) == "このサイトに未収録答えがなかったという意味ではありません。"


def test_it_stands_above_the_facts(site: Path) -> None:
    html = (site / "consultations/948/index.html").read_text(encoding="utf-8")
    assert html.index('id="at-a-glance"') < html.index('class="facts"')


def test_948_says_whose_information_it_is_and_for_what_they_pay(archive: Archive) -> None:
    (subjects,) = _glance(archive, 948).subjects
    assert subjects.lines == ("以下の支払いについて、Web口座振替受付サービスを利用する者",)
    assert len(subjects.details) == 9
    assert str(subjects.number) == "第1の4"


def test_950_says_who_of_them_only_part_2_concerns(archive: Archive) -> None:
    all_of_them, some_of_them = _glance(archive, 950).subjects
    assert all_of_them.lines == ("ストレスチェックの対象となる職員",)
    assert len(all_of_them.details) == 4
    assert some_of_them.lines == ("第1の4のうち、区の事務用パソコンを使用する者",)


def test_items_are_counted_once_and_by_category(archive: Archive) -> None:
    glance = _glance(archive, 951)
    counted = {kind.category.name: len(kind.items) for kind in glance.kinds}
    assert glance.item_count == sum(counted.values()) == 11
    assert [str(number) for number in glance.item_clauses] == ["5(1)"]


def test_what_is_divided_further_is_counted_by_its_parts(archive: Archive) -> None:
    names = {item.name for kind in _glance(archive, 948).kinds for item in kind.items}
    assert "金融機関口座情報" not in names
    assert "口座番号" in names


def test_ways_begin_with_the_person_and_who_gives_to_the_same_party_stands_together(archive: Archive) -> None:
    ways = [
        ([source.name for source in way.sources], way.destination.name, way.is_directed)
        for way in _glance(archive, 948).ways
    ]
    assert ways == [(["本人", "金融機関"], "委託先", True), (["委託先"], "区", True)]


def test_what_is_said_not_to_flow_is_no_way(archive: Archive) -> None:
    assert all("区及び本人以外" not in {party.name for party in way.sources} for way in _glance(archive, 947).ways)


def test_a_long_list_is_cut_short_and_leads_to_its_clause(site: Path) -> None:
    what = _rows(site, 952)["どんな情報か"]
    assert "ほか" in what.get_text()
    assert what.select_one('a[href="#5-1"]')


def test_purpose_and_start_are_the_words_of_the_record(site: Path) -> None:
    rows = _rows(site, 950)
    assert "ストレスチェックのWEB回答の実施" not in _answer(rows["何のために"])
    assert rows["何のために"].select_one("p.summary, p.exact, p")
    assert _answer(rows["いつから"]).startswith(
        "令和4年5月下旬から6月上旬まで(令和5年度以降も継続して行う。)（2022年5月下旬から）"
    )


def test_944_says_what_its_cover_does_not_tell(site: Path) -> None:
    rows = _rows(site, 944)
    assert list(rows) == ["どこからどこへ", "審議会の答えは"]
    note = finished.page(site, "consultations/944").select_one(".glance__note")
    assert note and "本文はこのサイトに未収録です。" in note.get_text()
    assert "母子支援業務" in _answer(rows["どこからどこへ"])


def test_search_does_not_find_everything_twice(site: Path) -> None:
    page = finished.page(site, "consultations/948")
    for element in (page.select_one(".glance"), *page.select(".picture"), *page.select(".term")):
        assert element and element.has_attr("data-search-ignore")


def test_944_says_once_that_its_body_is_not_held(site: Path) -> None:
    page = finished.page(site, "consultations/944")
    said = [text for text in page.select_one("main").stripped_strings if "このサイトに未収録" in text]  # type: ignore[union-attr]
    assert sorted(said) == [
        "このサイトに未収録",
        "このサイトに未収録",
        "本文はこのサイトに未収録です。",
    ]  # twice of the answer


def test_what_for_is_the_purpose_and_not_the_background(site: Path) -> None:
    assert "事務の費用負担と環境負荷を減らし" in _answer(_rows(site, 949)["何のために"])
    assert "オンラインで実施できる環境を構築します" in _answer(_rows(site, 946)["何のために"])
