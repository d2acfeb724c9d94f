"""What stands at an address that was given up: a page that leads on or says why it ended, or a place on a page.

Redirects take `#fragment` with them, and every page below: `consultations/948/versions/…` moves with its record.
An entry of `data/retired.yml` must tell the truth: what it names is gone, and where it leads is there.
"""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from macros.derived.history import History
from macros.loading.archive import Archive
from macros.loading.problems import Problem
from macros.loading.rules import Finding
from macros.loading.yaml_reader import read
from macros.records.retired import Retired
from macros.site.rendering import Renderer
from macros.site.urls.manifest import Lost
from macros.site.urls.published import VERSIONS, page_address, page_files


def retired_places(html: str, page: str, archive: Archive, renderer: Renderer) -> str:
    """The page at `page` with every place that it once had: what became of them stands at its end."""
    gone = [entry for entry in archive.retired if entry.anchor and entry.page == page]
    # A page written in Markdown comes as plain text, which Markup would escape.
    return f"{html}{renderer.snippet('retired/places.html', page, gone=gone)}" if gone else html


def write_redirects(archive: Archive, history: History, renderer: Renderer, site: Path) -> None:
    """Write a page at every address that was given up. Runs last: what was moved has its pages by now."""
    for entry in archive.retired:
        for address, html in _pages(entry, archive, history, renderer, site) if not entry.anchor else ():
            path = site / address / "index.html"
            if path.exists():
                continue  # an old version, which the history keeps at its old address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")


def mark_lost(lost: Lost, renderer: Renderer, site: Path) -> None:
    """A page at each address that lost its own, and each lost place a target at the end of its page."""
    for address in lost.pages:
        path = site / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renderer.snippet("retired/vanished.html", address), encoding="utf-8")
    for page, anchors in lost.places.items():
        path = site / page / "index.html"
        before, end, after = path.read_text(encoding="utf-8").rpartition("</article>")
        kept = renderer.snippet("retired/lost_places.html", page, anchors=anchors)
        path.write_text(f"{before}{kept}{end}{after}", encoding="utf-8")


def _pages(
    entry: Retired, archive: Archive, history: History, renderer: Renderer, site: Path
) -> Iterator[tuple[str, Markup]]:
    """Address and HTML, also for every page below it: of what moved at its new place, of a record that ended ever."""
    if entry.moved_to is None:
        for address in (entry.page, *_below(entry, history)):
            yield address, renderer.snippet("retired/ended.html", address, entry=entry)
        return
    target = _newest(entry.moved_to, archive.retired)
    yield entry.page, renderer.snippet("retired/moved.html", entry.page, entry=entry, target=target)
    for path in page_files(site / target) if "#" not in target else ():
        below = page_address(path, site).removeprefix(target)
        if below:
            address_below = entry.page + below
            yield (
                address_below,
                renderer.snippet("retired/moved.html", address_below, entry=entry, target=target + below),
            )


def _below(entry: Retired, history: History) -> Iterator[str]:
    """Card and versions of a record that ended; its versions may have been called otherwise."""
    folder, _, name = entry.page.strip("/").partition("/")
    if folder == "consultations" and name and "/" not in name:
        yield f"{entry.page}card/"
        for version in history.of(folder, name).versions:
            if not version.is_removal:
                yield f"{folder}/{version.name}{VERSIONS}{version.id}/"


def _newest(target: str, retired: tuple[Retired, ...]) -> str:
    """Where a chain of moves ends; checking/retired.py has made sure that it does."""
    following = next((entry.moved_to for entry in retired if entry.address == target), None)
    return _newest(following, retired) if following else target


def misleading(retired: tuple[Retired, ...], data: Path, site: Path) -> list[Problem]:
    """A problem on its line for each entry that the site, before its redirects are written, speaks against."""
    findings = list(_misleading(retired, site))
    document, _ = read(data / "retired.yml") if findings else (None, [])
    return [document.problem(*finding) for finding in findings] if document else []


def _misleading(retired: tuple[Retired, ...], site: Path) -> Iterator[Finding]:
    given_up = {entry.page for entry in retired if not entry.anchor}
    for position, entry in enumerate(retired):
        if VERSIONS in entry.page:
            continue  # its page stays, and says that it was taken back
        if not entry.anchor and (site / entry.page / "index.html").exists():
            sentence = (
                f"「{entry.address}」は、なくなったとありますが、いまもページがあります。どちらかを直してください。"
            )
            yield Finding((position, "アドレス"), sentence)
        target = (entry.target or entry.page).partition("#")[0]
        if target not in given_up and not (site / target / "index.html").exists():
            key = "移動先" if entry.moved_to else "かわり" if entry.instead else "アドレス"
            sentence = f"「{target}」というページはありません。いまあるページのアドレスを書いてください。"
            yield Finding((position, key), sentence)
