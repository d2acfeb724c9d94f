"""`urls.txt` of a published site: every address that it ever promised, one a line, sorted. Nothing leaves it.

What the site published before is compared with what a build makes now. Needs nothing that a person has to carry along.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.records.retired import Retired
from macros.site.urls.published import VERSIONS

PROMISED = "urls.txt"
_ADDRESS = re.compile(r"/((?:[a-z0-9-]+/)*(?:#\S+)?)(?:\t.*)?")


@dataclass(frozen=True)
class Lost:
    """Promised addresses that a finished site lacks: whole pages, and places by the page that should have them."""

    pages: Sequence[str]
    places: Mapping[str, Sequence[str]]


def promised(file: Path) -> tuple[str, ...]:
    """The addresses in this list, without their leading slash; none where there is no list. Other lines are passed."""
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(match[1] for match in map(_ADDRESS.fullmatch, lines) if match)


def write_promised(file: Path, addresses: Iterable[str], retired: Iterable[Retired]) -> None:
    """Write the list: behind an address that moved, after a tab, where it leads now."""
    leads = {entry.address: entry.moved_to for entry in retired if entry.moved_to}
    lines = sorted(f"/{address}\t/{leads[address]}" if address in leads else f"/{address}" for address in addresses)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def lost(addresses: Iterable[str], site: Container[str], retired: Iterable[Retired]) -> Lost:
    """What of these addresses would lead nowhere on the site, its redirects included."""
    entries = tuple(retired)
    pages: set[str] = set()
    places: dict[str, list[str]] = defaultdict(list)
    for page, place, now in _owed(sorted(addresses), entries):
        if page not in site:
            pages.add(page)
        elif place and now in site and f"{now}#{place}" not in site:
            places[now].append(place)
    return Lost(sorted(pages), places)


def _owed(addresses: Iterable[str], retired: tuple[Retired, ...]) -> Iterator[tuple[str, str, str]]:
    """Page, place and the page where the place is to be found now; nothing of a page that was ended with a reason."""
    for address in addresses:
        page, _, place = address.partition("#")
        now = _where_now(page, retired)
        if now is not None and VERSIONS not in page:
            yield page, place, now


def _where_now(page: str, retired: tuple[Retired, ...]) -> str | None:
    """Where the page's places are to be found: at its newest address; None where it ended."""
    for entry in retired:
        if not entry.anchor and page.startswith(entry.page):
            if entry.moved_to is None:
                return None
            return _where_now(entry.moved_to.partition("#")[0] + page.removeprefix(entry.page), retired)
    return page
