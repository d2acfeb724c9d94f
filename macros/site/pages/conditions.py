"""/answers/conditions/: every condition of every answer by what became of it, so that none is lost from sight."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.derived.cross_references import CrossReferences
from macros.derived.deliberations import FollowUp
from macros.records.absence import NOT_HELD
from macros.records.answer import Answer, Condition
from macros.site.pages.page import Page

SHOWN = 100
"""Newest conditions of each state; the table for spreadsheets holds all. Keeps the page below 300 kB of HTML."""

_STATES = {
    "守られていない": "not-kept",
    "一部守られている": "partly-kept",
    "確認中": "being-checked",
    f"報告は{NOT_HELD}": "unreported",
    "守られている": "kept",
}


@dataclass(frozen=True)
class Followed:
    """A condition with the latest report on it, where there is one."""

    answer: Answer
    condition: Condition
    latest: FollowUp | None


@dataclass(frozen=True)
class ConditionState:
    """The conditions that are in one state, newest answer first; `anchor` is lasting."""

    name: str
    anchor: str
    conditions: tuple[Followed, ...]


def followed_conditions(references: CrossReferences) -> tuple[ConditionState, ...]:
    """Every state, what is not kept first; nothing where no answer has a condition."""
    by_state: dict[str, list[Followed]] = {name: [] for name in _STATES}
    for answer in reversed(references.archive.answers):
        for condition in answer.conditions:
            reports = references.deliberations.follow_ups(answer, condition)
            latest = reports[-1] if reports else None
            state = latest.said.state if latest else f"報告は{NOT_HELD}"
            by_state[state].append(Followed(answer, condition, latest))
    states = (ConditionState(name, _STATES[name], tuple(conditions)) for name, conditions in by_state.items())
    return tuple(states) if any(by_state.values()) else ()


def condition_pages(references: CrossReferences) -> Iterator[Page]:
    """One page, once there is a condition."""
    states = followed_conditions(references)
    if states:
        council = references.archive.council.council.name
        yield Page(
            address="answers/conditions/",
            title="条件・付帯意見は守られているか",
            description=f"{council}が答申に付けた条件・付帯意見を、その後の報告での状況ごとにならべています。",
            template="answers/conditions.html",
            source="data/answers/",
            context={"states": states, "shown": SHOWN},
            crumb="条件・付帯意見",
        )
