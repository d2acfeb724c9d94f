"""An address that no longer has its page or clause: since when, why, and where its readers should go.

One entry of `data/retired.yml`. Not the pages that readers then find; those are `macros/site/urls/redirects.py`.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from macros.records.dates import Day
from macros.records.record import Record, Text, YesNo, wrong

_ADDRESS = re.compile(r"/?((?:[a-z0-9-]+/)+(?:#[^\s#]+)?)")


def _within_the_site(value: str) -> str:
    match = _ADDRESS.fullmatch(value)
    if match:
        return match[1]
    raise wrong(
        f"「{value}」はこのサイトのアドレスの形ではありません。"
        "items/account-number/ や consultations/948/#1-5 のように書いてください。"
    )


Address = Annotated[Text, AfterValidator(_within_the_site)]
"""Relative to the site: a page (items/name/), or a place on it (consultations/948/#1-5)."""


class Retired(Record):
    """One address. `moved_to`: the same thing, elsewhere; `instead`: another thing that may serve.

    `is_withheld`: what stood there is not shown any more, whether or not its file is still there: the record with all
    its versions, or the one version.
    """

    address: Address = Field(alias="アドレス", title="なくなったアドレス")
    since: Day = Field(alias="日付", title="なくなった日")
    reason: Text = Field(alias="理由", title="なくなった理由")
    moved_to: Address | None = Field(None, alias="移動先", title="同じものの新しいアドレス")
    instead: Address | None = Field(None, alias="かわり", title="かわりに読めるページ")
    is_withheld: YesNo = Field(False, alias="取り下げ", title="記録も過去の版も、公開をやめるか")

    @model_validator(mode="after")
    def _leads_one_way(self) -> "Retired":
        if self.moved_to and self.instead:
            raise wrong("「移動先」と「かわり」は、どちらか一方だけを書いてください。")
        if self.is_withheld and (self.moved_to or self.anchor):
            raise wrong(
                "「取り下げ」は、移動先のないページのアドレスにだけ書けます。consultations/948/ のように書いてください。"
            )
        return self

    @property
    def page(self) -> str:
        """The address of the page, without the place on it."""
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The place on the page; empty when the whole page is meant."""
        return self.address.partition("#")[2]

    @property
    def target(self) -> str | None:
        """Where a reader may go on."""
        return self.moved_to or self.instead
