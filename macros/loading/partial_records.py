"""Values of which some are wrong → the record without those, so that the rules can speak of the rest.

What is left stands elsewhere in its lists than in the file: `Salvaged.place` leads back.
"""

import copy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.records.record import Record, ValuePath

AnyRecord = TypeVar("AnyRecord", bound=Record)

_PASSES = 4  # what is set aside may leave what is around it incomplete


@dataclass(frozen=True)
class Salvaged(Generic[AnyRecord]):
    """None where nothing could be saved. `is_made_up`: something that a record must have stands for what was wrong."""

    record: AnyRecord | None
    removed: tuple[ValuePath, ...] = ()
    is_made_up: bool = False

    def place(self, at: ValuePath) -> ValuePath:
        """Where in the file the value at `at` of the record stands."""
        return _place(at, self.removed)


def first_causes(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the lists that are too short only because what they hold is broken."""
    places = [detail["loc"] for detail in details]

    def follows(detail: ErrorDetails) -> bool:
        at = detail["loc"]
        return detail["type"] == "too_short" and any(
            len(place) > len(at) and place[: len(at)] == at for place in places
        )

    return [detail for detail in details if not follows(detail)]


def salvage(values: dict[str, Any], details: list[ErrorDetails], model: type[AnyRecord]) -> Salvaged[AnyRecord]:
    """The record without what `details` speak of, and without what is incomplete then."""
    kept = copy.deepcopy(values)
    removed: list[ValuePath] = []
    is_made_up = False
    for _ in range(_PASSES):
        places = {_existing(kept, detail["loc"]) for detail in details}
        before = tuple(removed)
        for place in sorted(filter(None, places), key=_order, reverse=True):
            _remove(kept, place)
            removed.append(_place(place, before))
        if () in places:
            made_up = {str(detail["loc"][0]) for detail in details if detail["loc"]} - kept.keys()
            kept |= {key: model.STAND_INS[key] for key in made_up if key in model.STAND_INS}
            is_made_up = True
        try:
            return Salvaged(model.model_validate(kept), tuple(removed), is_made_up)
        except ValidationError as error:
            details = first_causes(error.errors())
    return Salvaged(None)


def _place(at: ValuePath, removed: tuple[ValuePath, ...]) -> ValuePath:
    place: ValuePath = ()
    for step in at:
        gone = sorted(last for *above, last in removed if (*above,) == place and isinstance(last, int))
        place = (*place, _counted(step, gone) if isinstance(step, int) else step)
    return place


def _counted(position: int, gone: list[int]) -> int:
    """The position in the list as it was, from that in the list without those that are `gone`."""
    for index in gone:
        position += index <= position
    return position


def _existing(values: Any, place: ValuePath) -> ValuePath:
    """`place` without the steps that the values do not have: names of kinds, and what is missing."""
    existing: ValuePath = ()
    for step in place:
        if _has(values, step):
            existing, values = (*existing, step), values[step]
    return existing


def _remove(values: Any, place: ValuePath) -> None:
    for step in place[:-1]:
        values = values[step]
    del values[place[-1]]


def _has(values: Any, step: str | int) -> bool:
    if isinstance(values, list):
        return isinstance(step, int) and step < len(values)
    return isinstance(values, dict) and step in values


def _order(place: ValuePath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in place]
