"""One line of an official document, and what became of it; characters that look right and are not are mended.

PDF files and scans make such characters of Japanese text. Not a paragraph: see `importing/paragraphs.py`.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from macros.loading.decoding import legible


class Unreadable(Exception):
    """A document that cannot be read; the message is the sentence for a person."""


@dataclass(frozen=True)
class Line:
    """`number` counts from 1 over the whole document; `text` is cleaned, table cells are separated by tabs."""

    number: int
    text: str
    is_title: bool = False
    """The document's own format says that this is a heading."""
    is_full: bool = False
    """It reaches the right margin, so that the next line may go on with it (PDF only)."""
    ignored: str = ""
    """Why it says nothing: page number, page break. Empty for what must be accounted for."""


@dataclass
class Account:
    """What became of each line: every line of a document gets at least one entry."""

    source: str
    """The name of the document."""
    lines: tuple[Line, ...]
    uses: dict[int, list[str]] = field(default_factory=dict)

    def note(self, lines: "tuple[Line, ...] | list[Line]", use: str) -> None:
        """Say of each of `lines` what it was used for."""
        for line in lines:
            noted = self.uses.setdefault(line.number, [])
            if use not in noted:
                noted.append(use)

    @property
    def unaccounted(self) -> tuple[Line, ...]:
        """Lines with words of which nothing was said."""
        return tuple(line for line in self.lines if line.text and not line.ignored and line.number not in self.uses)


_SUPPLEMENT = str.maketrans(
    "⼾⺊⺎⺒⺓⺟⺠⺩⺪⺫⺬⺷⺽⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲",
    "戸卜兀巳幺母民王疋罒示羊臼虎西角長青食鬼麦黄斉歯竜亀",
)
_LOOKALIKES = str.maketrans(
    {"‧": "・", "･": "・", "\u00a0": " ", "\u2003": " ", "\u3000": " ", "\u200b": "", "\ufeff": "", "\u00ad": ""}
)
_COMPATIBLE = re.compile(r"[\u2f00-\u2fdf\ufe10-\ufe19\ufe30-\ufe44]|[\uff66-\uff9f]+")
_SPACED_NUMBER = re.compile(r"(?:第|の)(?: *[0-9０-９]){1,4} *(?=号|条|項|の|[(（])")
_SPACED_IN_PARENTHESES = re.compile(r"([(（]) *([0-9０-９](?: *[0-9０-９])*) *([)）])")
_SPACED_LETTERS = re.compile(r"(?<![A-Za-z])[A-Za-z](?: [A-Za-z]){2,}(?![A-Za-z])")
_UNWRITABLE = re.compile(
    "[^\\t\\x20-\\x7e\\u00a0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)  # in YAML


def clean(text: str) -> str:
    """One line with real characters, numbers closed up (「第 9 5 2 号」) and no white space around it."""
    text = text.translate(_SUPPLEMENT).translate(_LOOKALIKES)
    text = _UNWRITABLE.sub("", _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))
    for pattern in (_SPACED_NUMBER, _SPACED_IN_PARENTHESES, _SPACED_LETTERS):
        text = pattern.sub(lambda found: found[0].replace(" ", ""), text)
    return legible(text).strip(" \t")


def squeezed(text: str) -> str:
    """For comparing: one width, no white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def closed_up(text: str) -> str:
    """As printed, without the spaces that a scan puts between Japanese characters."""
    return re.sub(r"(?<![\x21-\x7e])\s+|\s+(?![\x21-\x7e])", "", re.sub(r"\s*([(（)）])\s*", r"\1", text))


def without_qualifier(text: str) -> str:
    """For comparing headings: 「件数（年間）」 and 「本人(被害者)から…」 without what stands in parentheses."""
    return re.sub(r"\([^()]*\)", "", squeezed(text))


def without_parentheses(text: str) -> str:
    """As printed, without what stands in parentheses at any depth."""
    while (inner := re.sub(r"[(（][^()（）]*[)）]", "", text)) != text:
        text = inner
    return text
