"""One line of an official document, and what became of it. Not a paragraph: see `paragraphs.py`."""

from dataclasses import dataclass, field


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
