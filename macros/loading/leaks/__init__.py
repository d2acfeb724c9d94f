"""What must not be public, by the form in which it is written. Knows texts, not records: that is `checking/leaks.py`."""

import re
from functools import lru_cache

from macros.loading.leaks.contacts import CONTACTS
from macros.loading.leaks.detector import plain, readings
from macros.loading.leaks.hosts import MACHINES
from macros.loading.leaks.numbers import NUMBERS
from macros.loading.leaks.people import PEOPLE
from macros.loading.leaks.secrets import SECRETS

KINDS = (*SECRETS, *CONTACTS, *NUMBERS, *PEOPLE, *MACHINES)
_TELLING = re.compile("[0-9A-Za-z]|[〇零一二三四五六七八九]{4}|[一二三四五六七八九十]丁目")


# Most texts are keys and names, which stand in every record.
@lru_cache(maxsize=20_000)
def leaking(text: str, exempt: tuple[str, ...]) -> tuple[str, ...]:
    """The names of what leaks in `text`, but for what stands under `exempt`."""
    said = plain(text)
    for allowed in exempt:
        said = said.replace(plain(allowed), "…")
    if not _TELLING.search(said):  # every kind has digits or letters of the Latin alphabet
        return ()
    ways = readings(said)
    return tuple(dict.fromkeys(kind.what for kind in KINDS if any(map(kind.is_in, ways))))
