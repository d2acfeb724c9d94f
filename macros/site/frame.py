"""The frame around every page: content policy, sections, our stylesheets, licence. Not the pages themselves."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.records.council import Council, OtherSite, Report
from macros.records.kinds import FACETS, KINDS, RECORD_KINDS, WITH_PAGES

# DESIGN.md §7. Pagefind's WebAssembly needs 'wasm-unsafe-eval'; nothing else is allowed beyond the origin.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# A card stands on pages of others: no script may run in it, and it asks for nothing.
CARD_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Section:
    """A section of the site: its address, its name, the question it answers; the main menu shows it if `is_main`.

    `after` is the list of words behind which one that is written by hand stands.
    """

    address: str
    name: str
    group: str
    is_main: bool = False
    after: str = ""


_GROUPS = ("諮問と答申", "わたしの情報から", "仕事と渡る先から", "きまりから", "このサイト")
_BY_HAND = (
    Section("consultations/", "諮問の一覧", "諮問と答申", is_main=True),
    Section("answers/", RECORD_KINDS["answers"].label, "諮問と答申", is_main=True),
    Section("meetings/", RECORD_KINDS["meetings"].label, "諮問と答申"),
    Section("search/", "検索", "諮問と答申"),
    Section("schedules/starts/", "取扱いの開始時期", "諮問と答申"),
    Section("mine/", "わたしの場合", "わたしの情報から", is_main=True),
    Section("sensitive/", KINDS["sensitive"].label, "わたしの情報から", after="items/"),
    Section("matrix/", "業務と行為の表", "仕事と渡る先から", after="operations/"),
    Section("schedules/", RECORD_KINDS["schedules"].label, "きまりから", is_main=True),
    Section("data/", "データ", "このサイト"),
    Section("link/", "会議録にリンクを付ける", "このサイト"),
    Section("terms/", KINDS["terms"].label, "このサイト"),
    Section("accessibility/", "アクセシビリティ", "このサイト"),
    Section("about/", "このサイトについて", "このサイト", is_main=True),
)


def _sections(group: str) -> Iterator[Section]:
    """The lists of words of a group, each with what stands after it; then what else the group has."""
    by_hand = [section for section in _BY_HAND if section.group == group]
    for kind in WITH_PAGES:
        if kind.section == group:
            yield Section(f"{kind.name}/", kind.label, group, kind.is_main)
            yield from (section for section in by_hand if section.after == f"{kind.name}/")
    yield from (section for section in by_hand if not section.after)


SECTIONS = tuple(section for group in _GROUPS for section in _sections(group))

_FIRST = ("base", "text")
_LAST = "print"


def _issue_form(host: Mapping[str, str]) -> Report | None:
    """The form for mistakes of the repository that is being built, where its host names it (GitHub's own variables)."""
    server, repository = host.get("GITHUB_SERVER_URL"), host.get("GITHUB_REPOSITORY")
    if not (server and repository):
        return None
    form = f"{server}/{repository}/issues/new?template=1-correction.yml&address={{アドレス}}"
    return Report.model_validate({"様式": form})


class Frame:
    """What `overrides/base.html` asks for."""

    policy = POLICY
    sections = SECTIONS

    def __init__(self, council: Council) -> None:
        self.council = council
        self.report = council.report or _issue_form(os.environ)
        origins = dict.fromkeys(site.origin for site in council.other_sites)
        self.search_policy = POLICY.replace("connect-src 'self'", " ".join(("connect-src 'self'", *origins)))

    def search_kinds(self) -> dict[str, object]:
        """What the search page must know of kinds: labels of what it filters by, and the addresses of words."""
        return {"facets": dict(FACETS), "words": [kind.name for kind in WITH_PAGES]}

    def searched_sites(self) -> list[dict[str, str]]:
        """What the search page must know where several registers are searched as one: this one first."""
        sites = [
            OtherSite(名前=self.council.municipality.name, アドレス=self.council.site.address),
            *self.council.other_sites,
        ]
        return [site.model_dump() for site in sites] if self.council.other_sites else []

    def section(self, address: str) -> Section | None:
        """The section that the page at `address` belongs to; None for home."""
        return next((section for section in SECTIONS if address.startswith(section.address)), None)

    def groups(self) -> dict[str, list[Section]]:
        """All sections by the question they answer."""
        groups: dict[str, list[Section]] = {}
        for section in SECTIONS:
            groups.setdefault(section.group, []).append(section)
        return groups


def joined_styles(folder: Path) -> str:
    """Our stylesheets as one, so that a page asks once: the ground first, print last, every room between by name."""
    paths = sorted(folder.glob("*.css"), key=lambda path: (path.stem == _LAST, path.stem not in _FIRST, path.stem))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
