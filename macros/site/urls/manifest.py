"""`urls.lock`: every address that was ever published, one a line, sorted. What is in it is never taken out.

An address may lose its page only by an entry of `data/retired.yml` that says why.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from macros.loading.problems import Problem
from macros.records.kinds import WITH_PAGES
from macros.records.retired import Retired
from macros.site.urls.published import VERSIONS

LOCK = "urls.lock"
_WORDS = frozenset(kind.name for kind in WITH_PAGES)
_FROM_OTHERS = frozenset(("agenda", "cited-by", "history", "meetings", "minutes"))


def locked(project: Path) -> tuple[str, ...]:
    """The addresses of the lock, line by line, without their leading slash; none where there is no lock yet."""
    path = project / LOCK
    if not path.is_file():
        return ()
    return tuple(line.strip().removeprefix("/") for line in path.read_text(encoding="utf-8").splitlines())


def write_lock(project: Path, published: Iterable[str]) -> int:
    """Add what is published to the lock; return how many addresses are new."""
    new = unlocked(project, published)
    lines = sorted(f"/{address}" for address in {*locked(project), *new})
    (project / LOCK).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(new)


def unlocked(project: Path, published: Iterable[str]) -> list[str]:
    """Published addresses that the lock does not hold yet."""
    return sorted(set(published) - set(locked(project)))


def broken_promises(project: Path, published: Container[str], retired: Iterable[Retired]) -> list[Problem]:
    """A problem, on its line of the lock, for each address that would lead nowhere."""
    return [Problem(project / LOCK, *found) for found in _lost(locked(project), published, tuple(retired))]


def lost_places(project: Path, published: Container[str], retired: Iterable[Retired]) -> dict[str, list[str]]:
    """Places that were promised on pages drawn from many records, and that no record of today brings, by page.

    A word's page has a picture as long as a record draws one. Nobody gave such a place up, so nobody need say why.
    """
    places: dict[str, list[str]] = defaultdict(list)
    explained = {entry.address for entry in retired}
    for address in locked(project):
        page, _, place = address.partition("#")
        is_lost = place and address not in explained and address not in published
        if is_lost and page in published and _is_drawn_from_others(page, place):
            places[page].append(place)
    return places


def _is_drawn_from_others(page: str, place: str) -> bool:
    """Whether other records than the page's own bring this place: it comes and goes with them."""
    return page.split("/", maxsplit=1)[0] in _WORDS or page == "schedules/starts/" or place in _FROM_OTHERS


def _lost(lock: Iterable[str], published: Container[str], retired: tuple[Retired, ...]) -> Iterator[tuple[int, str]]:
    lost: set[str] = set()
    for number, address in enumerate(lock, start=1):
        page, _, place = address.partition("#")
        now = _where_now(page, retired)
        if VERSIONS in page or page in lost or now is None:
            continue
        if now not in published:
            lost.add(page)
            yield number, _sentence(f"「/{page}」のページ", page, f"make rename FROM={page} TO=新しいアドレス")
        elif place and not _is_drawn_from_others(now, place) and f"{now}#{place}" not in published:
            yield number, _sentence(f"「/{address}」の場所", address, f"make rename FROM={address} TO=新しいアドレス")


def _sentence(what: str, address: str, command: str) -> str:
    return (
        f"{what}がなくなっています。一度公開したアドレスは消せません。移したときは {command} で、やめたときは "
        f"data/retired.yml に「- {{アドレス: {address}, 日付: …, 理由: …}}」を加えて、理由を残してください。"
    )


def _where_now(page: str, retired: tuple[Retired, ...]) -> str | None:
    """Where the page's places are to be found: at its newest address; None where it ended."""
    for entry in retired:
        if not entry.anchor and page.startswith(entry.page):
            if entry.moved_to is None:
                return None
            return _where_now(entry.moved_to.partition("#")[0] + page.removeprefix(entry.page), retired)
    return page
