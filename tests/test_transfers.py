"""Who gets an item: the sentence on top of its page names every party that the table below it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.derived.cross_references import CrossReferences
from macros.derived.flow_pictures import PartArrows
from macros.derived.handlings import handlings
from macros.derived.transfers import Transfers, transfers
from macros.loading.archive import Archive
from tests import finished

_SAID_OF_NOBODY = {"未定", "資料に記載なし", "このサイトに未収録"}


def _of(references: CrossReferences, archive: Archive, name: str) -> Transfers:
    item = references.words("items").find(name)
    assert item is not None
    return transfers(item, handlings(references.mentions("items", item)), PartArrows(archive))


def _parties(row: Tag) -> Iterator[str]:
    yield from (party.get_text(strip=True) for party in row.select("[data-label=流れ] .whole"))
    yield from row.select_one("[data-label=相手方]").get_text("\n", strip=True).split("\n")  # type: ignore[union-attr]


def _items(site: Path) -> dict[str, BeautifulSoup]:
    pages = finished.pages(site)
    return {address: page for address, page in pages.items() if address.startswith("/items/") and page.select("table")}


@pytest.mark.parametrize("archive_site", ["site", "mihon_site"])
def test_no_party_of_the_table_is_missing_from_the_sentence(archive_site: str, request: pytest.FixtureRequest) -> None:
    items = _items(request.getfixturevalue(archive_site))
    assert len(items) > 2
    for address, page in items.items():
        answer = page.select_one(".answer").get_text()  # type: ignore[union-attr]
        named = {party for row in page.select("tbody tr") for party in _parties(row)} - _SAID_OF_NOBODY
        assert not [party for party in named if party not in answer], address


def test_a_party_without_a_direction_is_named_as_such(site: Path) -> None:
    answer = finished.page(site, "items/phone-number").select_one(".answer")
    assert answer is not None
    assert "会議システムを提供するクラウドサービス提供事業者" in answer.get_text()
    assert "向きは資料に記載なし" in answer.get_text()


def test_who_gets_it_within_a_whole_that_the_paper_does_not_list_gets_it_too(
    references: CrossReferences, archive: Archive
) -> None:
    receipts = _of(references, archive, "口座番号").receipts
    assert [(receipt.receiver.full_name, receipt.contents) for receipt in receipts] == [
        ("委託先（ヤマトシステム開発株式会社）", ()),
        ("区", ("口座振替受付結果データ", "受け付けた口座データ")),
    ]
    assert [giver.name for giver in receipts[0].givers] == ["本人", "金融機関"]
