"""Long lists in leaves: every row once, newest first, and full leaves that never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.site.pages.paging import leaves


@given(total=st.integers(0, 60), size=st.integers(1, 9))
def test_every_row_stands_once_and_the_newest_comes_first(total: int, size: int) -> None:
    rows = list(range(total, 0, -1))
    assert [row for leaf in leaves(rows, "items/name/", size) for row in leaf.rows] == rows


@given(total=st.integers(0, 60), more=st.integers(0, 30), size=st.integers(1, 9))
def test_what_is_published_later_leaves_older_addresses_as_they_were(total: int, more: int, size: int) -> None:
    before = {leaf.address: leaf.rows for leaf in leaves(list(range(total, 0, -1)), "list/", size)[1:]}
    after = {leaf.address: leaf.rows for leaf in leaves(list(range(total + more, 0, -1)), "list/", size)[1:]}
    assert before.items() <= after.items()


@given(total=st.integers(0, 60), size=st.integers(1, 9))
def test_no_leaf_is_longer_than_two(total: int, size: int) -> None:
    assert all(len(leaf.rows) < 2 * size for leaf in leaves(list(range(total)), "list/", size))


@pytest.mark.parametrize("total", [0, 1, 199])
def test_a_short_list_is_one_page(total: int) -> None:
    (only,) = leaves(list(range(total)), "list/")
    assert (only.address, only.number, only.newer, only.older) == ("list/", None, None, None)


def test_leaves_lead_to_each_other_by_addresses_counted_from_the_oldest() -> None:
    newest, middle, oldest = leaves(list(range(350)), "list/")
    assert [leaf.address for leaf in (newest, middle, oldest)] == ["list/", "list/pages/2/", "list/pages/1/"]
    assert (newest.newer, newest.older) == (None, "list/pages/2/")
    assert (middle.newer, middle.older) == ("list/", "list/pages/1/")
    assert (oldest.newer, oldest.older) == ("list/pages/2/", None)
