"""The history of every record of a project: when it changed, what changed in words, why, and each version of it.

One reading of git for all records of a folder; a blob is read once however many comparisons it is part of. Renamings
are followed; the reason is the first line of a commit's message, where it speaks to readers of the site.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from macros.derived.changes import Change, record_changes
from macros.derived.history.git import Commit, Edit, NoGit, Repository, UnknownRevision
from macros.derived.history.old_records import WITHHELD, Content, content_of
from macros.loading import rules
from macros.records.dates import CouncilDate
from macros.records.models import RECORDS


class Link(NamedTuple):
    """One file's part in one commit."""

    commit: Commit
    edit: Edit


def chains(commits: Iterable[Commit]) -> dict[str, tuple[Link, ...]]:
    """Path → its links, newest first. A file that was removed and came back has both lives under one path."""
    by_path: dict[str, list[Link]] = defaultdict(list)
    now_called: dict[str, str] = {}
    for commit in commits:
        renamed = {}
        for edit in commit.edits:
            path = now_called.get(edit.path, edit.path)
            by_path[path].append(Link(commit, edit))
            if edit.former != edit.path:
                renamed[edit.former] = path
        now_called |= renamed
    return {path: tuple(links) for path, links in by_path.items()}


# Staff write Japanese; what is written about the program, or by a program, is not.
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")


def reason(message: str) -> str | None:
    """The first line; of a merge, whose first line only names a branch, the first line of what follows."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if lines and lines[0].startswith("Merge "):
        del lines[0]
    first = lines[0] if lines else ""
    return first if _JAPANESE.search(first) and not any(rules.leaks(first)) else None


# Twelve digits, as the Linux kernel cites commits: git's own short id grows with the repository, so an address made
# from it today could be ambiguous to git in some decades (docs/decisions/0012).
_DIGITS = 12
_TOKYO = timezone(timedelta(hours=9))


@dataclass(frozen=True)
class Version:
    """A record as one commit left it."""

    id: str
    name: str
    """The id that the record had in this commit: with that of the commit its address, whatever it is called later."""
    day: CouncilDate
    """When it was committed, in Tokyo."""
    reason: str | None
    blobs: tuple[str | None, str | None]
    """Before and after: None where the record did not exist."""
    is_renamed: bool
    read: Callable[[str | None], Content | None] = field(repr=False, compare=False)

    @property
    def content(self) -> Content | None:
        """What the record said; None where the commit removed it. Read when asked for: most never are."""
        return self.read(self.blobs[1])

    @property
    def is_first(self) -> bool:
        """Whether the record did not exist before."""
        return self.blobs[0] is None

    @property
    def is_removal(self) -> bool:
        """Whether the record did not exist afterwards; such a version has no page."""
        return self.blobs[1] is None

    @property
    def is_comparable(self) -> bool:
        """Whether both this version and the one before can be shown."""
        old, new = map(self.read, self.blobs)
        return bool(old and old.record and new and new.record)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed; empty where nothing did. Only of versions that are comparable."""
        old, new = map(self.read, self.blobs)
        return record_changes(old.record, new.record) if old and old.record and new and new.record else ()


@dataclass(frozen=True)
class RecordHistory:
    """Versions, newest first; `is_cut` where a shallow clone has no older ones, though there are."""

    versions: tuple[Version, ...] = ()
    current: Version | None = None
    """The version that the page shows; None where that is not committed."""
    is_committed: bool = False
    is_cut: bool = False


class History:
    """The histories of all records, by folder of `data/` and id. A folder is read when the first of them is asked for."""

    def __init__(self, repository: Repository | None, withheld: frozenset[str] = frozenset()) -> None:
        """`withheld`: ids of versions that were taken back: neither they nor what changed by them is shown."""
        self._repository = repository
        self.withheld = withheld
        self._folders: dict[str, dict[PurePosixPath, RecordHistory]] = {}

    @property
    def is_known(self) -> bool:
        """False where there is no git to ask."""
        return self._repository is not None

    def of(self, folder: str, name: str) -> RecordHistory:
        """That of `data/<folder>/<name>.yml`, though the file may be gone; empty where no commit has it."""
        return self._at(PurePosixPath("data", folder, f"{name}.yml"))

    def is_withheld(self, version: Version) -> bool:
        """Whether this version was taken back."""
        return version.id in self.withheld

    def left_beside(self, folder: str, name: str, version_id: str) -> tuple[Version, ...] | None:
        """The older versions that are shown of the record of this version, newest first; None where there is no such version.

        Which of them say what was taken back is for people to judge: it may stand in them in other words.
        """
        self.of(folder, name)
        for known in self._folders.get(folder, {}).values():
            if any((version.name, version.id) == (name, version_id) for version in known.versions):
                return tuple(
                    version for version in known.versions if version != known.current and self._is_shown(version)
                )
        return None

    def _is_shown(self, version: Version) -> bool:
        return version.content is not None and version.content.state != "withheld"

    def last_change(self, *paths: str) -> CouncilDate | None:
        """The day on which one of these records, relative to the project, was last changed, where that is known."""
        histories = (self._at(PurePosixPath(path)) for path in paths)
        return max((history.versions[0].day for history in histories if history.versions), default=None)

    def _at(self, path: PurePosixPath) -> RecordHistory:
        folder = path.parent.name
        if self._repository is None or folder not in RECORDS:
            return RecordHistory()
        if folder not in self._folders:
            self._folders[folder] = dict(_histories(self._repository, folder, self.withheld))
        return self._folders[folder].get(path, RecordHistory())


NO_HISTORY = History(None)
"""Where there is no git to ask."""


def read_history(project: Path, withheld: frozenset[str] = frozenset()) -> History:
    """The history of the records of `project`, as its git repository knows it, without what is `withheld` of it."""
    try:
        return History(Repository(project), withheld)
    except NoGit:
        return NO_HISTORY


def _histories(
    repository: Repository, folder: str, withheld: frozenset[str]
) -> Iterator[tuple[PurePosixPath, RecordHistory]]:
    try:
        tree = repository.tree("HEAD", f"data/{folder}")
    except UnknownRevision:
        return
    unsaved = repository.differing("HEAD", f"data/{folder}")
    linked = chains(repository.commits(f"data/{folder}"))
    present = (link for path, links in linked.items() if path in tree for link in links)
    blobs = repository.blobs(blob for link in present for blob in (link.edit.before, link.edit.after) if blob)
    for path in dict.fromkeys((*tree, *linked)):
        if path.endswith(".yml"):
            links = [_unsaid(link) if _id(link) in withheld else link for link in linked.get(path, ())]
            taken_back = frozenset(link.edit.after for link in links if _id(link) in withheld)
            reader = _reader(path, folder, blobs, taken_back)
            yield PurePosixPath(path), _history(links, tree.get(path), path in unsaved, reader)


def _unsaid(link: Link) -> Link:
    """The same without its message, which may say what was taken back."""
    return link._replace(commit=replace(link.commit, message=""))


def _id(link: Link) -> str:
    return link.commit.id[:_DIGITS]


def _reader(
    path: str, folder: str, blobs: dict[str, bytes], taken_back: frozenset[str | None]
) -> Callable[[str | None], Content | None]:
    @cache
    def content(blob: str | None) -> Content | None:
        if blob in taken_back and blob:
            return WITHHELD
        stored = blobs.get(blob) if blob else None
        return content_of(stored, Path(path), RECORDS[folder]) if stored is not None else None

    return content


def _history(
    links: Sequence[Link], blob: str | None, is_unsaved: bool, content: Callable[[str | None], Content | None]
) -> RecordHistory:
    whole = [link for link in links if not link.commit.is_cut]
    versions = [_version(link, content) for link in whole]
    current = (
        next((version for version, link in zip(versions, whole, strict=True) if link.edit.after == blob), None)
        if blob
        else None
    )
    return RecordHistory(
        versions=tuple(versions),
        current=None if is_unsaved else current,
        is_committed=blob is not None,
        is_cut=len(whole) < len(links),
    )


def _version(link: Link, content: Callable[[str | None], Content | None]) -> Version:
    commit, edit = link
    moment = datetime.fromtimestamp(commit.seconds, _TOKYO)
    return Version(
        id=_id(link),
        name=PurePosixPath(edit.path).stem,
        day=CouncilDate(moment.year, moment.month, moment.day),
        reason=reason(commit.message),
        blobs=(edit.before, edit.after),
        is_renamed=edit.former != edit.path,
        read=content,
    )
