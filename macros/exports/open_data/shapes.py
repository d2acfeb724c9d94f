"""What every open-data document shares: how a date, a reference and a document itself are written."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.records.dates import CouncilDate

SCHEMA_VERSION = 1


class Shape(BaseModel):
    """A published shape: frozen, complete, keys in English. Every key is always there; null is 記録なし."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Date(Shape):
    """A date as precise as the source."""

    iso: str = Field(description="ISO 8601, as precise as known: 2022-04-01 or 2022-04", examples=["2022-04"])
    precision: Literal["day", "month", "third"] = Field(description="third: 上旬, 中旬, 下旬 or 頃; see text")
    text: str = Field(description="In the Japanese calendar", examples=["令和4年4月"])


class Reference(Shape):
    """Another document, by its id within its kind."""

    id: str = Field(description="Lasting; the last part of both addresses")
    name: str
    url: str = Field(description="The page")


class Document(Shape):
    """What every document begins with."""

    schema_version: Literal[1] = 1
    type: str
    id: str
    name: str
    url: str = Field(description="The page for people")
    api_url: str = Field(description="This document")


def date(value: CouncilDate | None) -> Date | None:
    """A recorded date; None stays None."""
    return known_date(value) if value else None


def known_date(value: CouncilDate) -> Date:
    """A date that a record must have."""
    precision: Any = "third" if value.part else "day" if value.day else "month"
    return Date(iso=value.iso, precision=precision, text=value.japanese)
