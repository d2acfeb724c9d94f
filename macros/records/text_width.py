"""How wide text stands on paper, in an editor and in a picture: each character is full width or half.

Unicode Standard Annex 11 leaves some characters open (A, ambiguous); those of JIS X 0208 are full width, as Japanese
fonts draw them (×, °, α), all others half (é).
"""

import unicodedata
from functools import cache


@cache
def is_wide(character: str) -> bool:
    """Whether `character` takes a square, as kanji do."""
    width_class = unicodedata.east_asian_width(character)
    return width_class in "WF" or (width_class == "A" and _is_japanese(character))


def width(text: str) -> int:
    """In columns, of which a square takes two."""
    return len(text) + sum(map(is_wide, text))


def _is_japanese(character: str) -> bool:
    try:
        character.encode("shift_jis")  # JIS X 0208 and half-width kana, nothing else
    except UnicodeEncodeError:
        return False
    return True
