"""A condition or remark of an answer as open data, followed to the reports that say whether it is kept."""

from typing import Literal, TypeAlias

from pydantic import Field

from macros.derived.deliberations import FollowUp
from macros.exports.open_data.discussions import AgendaReference, agenda_reference
from macros.exports.open_data.links import Links
from macros.exports.open_data.shapes import Acts, Reference, Shape, shaped
from macros.records.answer import Answer, Condition
from macros.records.meeting import ConditionReport

State: TypeAlias = Literal["kept", "partly_kept", "not_kept", "being_checked"]
_STATES: dict[str, State] = {
    "守られている": "kept",
    "一部守られている": "partly_kept",
    "守られていない": "not_kept",
    "確認中": "being_checked",
}


class FollowUpEntry(Shape):
    """What one later report said of a condition."""

    state: State
    text: str = Field(examples=["守られている"])
    summary: tuple[str, ...]
    reported_at: AgendaReference


class ConditionEntry(Shape):
    """A condition (条件) or remark (付帯意見)."""

    number: str = Field(description="As printed", examples=["(1)"])
    anchor: str = Field(examples=["condition-1"])
    url: str
    kind: str = Field(examples=["条件", "付帯意見"])
    summary: tuple[str, ...] = Field(description="要旨: condensed by this site, not the words of the document")
    text: tuple[str, ...] = Field(description="Short words of the document")
    consultations: tuple[Reference, ...] = Field(description="Those that it binds")
    acts: Acts = Field(description="Those that it binds; empty: all")
    state: State | None = Field(description="As last reported; null: no report is recorded, kept or not")
    reports: tuple[FollowUpEntry, ...] = Field(description="Oldest first")


def condition_entry(answer: Answer, condition: Condition, links: Links) -> ConditionEntry:
    """A condition with everything that became of it."""
    followed = links.references.deliberations.follow_ups(answer, condition)
    named = condition.consultations or [answered.consultation for answered in answer.answered]
    return shaped(
        ConditionEntry,
        condition,
        links,
        number=condition.label,
        url=f"{links.page('answers', answer.id)}#{condition.anchor}",
        consultations=[links.consultation(links.consultation_of(name)) for name in named],
        state=state_of(followed[-1].said) if followed else None,
        reports=[_follow_up(follow_up, links) for follow_up in followed],
    )


def state_of(report: ConditionReport) -> State:
    """What a report says, in the words of programs."""
    return _STATES[report.state]


def _follow_up(follow_up: FollowUp, links: Links) -> FollowUpEntry:
    at = agenda_reference(follow_up, links)
    return FollowUpEntry(
        state=state_of(follow_up.said), text=follow_up.said.state, summary=follow_up.said.summary, reported_at=at
    )
