"""The picture of who gives what to whom: what it shows of the real archive, and that nothing in it collides."""

import gzip
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.derived.flow_pictures import (
    Arrow,
    PartArrows,
    Party,
    Picture,
    item_picture,
    operation_picture,
    part_pictures,
)
from macros.derived.flow_pictures.drawing import Box, Drawing
from macros.derived.flow_pictures.measuring import width, wrapped
from macros.derived.flow_pictures.star_layout import stars
from macros.derived.six_questions import at_a_glance
from macros.loading.archive import Archive
from macros.records.consultation import Consultation, Part
from tests import finished
from tests.archives import NUMBERS
from tests.windows import Window


def _pictures(archive: Archive, number: int) -> tuple[Picture, ...]:
    record = next(record for record in archive.consultations if record.number == number)
    return part_pictures(record, PartArrows(archive))


def _ways(picture: Picture) -> list[str]:
    return [
        f"{arrow.source.name}{'→' if arrow.is_directed else '―'}{arrow.destination.name}"
        + ("なし" if arrow.is_none else "")
        for arrow in picture.arrows
    ]


# ---- what it shows ----


def test_944_leads_from_five_operations_to_the_benefits(archive: Archive) -> None:
    first, *others = _pictures(archive, 944)
    assert _ways(first) == [
        f"{source}→臨時特別給付金業務"
        for source in (
            "母子支援業務",
            "生活保護業務",
            "児童相談所業務",
            "高齢者・障害者保健福祉業務",
            "介護保険業務",
        )
    ]
    assert {arrow.means for arrow in first.arrows} == {"目的外利用"}
    assert [_ways(picture) for picture in others] == [
        ["本人以外→臨時特別給付金業務"],
        ["臨時特別給付金業務→区の外の提供先"],
        ["臨時特別給付金業務→区の電子計算機"],
        ["臨時特別給付金業務―委託先"],
        ["区―相手方"],
    ]


def test_944_invents_no_item_and_no_counterparty(archive: Archive) -> None:
    for picture in _pictures(archive, 944):
        assert not picture.is_stated
        assert {arrow.label for arrow in picture.arrows} == {()}
    outsourcing = _pictures(archive, 944)[4].arrows[0]
    assert (outsourcing.destination.detail, outsourcing.destination.is_named) == ("", False)


def test_945_has_two_channels_and_mail_goes_both_ways(archive: Archive) -> None:
    meeting, mail = _pictures(archive, 945)
    assert _ways(meeting) == ["区―相手方"]
    assert meeting.arrows[0].destination.detail == "会議システムを提供するクラウドサービス提供事業者"
    assert _ways(mail) == ["区民→区", "区→区民"]
    assert {arrow.means for arrow in mail.arrows} == {"回線結合"}


def test_948_runs_from_the_person_and_the_bank_through_the_contractor_to_the_ward(archive: Archive) -> None:
    picture = _pictures(archive, 948)[0]
    assert sorted(_ways(picture)) == sorted(["委託先→区", "区→委託先なし", "本人→委託先", "金融機関→委託先"])
    (star,) = stars(picture.arrows)
    assert star.hub.full_name == "委託先（ヤマトシステム開発株式会社）"
    assert [spoke.party.name for spoke in star.before] == ["本人", "金融機関"]
    assert [spoke.party.full_name for spoke in star.after] == ["区（9業務）"]


def test_948_names_its_nine_charges(archive: Archive) -> None:
    from_person = next(arrow for arrow in _pictures(archive, 948)[0].arrows if arrow.source.name == "本人")
    assert from_person.label[-1].startswith("9区分ごとの項目（特別区民税・都民税、国民健康保険料、")
    assert from_person.brief[-1] == "9区分ごとの項目"


def test_means_are_those_between_ward_and_contractor_alone(archive: Archive) -> None:
    paper = _pictures(archive, 947)[0].arrows
    assert [(arrow.source.name, arrow.means) for arrow in paper] == [
        ("区", "文書による"),
        ("本人", ""),
        ("区及び本人以外", ""),
    ]
    assert {arrow.means for arrow in _pictures(archive, 950)[0].arrows} == {""}
    bank = next(arrow for arrow in _pictures(archive, 948)[1].arrows if arrow.source.name == "金融機関")
    assert bank.means == ""


def test_an_undecided_contractor_is_shown_as_such(archive: Archive) -> None:
    contractor = _pictures(archive, 949)[0].arrows[0].destination
    assert (contractor.detail, contractor.is_named) == ("未定", False)


def test_flows_of_another_clause_say_where_they_stand(archive: Archive) -> None:
    assert {arrow.place for arrow in _pictures(archive, 949)[1].arrows} == {"第2の5(1)（第1の5(1)を準用）"}


def test_a_name_of_the_counterparty_itself_is_recognised(archive: Archive) -> None:
    (arrow,) = _pictures(archive, 952)[0].arrows
    assert (arrow.source.name, arrow.destination.full_name) == ("教育委員会", "公立共済（公立学校共済組合）")
    assert arrow.amount == "40項目"  # 44 are printed, four of them under two headings


# ---- across many consultations ----


def _places(archive: Archive) -> list[tuple[Consultation, Part]]:
    return [(record, part) for record in reversed(archive.consultations) for part in record.parts]


def _item(archive: Archive, name: str) -> Picture:
    item = archive.vocabulary.of("items").find(name)
    assert item
    return item_picture(item, _places(archive), PartArrows(archive))


def test_an_item_shows_everybody_who_gets_it(archive: Archive) -> None:
    told = {
        arrow.source.name: (arrow.destination.full_name, arrow.label) for arrow in _item(archive, "口座番号").arrows
    }
    contractor = "委託先（ヤマトシステム開発株式会社）"
    assert told == {
        "本人": (contractor, ("諮問第948号",)),
        "金融機関": (contractor, ("諮問第948号",)),
        "委託先": ("区", ("諮問第948号",)),  # within 受け付けた口座データ
    }


def test_the_ward_is_one_party_whatever_its_operation(archive: Archive) -> None:
    picture = _item(archive, "氏名")
    assert {end.detail for arrow in picture.arrows for end in arrow.ends if end.name == "区"} == {""}
    meeting = next(arrow for arrow in picture.arrows if "会議システム" in arrow.destination.detail)
    assert meeting.label == ("諮問第946号、諮問第945号",)


def test_an_operation_shows_only_its_own_arrows(archive: Archive) -> None:
    operation = archive.vocabulary.of("operations").find("介護保険業務")
    assert operation
    named = [(record, part) for record, part in _places(archive) if "介護保険業務" in record.operations]
    ways = _ways(operation_picture(operation, named, PartArrows(archive)))
    assert "介護保険業務→臨時特別給付金業務" in ways
    assert "生活保護業務→臨時特別給付金業務" not in ways


def test_what_a_picture_cannot_hold_is_counted(archive: Archive) -> None:
    operation = archive.vocabulary.of("operations").find("臨時特別給付金業務")
    assert operation
    picture = operation_picture(operation, _places(archive), PartArrows(archive))
    assert (len(picture.arrows), picture.left_out > 0) == (12, True)


# ---- where it stands ----


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _check(drawing: Drawing) -> None:
    for one, other in combinations(drawing.boxes, 2):
        assert not _overlap(one, other)
    for box in drawing.boxes:
        assert box.x >= 1 and box.y >= 1
        assert box.x + box.width <= drawing.width - 1 and box.y + box.height <= drawing.height - 1
        assert all(box.y < words.y < box.y + box.height for words in box.words)
    for line in drawing.lines:
        left, right = sorted((line.x, line.end))
        assert all(
            not (box.x < right and left < box.x + box.width and box.y < line.y < box.y + box.height)
            for box in drawing.boxes
        )
        ends = {round(left - 4, 1), round(right + 4, 1)}
        touched = {
            edge
            for box in drawing.boxes
            if box.y <= line.y <= box.y + box.height
            for edge in (box.x, box.x + box.width)
        }
        assert ends <= touched
        assert all(words.y <= drawing.height for words in line.words)
    baselines = [(words.x, words.y) for line in drawing.lines for words in line.words]
    assert len(baselines) == len(set(baselines))


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_collides_and_all_stays_within(number: int, archive: Archive) -> None:
    for picture in _pictures(archive, number):
        for drawing in (picture.narrow, picture.wide):
            _check(drawing)
            assert len(drawing.lines) == len(set(picture.arrows))


_parties = st.sampled_from(["区", "本人", "委託先", "金融機関", "とても長い名前の" * 4, "A", "x" * 30]).map(Party)
_arrows = st.builds(
    Arrow,
    source=_parties,
    destination=_parties,
    label=st.tuples(st.sampled_from(["氏名", "なし", "氏名、住所、" * 9, "W" * 40])),
    means=st.sampled_from(["", "文書による"]),
    is_directed=st.booleans(),
    is_none=st.booleans(),
).filter(lambda arrow: arrow.source != arrow.destination)


@settings(max_examples=80)
@given(st.lists(_arrows, min_size=1, max_size=12, unique=True))
def test_any_arrows_at_all_make_a_picture(arrows: list[Arrow]) -> None:
    picture = Picture("any", "何でも", tuple(arrows))
    for drawing in (picture.narrow, picture.wide):
        _check(drawing)
        assert len(drawing.lines) == len(arrows)


def test_lines_of_text_end_where_a_reader_would_pause() -> None:
    assert wrapped("氏名、住所、生年月日、電話番号", 8) == ("氏名、住所、", "生年月日、", "電話番号")
    assert wrapped("臨時特別給付金業務", 6) == ("臨時特別", "給付金業務")
    assert wrapped("口座振替（年間）", 5) == ("口座振替", "（年間）")


@given(st.text(alphabet="区氏名、。（）「」ー・アイABC ", max_size=60), st.integers(4, 30))
def test_no_letter_is_lost_and_no_line_too_long(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= room + 1 for line in lines)


# ---- as it is published ----


@pytest.mark.parametrize("number", NUMBERS)
def test_every_picture_has_a_name_a_description_and_the_same_facts_as_a_table(
    number: int, site: Path, archive: Archive
) -> None:
    page = finished.page(site, f"consultations/{number}")
    pictures = _pictures(archive, number)
    figures = page.select(".picture")
    assert len(figures) == len(pictures)
    for figure, picture in zip(figures, pictures, strict=True):
        assert bool(figure.select("svg")) == (picture.like is None)
        for svg in figure.select("svg"):
            title, text = (svg.find(id=name) for name in str(svg["aria-labelledby"]).split())
            assert title and title.name == "title" and title.get_text() == picture.title
            assert text and text.name == "desc" and text.get_text() == picture.description
        rows = figure.select("tbody tr")
        assert len(rows) == len(picture.arrows)
        for row, arrow in zip(rows, picture.arrows, strict=True):
            for fact in (arrow.source.full_name, arrow.destination.full_name, arrow.amount, arrow.means, *arrow.label):
                assert fact in row.get_text()


@pytest.mark.parametrize(("number", "most"), [(944, 4), (948, 5), (952, 3)])
def test_pictures_weigh_a_few_kilobytes(number: int, most: int, site: Path) -> None:
    html = (site / f"consultations/{number}/index.html").read_text(encoding="utf-8")
    drawn = "".join(re.findall(r'<figure class="picture".*?</figure>', html, re.DOTALL))
    assert len(gzip.compress(drawn.encode())) < most * 1024


_TEXTS = """svg => [...svg.querySelectorAll('.box')].flatMap(box => {
  const outer = box.querySelector('rect').getBBox()
  return [...box.querySelectorAll('text')].map(text => text.getBBox()).filter(
    inner => inner.x < outer.x || inner.x + inner.width > outer.x + outer.width ||
      inner.y < outer.y - 1 || inner.y + inner.height > outer.y + outer.height + 1)
}).length"""
_SMALLEST = """svg => Math.min(...[...svg.querySelectorAll('text')].map(
  text => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a))"""


@pytest.mark.parametrize(("screen", "layout"), [(360, "narrow"), (820, "wide"), (1280, "wide")])
def test_in_a_browser_texts_stay_in_their_boxes_and_can_be_read(
    screen: int, layout: str, window: Window, address: str
) -> None:
    visit = window(address, screen)
    for number in NUMBERS:
        page = visit.go(f"/consultations/{number}/")
        assert page.locator("svg.picture__svg:visible").count() == page.locator(f"svg.picture__svg--{layout}").count()
        for svg in page.locator("svg.picture__svg:visible").all():
            assert svg.evaluate(_TEXTS) == 0, number
            assert svg.evaluate(_SMALLEST) >= 12, number


def test_a_picture_and_the_glance_count_the_same_items(archive: Archive) -> None:
    for number in (947, 951, 952):
        pictures = _pictures(archive, number)
        consultation = archive.consultations[number - 944]
        assert consultation.number == number
        assert pictures[0].arrows[0].amount.startswith(f"{at_a_glance(consultation, archive, pictures).item_count}項目")


def test_two_parts_that_differ_only_by_the_channel_share_a_picture(site: Path, archive: Archive) -> None:
    for number, shared in ((948, 1), (949, 2), (945, 0), (950, 0)):
        assert sum(picture.like is not None for picture in _pictures(archive, number)) == shared
    second = finished.page(site, "consultations/948").select_one("#picture-2")
    assert second and not second.select("svg")
    assert second.select_one("a[href='#picture-1']") and "LGWAN回線による回線結合" in second.get_text()
