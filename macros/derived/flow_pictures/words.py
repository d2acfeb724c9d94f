"""One item or operation across many consultations → one picture: who gets it from whom, and by which 諮問.

The ward is one party here whatever its operation; arrows between the same two parties are one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.derived.flow_pictures.arrows import Arrow, Party
from macros.derived.flow_pictures.parts import PartArrows
from macros.derived.flow_pictures.picture import Picture
from macros.records.consultation import Consultation, Part
from macros.records.vocabulary import Entry

MOST = 12
"""So many arrows can be taken in; the table beside a picture has them all."""

_NAMED = 4  # consultations named at one arrow

_Places = Iterable[tuple[Consultation, Part]]


def item_picture(item: Entry, places: _Places, arrows: PartArrows) -> Picture:
    """`places` are the parts that handle the item, the newest first."""
    return _picture(f"「{item.name}」の流れ", item_arrows(item, places, arrows))


def item_arrows(item: Entry, places: _Places, arrows: PartArrows) -> Iterator[Arrow]:
    """The arrows that carry the item, and those by which its receivers hand on what the paper only names as a whole."""
    for consultation, part in places:
        of_part = arrows.cited(consultation, part)
        carrying = [arrow for arrow in of_part if item.id in arrow.item_ids]
        receivers = {arrow.destination for arrow in carrying if arrow.is_directed}
        yield from carrying
        yield from (arrow for arrow in of_part if arrow.content and arrow.is_directed and arrow.source in receivers)


def operation_picture(operation: Entry, places: _Places, arrows: PartArrows) -> Picture:
    """`places` are the parts that concern the operation, the newest first."""
    concerned = (
        arrow
        for consultation, part in places
        for arrow in arrows.cited(consultation, part)
        if not arrow.is_none and _concerns(arrow, operation, part)
    )
    return _picture(f"「{operation.name}」と情報の流れ", concerned)


def _concerns(arrow: Arrow, operation: Entry, part: Part) -> bool:
    """Not the arrows of a part from the other operations that it uses data of."""
    names = {end.name for end in arrow.ends}
    return operation.name in names or not names & set(part.source_operations)


def _picture(title: str, arrows: Iterable[Arrow]) -> Picture:
    merged = tuple(_merged(arrows))
    return Picture("picture", title, merged[:MOST], left_out=len(merged[MOST:]))


def _merged(arrows: Iterable[Arrow]) -> Iterator[Arrow]:
    same: dict[tuple[Party, Party, bool], list[Arrow]] = {}
    for arrow in arrows:
        same.setdefault((arrow.source, arrow.destination, arrow.is_directed), []).append(arrow)
    for first, *others in same.values():
        names = list(dict.fromkeys(text for arrow in (first, *others) for text in arrow.label))
        remainder = f" ほか{len(names) - _NAMED}件" if names[_NAMED:] else ""
        means = dict.fromkeys(arrow.means for arrow in (first, *others) if arrow.means)
        yield replace(first, label=("、".join(names[:_NAMED]) + remainder,), means="、".join(means))
