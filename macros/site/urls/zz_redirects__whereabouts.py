"""`data/retired.yml` beside a site: nothing in it still has its page, and everything that is elsewhere is there."""

from collections.abc import Iterator
from pathlib import Path

from macros.loading.problems import Problem
from macros.loading.rules import Finding
from macros.loading.yaml_reader import read
from macros.records.retired import Retired


def misleading(retired: tuple[Retired, ...], data: Path, site: Path) -> list[Problem]:
    """A problem on its line for each entry that the site, before its redirects are written, speaks against."""
    findings = list(_misleading(retired, site))
    document, _ = read(data / "retired.yml") if findings else (None, [])
    return [document.problem(*finding) for finding in findings] if document else []


def _misleading(retired: tuple[Retired, ...], site: Path) -> Iterator[Finding]:
    given_up = {entry.page for entry in retired if not entry.anchor}
    for position, entry in enumerate(retired):
        if not entry.anchor and (site / entry.page / "index.html").exists():
            said = f"「{entry.address}」は、なくなったとありますが、いまもページがあります。どちらかを直してください。"
            yield Finding((position, "アドレス"), said)
        target = (entry.target or entry.page).partition("#")[0]
        if target not in given_up and not (site / target / "index.html").exists():
            key = "移動先" if entry.moved_to else "かわり" if entry.instead else "アドレス"
            said = f"「{target}」というページはありません。いまあるページのアドレスを書いてください。"
            yield Finding((position, key), said)
