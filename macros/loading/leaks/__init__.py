"""What must not be public, by the form in which it is written. Knows texts, not records: that is `scanner.py`."""

import re
from functools import lru_cache

from macros.loading.leaks.contacts import CONTACTS
from macros.loading.leaks.detector import plain, readings
from macros.loading.leaks.hosts import MACHINES
from macros.loading.leaks.numbers import NUMBERS
from macros.loading.leaks.people import PEOPLE
from macros.loading.leaks.personal_names import NAMES
from macros.loading.leaks.secrets import SECRETS

_FORMS = (*SECRETS, *CONTACTS, *NUMBERS, *PEOPLE, *MACHINES)
KINDS = (*_FORMS, *NAMES)
# Without such a letter no form is met; most texts have none.
_TELLING = re.compile("[0-9A-Za-z]|[〇零一二三四五六七八九十][丁ノの〇零一二三四五六七八九十]")


# Most texts are keys and names, which stand in every record.
@lru_cache(maxsize=20_000)
def leaking(text: str, exempt: tuple[str, ...]) -> tuple[str, ...]:
    """The names of what leaks in `text`, but for what stands under `exempt`."""
    said = plain(text)
    for allowed in exempt:
        said = said.replace(plain(allowed), "…")
    ways = readings(said) if _TELLING.search(said) else ()
    formed = (kind.what for kind in _FORMS if any(map(kind.is_in, ways)))
    named = (kind.what for kind in NAMES if kind.is_in(said))  # numerals and dashes are no part of a name
    return tuple(dict.fromkeys((*formed, *named)))
