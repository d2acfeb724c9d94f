"""What was discussed where, read from the records of 見本市: meetings, subcommittees, closed items, minutes."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros.derived.cross_references import CrossReferences
from macros.derived.deliberations import Deliberations
from macros.derived.history import NO_HISTORY
from macros.loading.archive import Archive
from macros.records.clause_number import read_clause_number
from macros.records.consultation import Consultation
from macros.records.meeting import AgendaItem, Meeting
from macros.site.pages import pages
from macros.site.rendering import Renderer


@pytest.fixture(scope="module")
def deliberations(mihon_references: CrossReferences) -> Deliberations:
    return mihon_references.deliberations


@pytest.fixture(scope="module")
def meetings(mihon: Archive) -> dict[str, Meeting]:
    return {meeting.id: meeting for meeting in mihon.meetings}


def _consultation(deliberations: Deliberations, name: str) -> Consultation:
    found = deliberations.consultation(name)
    assert found
    return found


def test_one_consultation_may_take_several_meetings(deliberations: Deliberations) -> None:
    discussions = deliberations.discussions(_consultation(deliberations, "2"))
    assert [(each.meeting.id, each.meeting.body) for each in discussions] == [
        ("2021-05-20", "審議会"),
        ("2021-06-10-subcommittee", "第1部会"),
    ]


def test_one_item_may_be_about_several_consultations(deliberations: Deliberations) -> None:
    for name in ("11", "12"):
        [discussion] = deliberations.discussions(_consultation(deliberations, name))
        assert (discussion.meeting.id, discussion.item.anchor) == ("2021-08-20", "agenda-2")


def test_an_item_says_by_its_key_what_kind_it_is(meetings: dict[str, Meeting]) -> None:
    kinds = {meeting.id: [item.kind for item in meeting.agenda] for meeting in meetings.values()}
    assert kinds["2021-05-20"] == ["諮問", "その他"]
    assert kinds["2021-08-20"] == ["答申の確認", "諮問", "報告"]
    assert kinds["2024-06-14"] == ["事後報告"]


def test_a_closed_item_names_its_legal_ground(meetings: dict[str, Meeting]) -> None:
    [item] = meetings["2021-06-10-subcommittee"].agenda
    assert item.closed
    assert item.closed.legal_basis == ("審議会規則第7条",)


def test_a_report_after_2023_rests_on_the_act(meetings: dict[str, Meeting]) -> None:
    [item] = meetings["2024-06-14"].agenda
    assert item.legal_basis == ("個人情報の保護に関する法律第69条第2項第4号",)


def test_the_address_of_an_item_is_its_printed_number() -> None:
    assert AgendaItem.model_validate({"番号": "(2)", "その他": "日程"}).anchor == "agenda-2"
    assert AgendaItem.model_validate({"番号": "ア", "その他": "日程"}).anchor == "agenda-a"
    assert AgendaItem.model_validate({"その他": "日程"}).anchor is None


def test_a_clause_knows_the_minutes_that_speak_of_it(deliberations: Deliberations) -> None:
    consultation = _consultation(deliberations, "2")
    found = {
        cited: [(each.document.name, each.passage.place) for each in deliberations.minuted(consultation, number)]
        for cited in ("第1の2(1)", "第2の1", "第1の1")
        if (number := read_clause_number(cited)) is not None
    }
    assert found == {
        "第1の2(1)": [("令和3年度第1回会議録", "4ページ")],
        "第2の1": [("第1部会会議録（要旨）", "1ページ")],
        "第1の1": [],
    }


def test_a_clause_shows_the_minutes_that_speak_of_it(mihon_references: CrossReferences) -> None:
    renderer = Renderer(mihon_references.archive, mihon_references, NO_HISTORY)
    [page] = [
        page
        for page in pages(mihon_references.archive, mihon_references, NO_HISTORY)
        if page.address == "consultations/2/"
    ]
    shown = BeautifulSoup(renderer.page(page), "lxml").select_one("[id='2-1'] .clause__minutes")
    assert shown
    assert shown.get_text() == "会議録での言及第1部会（第1回）（1ページ）"
    assert shown.select_one("a[href$='meetings/2021-06-10-subcommittee/#documents']")


def test_a_word_knows_the_reports_that_name_it(deliberations: Deliberations, mihon: Archive) -> None:
    articles = mihon.vocabulary.of("articles")
    named = {
        name: [each.meeting.id for each in deliberations.agenda_naming("articles", entry)]
        for name in ("個人情報の保護に関する法律第69条第2項第4号", "審議会規則第7条")
        if (entry := articles.find(name)) is not None
    }
    assert named == {
        "個人情報の保護に関する法律第69条第2項第4号": ["2024-06-14"],
        "審議会規則第7条": ["2021-06-10-subcommittee"],
    }


def test_long_lists_of_answers_and_meetings_come_in_leaves(mihon: Archive) -> None:
    answers = tuple(mihon.answers[0].model_copy(update={"id": f"a-{n}"}) for n in range(250))
    meetings = tuple(mihon.meetings[0].model_copy(update={"id": f"2021-05-20-{n}"}) for n in range(250))
    long = replace(mihon, answers=answers, meetings=meetings)
    references = CrossReferences(long)
    renderer = Renderer(long, references, NO_HISTORY)
    older = [
        page
        for page in pages(long, references, NO_HISTORY)
        if page.address in ("answers/pages/1/", "meetings/pages/1/")
    ]
    assert [renderer.page(page).count("consultation-summary__title") for page in older] == [100, 100]


def test_what_thousands_of_reports_name_shows_the_newest_and_leads_to_all(mihon: Archive) -> None:
    meetings = tuple(
        meeting.model_copy(update={"id": f"{meeting.id}-{n}"}) for n in range(2_000) for meeting in mihon.meetings
    )
    many = replace(mihon, meetings=meetings)
    references = CrossReferences(many)
    renderer = Renderer(many, references, NO_HISTORY)
    named = ("articles/act-69-2-4/", "answers/r3-mailing/")
    drawn = [renderer.page(page) for page in pages(many, references, NO_HISTORY) if page.address in named]
    assert len(drawn) == 2
    for html in drawn:
        assert "全部で2,000件あり" in html and 'href="../../data/meetings.csv"' in html
        assert html.count("meetings/20") == 100
