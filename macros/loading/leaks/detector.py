"""One kind of leak: what it is called, the form in which it is written, and the ways in which a text may be read.

Pieces of patterns that several kinds share stand here too.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from macros.records.numerals import AS_ARABIC

NOT_COUNTED = (  # what follows a number that counts something, and the rest of a number that goes on
    r"(?![\d,.]*\s?(?:件|人|円|桁|名(?!義)|回|文字|日|年|月|か月|ヶ月|種|台|千|万|億|世帯|%))(?!\d)"
)
NOT_A_DAY = r"(?!(?:19|20)\d\d[-/.](?:0?\d|1[0-2])[-/.]\d)"


def _always(_: re.Match[str]) -> bool:
    return True


class Kind(NamedTuple):
    """`holds` looks at what the pattern found: a digit that checks the others, say."""

    what: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = _always

    def is_in(self, text: str) -> bool:
        """Whether `text`, already folded, has one."""
        match = self.pattern.search(text)
        while match and not self.holds(match):
            match = self.pattern.search(text, match.start() + 1)  # what only looked like one may hold one
        return match is not None


def kind(what: str, *forms: str, holds: Callable[[re.Match[str]], bool] = _always) -> Kind:
    """A kind that is written in any of these forms, in letters of either case. A word ends where Latin letters do."""
    return Kind(what, re.compile("|".join(forms), re.IGNORECASE | re.ASCII), holds)


# Those that a text may have: what else cannot be seen is refused, see `decoding.py`.
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f]")
_SPACES = re.compile(" {2,}")
_DASHES = re.compile("[‐‑‒–—―−ーｰ─〜~]")  # as people write telephone numbers
# 〇三-五四三二: positional, as nobody writes amounts; ten digits is a telephone number.
_KANJI_NUMBER = re.compile("[〇零一二三四五六七八九](?:[- ()・の]{0,2}[〇零一二三四五六七八九]){8,}")
_SPACED_NUMBER = re.compile(r"(?<!\d)\d(?: ?[- ] ?\d(?!\d)){9,}")


def plain(text: str) -> str:
    """Half-width, decoded, without letters of no width, with one space at a time."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", _UNSEEN.sub("", unquote(html.unescape(text)))))


def readings(text: str) -> set[str]:
    """`text`, already plain: as it stands, and with one kind of dash and of digit."""
    dashed = _DASHES.sub("-", text)
    numbered = _KANJI_NUMBER.sub(lambda match: match[0].translate(AS_ARABIC), dashed)
    return {text, _SPACED_NUMBER.sub(lambda match: match[0].replace(" ", ""), numbered)}
