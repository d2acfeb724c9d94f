"""One change in words: where, and what. Not the comparison that finds it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """`place` is 「第1の5(2)」, or empty for the record itself; `anchor` is its address on the page, if it has one."""

    what: str
    place: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.place}　{self.what}" if self.place else self.what

    def at(self, place: str, anchor: str) -> "Change":
        """The same change, at a place."""
        return Change(self.what, place, anchor)
