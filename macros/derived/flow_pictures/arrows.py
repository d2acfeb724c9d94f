"""What a picture is made of: parties, and arrows between them that say what goes by which means.

Not where anything stands on the page; see `layout.py`.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Side(StrEnum):
    """Where a party stands, as far as the record says; it decides how its box looks, never what it means alone."""

    WARD = "ward"
    PERSON = "person"
    OUTSIDE = "outside"
    OTHER = "other"


@dataclass(frozen=True)
class Party:
    """Who gives or receives: `name` as printed; `detail` says who that is here, `is_named` whether that is known."""

    name: str
    detail: str = ""
    side: Side = Side.OTHER
    is_named: bool = True

    @property
    def full_name(self) -> str:
        """委託先（ヤマトシステム開発株式会社）."""
        return f"{self.name}（{self.detail}）" if self.detail else self.name


@dataclass(frozen=True)
class Arrow:
    """Something that goes from one party to another.

    `label` is a paragraph or several; `brief` the same where there is little room; `amount` how much it is: 18項目. Not directed: the record joins the
    two and does not say which way. None: the record says that nothing goes this way (なし).
    """

    source: Party
    destination: Party
    label: tuple[str, ...]
    brief: tuple[str, ...] = ()
    amount: str = ""
    means: str = ""
    place: str = ""
    """Where it is written: 第1の5(1)."""
    link: str = ""
    """The address of that place, relative to the page or to the site, as the page that shows it decides."""
    item_ids: frozenset[str] = frozenset()
    """The items of the vocabulary that it carries."""
    content: str = ""
    """What goes as a whole, where the paper lists no items: 受け付けた口座データ."""
    is_directed: bool = True
    is_none: bool = False

    @cached_property
    def ends(self) -> frozenset[Party]:
        """Both parties, whichever gives."""
        return frozenset((self.source, self.destination))

    @property
    def shape(self) -> tuple[object, ...]:
        """What a picture shows of it but for the channel, and for the word by which the paper calls a whole."""
        label = () if self.content else self.label
        return self.source, self.destination, self.is_directed, self.is_none, self.item_ids, label

    @property
    def sentence(self) -> str:
        """The same in words: 「本人から委託先へ、氏名、住所。」"""
        joined = f"{self.source.full_name}から{self.destination.full_name}へ"
        if not self.is_directed:
            joined = f"{self.source.full_name}と{self.destination.full_name}のあいだ（向きの記載なし）"
        means = f"（{self.means}）" if self.means else ""
        goes = "：".join(filter(None, (self.amount, "、".join(self.label))))
        return f"{joined}{means}{f'、{goes}' if goes else ''}。"
