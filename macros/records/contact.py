"""How an office is reached: its desk, telephone, mail and page. Of offices alone, never of a person."""

from pydantic import Field

from macros.records.record import Record, Text

KEYS = frozenset(("連絡先", "問い合わせ先", "誤りの知らせ先"))
"""The keys of fields that hold one."""

PUBLIC = frozenset(("電話", "メール"))
"""What stands there to be published, as it may nowhere else; see `loading/leaks/scanner.py`."""


class _Desk(Record):
    desk: Text = Field(alias="窓口", title="窓口の名前")


class Reach(Record):
    """The ways to an office that is named already."""

    telephone: Text | None = Field(None, alias="電話", title="電話番号")
    mail: Text | None = Field(None, alias="メール", title="メールアドレス")
    address: str | None = Field(None, alias="アドレス", title="問い合わせのページ", pattern=r"^https?://.+")


class Contact(Reach, _Desk):
    """An office with the ways to it."""
