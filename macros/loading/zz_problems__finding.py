"""What a rule finds: a place within a record and a sentence. It becomes a problem once the file is known."""

from typing import NamedTuple

from macros.records.record import ValuePath


class Finding(NamedTuple):
    """`at` is where the value stands in its file; `sentence` says what is wrong and what would be right."""

    at: ValuePath
    sentence: str
