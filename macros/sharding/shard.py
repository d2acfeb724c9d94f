"""Which of several jobs this is, as `2/4`: the second of four. Jobs take turns, so that all have alike to do."""

import re
from dataclasses import dataclass
from typing import Self

from macros.problems import Refused

_WRITTEN = re.compile(r"([1-9]\d?)/([1-9]\d?)")


@dataclass(frozen=True)
class Shard:
    """The job `number` of `of`, counted from 1."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises Refused with what is wrong."""
        written = _WRITTEN.fullmatch(text)
        if not written or int(written[1]) > int(written[2]):
            raise Refused(f"「{text}」ではどの組かわかりません。4つに分けた2つめなら 2/4 と書いてください。")
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def all(cls, of: int) -> tuple[Self, ...]:
        """Every job of so many."""
        return tuple(cls(number, of) for number in range(1, of + 1))

    def has(self, place: int) -> bool:
        """Whether what stands at `place`, counted from 0, is this job's to make."""
        return place % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"
