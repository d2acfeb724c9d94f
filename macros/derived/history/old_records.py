"""An old blob → the record that it holds, as far as today's model can read it and it may be shown.

What was published once need not be published again: a version in which something leaks is withheld whole.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.loading import rules
from macros.loading.validation import shape
from macros.loading.yaml_reader import read_text
from macros.records.consultation import Consultation
from macros.records.record import Record
from macros.records.volume import Volume, evaluate


@dataclass(frozen=True)
class Content:
    """`record` is None where today's model cannot read the text or something in it may not be shown.

    `text` is then what the file said, or empty where that may not be shown either.
    """

    record: Record | None
    text: str = ""

    @property
    def state(self) -> Literal["readable", "unreadable", "withheld"]:
        """How much of it a page can show."""
        if self.record:
            return "readable"
        return "unreadable" if self.text else "withheld"


WITHHELD = Content(None)
"""Something in it may not be shown, or it was taken back."""


def content_of(blob: bytes, path: Path, model: type[Record]) -> Content:
    """What `blob`, a version of the file at `path`, holds."""
    text = blob.decode("utf-8-sig", "replace")
    document, problems = read_text(path, text)
    # Broken YAML has no values to look through, so its lines are looked through as they stand.
    lines = rules.leaks(text.splitlines()) if problems else rules.leaks_in_comments(text)
    if any(rules.leaks(document.values)) or any(lines):
        return WITHHELD
    shaped = shape(document, model)
    if problems or shaped.problems or shaped.record is None or not _can_be_drawn(shaped.record):
        return Content(None, text)
    named = shaped.record.model_copy(update={"id": path.stem})
    return Content(named)


def _can_be_drawn(record: Record) -> bool:
    """Whether the templates find what they follow. No more: a rule made tomorrow must not unmake a cited version."""
    if not isinstance(record, Consultation):
        return True
    volumes = (numbered.clause.volume for numbered in record.numbered_clauses)
    return not any(rules.references_lead_somewhere(record)) and all(map(_can_be_computed, filter(None, volumes)))


def _can_be_computed(volume: Volume) -> bool:
    if volume.breakdown and not volume.breakdown_total:
        return False
    try:
        evaluate(volume.arithmetic or "0")
    except ValueError:
        return False
    return True
