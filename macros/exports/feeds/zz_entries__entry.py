"""One thing that happened and that a subscriber hears of: a 諮問, an answer, a meeting, a change of a record."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from macros.records.dates import CouncilDate

_TOKYO = timezone(timedelta(hours=9))


@dataclass(frozen=True)
class FeedEntry:
    """`id` is unique in the site and never changes; `address` is relative to the site and may have an anchor."""

    id: str
    address: str
    title: str
    happened: datetime
    """With a time zone. From the record or from history, never from the clock."""
    summary: str
    consultations: tuple[str, ...]
    """The ids of the consultations that it is about: in whose words' feeds it stands."""
    acts: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    """The ids of operations that it names itself: a report to a meeting may have no consultation."""


def start_of(day: CouncilDate) -> datetime:
    """The first moment, in Tokyo, that `day` allows."""
    return datetime.combine(day.first_day, time(), _TOKYO)
