"""/mine/: a reader ticks who they are and what they use, and sees who gets which of their data. See `derived/mine.py`."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.mine import PersonalCases
from macros.site.pages.page import Page


def mine_page(references: CrossReferences) -> Iterator[Page]:
    """One page, the same for everybody."""
    yield Page(
        address="mine/",
        title="わたしの場合",
        description="当てはまるものを選ぶと、自分の個人情報のうちどれが、だれから、だれへ、何のために、いつから渡るかがわかります。選んだことは、どこにも送られません。",
        template="mine/page.html",
        source="overrides/mine/page.html",
        context={"cases": PersonalCases(references)},
    )
