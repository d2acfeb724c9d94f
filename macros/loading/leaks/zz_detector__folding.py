"""The ways in which a text may be read, before anything is looked for in it.

What hides a number from a pattern (widths, dashes, kanji digits, spaces between digits, letters of no width, percent
and entity codes) is undone here once, so that the forms need to be written in one notation only.
"""

import html
import re
import unicodedata
from urllib.parse import unquote

# Those that a text may have: what else cannot be seen is refused, see `decoding.py`.
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f]")
_DASHES = re.compile("[‐‑‒–—―−ーｰ─〜~]")  # as people write telephone numbers
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
# 〇三-五四三二: positional, as nobody writes amounts; ten digits is a telephone number.
_KANJI_NUMBER = re.compile("[〇零一二三四五六七八九](?:[- ()・]{0,2}[〇零一二三四五六七八九]){8,}")
_SPACED_NUMBER = re.compile(r"(?<!\d)\d(?: ?[- ] ?\d(?!\d)){9,}")


def plain(text: str) -> str:
    """Half-width, decoded, without letters of no width."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", unquote(html.unescape(text))))


def readings(text: str) -> set[str]:
    """`text`, already plain: as it stands, and with one kind of dash and of digit."""
    dashed = _DASHES.sub("-", text)
    numbered = _KANJI_NUMBER.sub(lambda match: match[0].translate(_DIGITS), dashed)
    return {text, _SPACED_NUMBER.sub(lambda match: match[0].replace(" ", ""), numbered)}
