"""A schedule as open data: api/v1/schedules/2023-law-change.json."""

from typing import Literal

from pydantic import Field

from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Date, Document, Shape, shaped
from macros.records.schedule import Schedule


class SourceEntry(Shape):
    """What the dates rest on."""

    id: str
    name: str
    publisher: str | None
    written: Date | None
    is_official: bool
    address: str | None
    checked_on: Date | None


class StepEntry(Shape):
    """One entry: planned beside actual, each with the id of its source."""

    id: str
    url: str
    body: str | None
    text: str
    remark: str | None = Field(description="As printed beside the entry")
    planned: Date | None
    planned_source: str | None
    actual: Date | None = Field(description="null: not recorded; it may have happened")
    actual_end: Date | None = Field(description="null: it began and ended at `actual`")
    actual_source: str | None
    actual_worth: str | None = Field(description="How good the source of the actual date is, in Japanese")
    notes: tuple[str, ...] = Field(description="注: remarks of this site")


class ScheduleDocument(Document):
    """A schedule, whole."""

    type: Literal["schedule"] = "schedule"
    document_date: Date | None
    sources: tuple[SourceEntry, ...]
    steps: tuple[StepEntry, ...]


def schedule_document(schedule: Schedule, links: Links) -> ScheduleDocument:
    """Everything that is recorded of a schedule but its prose."""
    page = links.page("schedules", schedule.id)
    return shaped(
        ScheduleDocument,
        schedule,
        links,
        name=schedule.title,
        **links.addresses("schedules", schedule.id),
        steps=[
            shaped(
                *(StepEntry, step, links),
                url=f"{page}#{step.id}",
                text=step.content,
                actual_worth=schedule.worth_of(step),
            )
            for step in schedule.steps
        ],
    )
