"""Arrows → stars: a party in the middle (hub) with all that it gives, receives or is joined to (spokes).

Every arrow stands in exactly one star, so any list of arrows can be drawn without a crossing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.derived.flow_pictures.arrows import Arrow, Party


@dataclass(frozen=True)
class Spoke:
    """All arrows between the hub and one other party."""

    party: Party
    arrows: tuple[Arrow, ...]

    @property
    def only_receives(self) -> bool:
        """Whether all that really goes here goes to this party."""
        going = [arrow for arrow in self.arrows if not arrow.is_none]
        return bool(going) and all(arrow.is_directed and arrow.destination == self.party for arrow in going)


@dataclass(frozen=True)
class Star:
    """A hub between those who give to it, or also receive, and those who only receive."""

    hub: Party
    before: tuple[Spoke, ...]
    after: tuple[Spoke, ...]


def stars(arrows: Iterable[Arrow]) -> tuple[Star, ...]:
    """The party with most others first; among equals the one that receives most, then the first that receives."""
    left = list(dict.fromkeys(arrows))
    drawn = []
    while left:
        hub = _hub(left)
        own = [arrow for arrow in left if hub in arrow.ends]
        left = [arrow for arrow in left if hub not in arrow.ends]
        drawn.append(_star(hub, own))
    return tuple(drawn)


def _hub(arrows: list[Arrow]) -> Party:
    others = Counter(party for ends in {arrow.ends for arrow in arrows} for party in ends)
    received = Counter(arrow.destination for arrow in arrows if not arrow.is_none)
    parties = dict.fromkeys(party for arrow in arrows for party in (arrow.destination, arrow.source))
    return max(parties, key=lambda party: (others[party], received[party]))


def _star(hub: Party, arrows: list[Arrow]) -> Star:
    between: dict[Party, list[Arrow]] = {}
    for arrow in arrows:
        between.setdefault(arrow.destination if arrow.source == hub else arrow.source, []).append(arrow)
    spokes = [Spoke(party, tuple(own)) for party, own in between.items()]
    return Star(
        hub,
        tuple(spoke for spoke in spokes if not spoke.only_receives),
        tuple(spoke for spoke in spokes if spoke.only_receives),
    )
