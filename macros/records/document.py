"""An official document that stands elsewhere: its name, address, and the day on which we last found it there."""

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from macros.records.dates import AnyDate, Day
from macros.records.record import Record, Text, wrong


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"'<>]+", value):
        raise wrong(
            f"「{value}」はアドレスとして読めません。https:// で始まるアドレスを、空白を入れずに書いてください。"
        )
    return value


WebAddress: TypeAlias = Annotated[Text, AfterValidator(_web_address)]


class Document(Record):
    """A document of the municipality or its council. Without an address it may still be read where it is kept."""

    name: Text = Field(alias="名前", title="資料の名前")
    publisher: Text | None = Field(None, alias="発行", title="発行者")
    written: AnyDate | None = Field(None, alias="日付", title="資料が書かれた時期")
    address: WebAddress | None = Field(None, alias="アドレス", title="公式の資料のアドレス")
    checked_on: Day | None = Field(None, alias="確認日", title="アドレスを確かめた日")
    kept_at: Text | None = Field(None, alias="保管", title="アドレスのない資料を読める場所")
