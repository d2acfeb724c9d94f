"""iCalendar files of a schedule: one for each step and `all.ics`, to be opened or subscribed to.

A step is one event under one UID: tentative at the planned time, and confirmed at the actual time once that is
recorded, so that a subscriber's calendar follows. See docs/decisions/0016-subscriptions.md.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from macros.exports.export import Export, Exported
from macros.records.absence import NOT_HELD, NOT_IN_PAPER
from macros.records.dates import CouncilDate
from macros.records.schedule import Schedule, Step

_TOKYO = timezone(timedelta(hours=9))


def calendars(exported: Exported) -> Iterator[Export]:
    """RFC 5545, a file for every step and one for each whole schedule, beside the page of the schedule."""
    for schedule in exported.archive.schedules:
        folder = f"schedules/{schedule.id}/"
        events = {step.id: _event(step, schedule, exported) for step in schedule.steps}
        for name, chosen in [("all", events.values()), *((name, [event]) for name, event in events.items())]:
            yield Export(f"{folder}{name}.ics", _calendar(chosen, schedule, exported).to_ical())


def _calendar(events: Iterable[Event], schedule: Schedule, exported: Exported) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//{exported.host}//{exported.archive.council.site.name}//JA")
    calendar.add("X-WR-CALNAME", schedule.title)
    for event in events:
        calendar.add_component(event)
    return calendar


def _event(step: Step, schedule: Schedule, exported: Exported) -> Event:
    event = Event()
    event.add("UID", f"{schedule.id}.{step.id}@{exported.host}")
    event.add("DTSTAMP", _stamp(step, schedule))
    event.add("DTSTART", step.known.first_day)
    event.add("DTEND", step.known_end.last_day + timedelta(days=1))  # the first day after it
    event.add("SUMMARY", _summary(step))
    event.add("STATUS", "CONFIRMED" if step.actual else "TENTATIVE")
    event.add("TRANSP", "TRANSPARENT")  # nobody is busy for a month
    back = exported.address(f"schedules/{schedule.id}/#{step.id}")
    event.add("DESCRIPTION", "\n".join((*_description(step, schedule), back)))  # some calendars show no URL
    event.add("URL", back)
    if step.body:
        event.add("CATEGORIES", [step.body])
    return event


def _stamp(step: Step, schedule: Schedule) -> datetime:
    """When the event was last revised, from the data alone: the day of the document, or of what happened since."""
    dates = [schedule.document_date, *([step.actual] if step.actual else [])]
    day = max(date.last_day for date in dates)
    return datetime.combine(day, time(), _TOKYO).astimezone(UTC)


def _summary(step: Step) -> str:
    kind = "実際" if step.actual else "予定"
    return f"【{kind}】{step.name}{_vague(step.known, bool(step.actual))}"


def _vague(date: CouncilDate, is_actual: bool) -> str:
    """What to add to a title whose event spans more than the day itself."""
    if date.day:
        return ""
    return f"（{date.month}月{date.part or ''}。日は{NOT_IN_PAPER if is_actual else '未定'}）"


def _description(step: Step, schedule: Schedule) -> Iterator[str]:
    yield schedule.title
    for label, date, source, absent in (
        ("予定", step.planned, schedule.source(step.planned_source), NOT_IN_PAPER),
        ("実際", step.actual, schedule.source(step.actual_source), NOT_HELD),
    ):
        day = f"{date.japanese}（{date.western}）" if date else absent
        yield f"{label}：{day}" + (f"　出典：{source.name}" if date and source else "")
    if step.outcome:
        yield step.outcome.sentence
    yield from (step.remark,) if step.remark else ()
    yield from step.notes
