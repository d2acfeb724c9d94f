"""A text that looks like something that must not be public, and why it may be: 公開の例外.

It stands in the record that it concerns and holds for that record alone.
"""

from pydantic import Field

from macros.records.record import Record, Text

KEY = "公開の例外"


class Exemption(Record):
    """`text` as it stands in the record; without a reason it exempts nothing."""

    text: Text = Field(alias="文字", title="そのまま公開する文字")
    reason: Text = Field(alias="理由", title="公開してよい理由")


Exemptions = tuple[Exemption, ...]
