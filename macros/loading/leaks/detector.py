"""One kind of leak: what it is called, and the form in which it is written. Pieces of patterns that several share."""

import re
from collections.abc import Callable
from typing import NamedTuple

NOT_COUNTED = (  # what follows a number that counts something, and the rest of a number that goes on
    r"(?![\d,.]*\s?(?:件|人|円|桁|名|回|文字|日|年|月|か月|ヶ月|種|台|千|万|億|世帯|%))(?!\d)"
)
NOT_A_DAY = r"(?!(?:19|20)\d\d[-/.](?:0?\d|1[0-2])[-/.]\d)"


def _always(_: str) -> bool:
    return True


class Kind(NamedTuple):
    """`holds` looks at what the pattern found: a digit that checks the others, say."""

    what: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = _always

    def is_in(self, text: str) -> bool:
        """Whether `text`, already folded, has one."""
        return any(self.holds(match[0]) for match in self.pattern.finditer(text))


def kind(what: str, *forms: str, holds: Callable[[str], bool] = _always) -> Kind:
    """A kind that is written in any of these forms, in letters of either case. A word ends where Latin letters do."""
    return Kind(what, re.compile("|".join(forms), re.IGNORECASE | re.ASCII), holds)
