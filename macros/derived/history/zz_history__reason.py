"""Why a record was changed: the first line of a commit's message, where it speaks to readers of the site."""

import re

from macros.loading import rules

# Staff write Japanese; what is written about the program, or by a program, is not.
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")


def reason(message: str) -> str | None:
    """The first line; of a merge, whose first line only names a branch, the first line of what follows."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if lines and lines[0].startswith("Merge "):
        del lines[0]
    said = lines[0] if lines else ""
    return said if _JAPANESE.search(said) and not any(rules.leaks(said)) else None
