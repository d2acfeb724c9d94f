"""Browsing by what is mine: items, people and work, with who gets what since when."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.derived.cross_references import CrossReferences
from macros.derived.handlings import Handling, handlings
from macros.loading.archive import Archive
from tests import finished


@pytest.fixture(scope="module")
def page(site: Path) -> Callable[[str], BeautifulSoup]:
    return lambda address: finished.page(site, address)


def _of_item(references: CrossReferences, name: str) -> tuple[Handling, ...]:
    item = references.words("items").find(name)
    assert item is not None
    return handlings(references.mentions("items", item))


def test_an_item_is_handled_once_for_each_part_and_the_newest_comes_first(references: CrossReferences) -> None:
    found = [(handling.consultation.number, handling.part.number) for handling in _of_item(references, "口座番号")]
    assert found == [(948, 1), (948, 2)]
    numbers = [handling.consultation.number or 0 for handling in _of_item(references, "氏名")]
    assert numbers == sorted(numbers, reverse=True)


def test_the_ways_an_item_takes_in_one_part_stand_together(references: CrossReferences) -> None:
    first = _of_item(references, "口座番号")[0]
    assert [(route.source, route.destination) for route in first.routes] == [("本人", "委託先"), ("金融機関", "委託先")]
    assert [str(place.number) for place in first.places] == ["第1の5(1)"]


def test_the_item_page_says_who_gets_it_by_which_act_and_since_when(page: Callable[[str], BeautifulSoup]) -> None:
    rows = page("items/account-number").select("tbody tr")
    assert len(rows) == 2
    for fact in ("諮問第948号", "委託先", "ヤマトシステム開発株式会社", "外部委託", "令和4年4月", "第1の5(1)"):
        assert fact in finished.words(rows[0])


def test_the_operation_page_says_whose_information_goes_where(page: Callable[[str], BeautifulSoup]) -> None:
    told = page("operations/long-term-care-insurance").get_text(" ", strip=True)
    for said in ("諮問第947号", "被害者", "国保連", "情報の提供元"):
        assert said in told


def test_people_are_found_by_the_words_of_the_document(references: CrossReferences) -> None:
    def numbers(group_id: str) -> set[int | None]:
        group = next(entry for entry in references.words("subjects").entries if entry.id == group_id)
        return {record.number for record in references.consultations("subjects", group)}

    assert numbers("residents") == {945}
    assert numbers("staff") == {949, 950, 951, 952}
    assert numbers("families") == {946, 949}


def test_every_recorded_subject_belongs_to_a_group(archive: Archive) -> None:
    groups = archive.vocabulary.of("subjects").entries
    for consultation in archive.consultations:
        for numbered in consultation.numbered_clauses:
            for text in numbered.clause.subjects:
                assert any(word in text for group in groups for word in group.words), text  # type: ignore[attr-defined]


def test_an_item_is_marked_by_a_word_of_its_name_and_the_page_says_by_which(
    archive: Archive, page: Callable[[str], BeautifulSoup]
) -> None:
    item = archive.vocabulary.of("items").find("障害者手帳等級")
    assert item is not None
    reason = archive.vocabulary.sensitive_as(item)[0]
    assert (reason.word, reason.kind.name) == ("障害", "心身の機能の障害")
    told = page(f"items/{item.id}").get_text(" ", strip=True)
    assert "名前に「障害」を含むため" in told
    assert reason.kind.legal_basis in told
    assert "要配慮" not in page("items/account-number").select_one("main").get_text()  # type: ignore[union-attr]


def test_the_matrix_names_the_consultations_of_every_operation_and_act(page: Callable[[str], BeautifulSoup]) -> None:
    table = page("matrix").select_one("table")
    assert table is not None
    acts = [cell.get_text(strip=True) for cell in table.select("thead th")]
    row = next(row for row in table.select("tbody tr") if row.th and row.th.get_text(strip=True) == "介護保険業務")
    cells = dict(zip(acts[1:], (cell.get_text(" ", strip=True) for cell in row.select("td")), strict=True))
    assert cells["目的外利用"] == "諮問第944号"
    assert cells["外部委託"].split() == ["諮問第948号", "諮問第947号"]
    assert cells["回線結合"].split() == ["諮問第948号", "諮問第946号"]
    assert cells["外部提供"].endswith("なし")


def test_a_precedent_without_a_page_leads_back_to_those_that_name_it(
    references: CrossReferences, page: Callable[[str], BeautifulSoup]
) -> None:
    missing = references.missing_precedents
    assert {number: [each.consultation.number for each in found] for number, found in missing.items()} == {
        210: [947],
        221: [947],
        229: [947],
        884: [946],
    }
    assert page("consultations").select_one('dd a[href="../consultations/946/#1"]') is not None


def test_a_marked_item_is_marked_wherever_its_page_is_linked(site: Path) -> None:
    pages = finished.pages(site)
    marked = {
        address for address, page in pages.items() if address.startswith("/items/") and page.select(".note--sensitive")
    }
    shown = 0
    for address, page in pages.items():
        for link in page.select("main a[href*='items/']"):
            target = urlsplit(urljoin(f"https://x{address}", str(link["href"])))
            if target.path in marked and not target.fragment and target.path != address:
                after = link.find_next_sibling()
                assert after and "sensitive-mark" in after.get("class", []), (address, link.get_text())
                shown += 1
    assert shown > len(marked) > 10


def test_marked_items_come_first_and_are_counted_at_the_glance(site: Path) -> None:
    what = finished.page(site, "consultations/947").select(".glance__row")[2].get_text()
    assert "要配慮の目印が付く項目 14" in " ".join(what.split())
    kinds = finished.page(site, "consultations/945").select(".glance__kinds li")
    marks = [len(kind.select(".sensitive-mark")) for kind in kinds]
    assert marks == sorted(marks, reverse=True) and marks[0]


def test_an_operation_handles_the_common_items_and_its_own_which_come_first(references: CrossReferences) -> None:
    lunch = references.words("operations").find("区立小・中学校給食費収納管理業務")
    assert lunch is not None
    first = handlings(references.mentions("operations", lunch))[0]
    names = first.item_names(lunch)
    assert names[:4] == ("喫食者氏名", "保護者氏名", "学校名", "学年又は教職員の区分")
    assert "口座番号" in names and "整理番号" not in names and "児童氏名" not in names
