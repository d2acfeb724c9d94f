"""Commits → the versions of each file under its present name, renamings followed. Reads no content."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from macros.derived.history.git import Commit, Edit


class Link(NamedTuple):
    """One file's part in one commit."""

    commit: Commit
    edit: Edit


def chains(commits: Iterable[Commit]) -> dict[str, tuple[Link, ...]]:
    """Path → its links, newest first. A file that was removed and came back has both lives under one path."""
    found: dict[str, list[Link]] = defaultdict(list)
    now_called: dict[str, str] = {}
    for commit in commits:
        renamed = {}
        for edit in commit.edits:
            path = now_called.get(edit.path, edit.path)
            found[path].append(Link(commit, edit))
            if edit.former != edit.path:
                renamed[edit.former] = path
        now_called |= renamed
    return {path: tuple(links) for path, links in found.items()}
