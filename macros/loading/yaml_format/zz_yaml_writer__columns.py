"""How wide text stands on paper and in an editor, in columns. Not in pixels: pictures measure letters."""

import unicodedata


def width(text: str) -> int:
    """In columns: a Japanese character takes two (Unicode Standard Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
