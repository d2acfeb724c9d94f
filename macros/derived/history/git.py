"""What git knows of a project's data: commits, blobs, the tree of a revision, what is not committed yet.

Reads only, and in few processes however many records there are. Knows no record.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_LOG = (
    "-c",
    "log.showSignature=false",
    "log",
    "--topo-order",
    "--full-history",  # a side branch that was merged stays part of the history: its addresses are cited
    "-c",  # a merge counts where it says something that no side said
    "--raw",
    "-z",
    "--no-abbrev",
    "-M",
    "--relative",
    "--encoding=UTF-8",
    "--format=%H%x00%ct%x00%B%x00",
)


class NoGit(Exception):
    """The project is no git working tree, or there is no git."""


class UnknownRevision(Exception):
    """There is no such revision; its name is the argument."""


class Edit(NamedTuple):
    """One file in one commit. A blob is None where the file did not exist; `former` is its path before."""

    before: str | None
    after: str | None
    former: str
    path: str


@dataclass(frozen=True)
class Commit:
    """`seconds` since 1970, when it was committed. At the `is_cut` end of a shallow clone all files look new."""

    id: str
    seconds: int
    message: str
    edits: tuple[Edit, ...]
    is_cut: bool


class Repository:
    """The git repository that `project` lies in. All paths are relative to `project`. Raises NoGit."""

    def __init__(self, project: Path) -> None:
        self._project = project
        answer = self._lines("rev-parse", "--is-inside-work-tree", "--git-path", "shallow")
        if answer is None or answer[0] != "true":
            raise NoGit(project)
        shallow = project / answer[1]
        self._cut = frozenset(shallow.read_text().split()) if shallow.is_file() else frozenset()

    def commits(self, folder: str) -> Iterator[Commit]:
        """Those that touched `folder`, newest first. None before the first commit."""
        log = self._run(*_LOG, "--", folder)
        tokens = iter(log.stdout.decode("utf-8", "replace").split("\0") if log.returncode == 0 else ())
        header: tuple[str, str, str] | None = None
        edits: list[Edit] = []
        for token in tokens:
            text = token.lstrip("\n")
            if text.startswith(":"):
                edits.append(_edit(text, tokens))
            elif text:
                yield from self._commit(header, edits)
                header, edits = (text, next(tokens), next(tokens)), []
        yield from self._commit(header, edits)

    def tree(self, revision: str, folder: str) -> dict[str, str]:
        """Path → blob of every file below `folder` at `revision`. Raises UnknownRevision."""
        listing = self._run("ls-tree", "-r", "-z", "--end-of-options", revision, "--", f"{folder}/")
        if listing.returncode != 0:
            raise UnknownRevision(revision)
        entries = (line.split("\t", 1) for line in listing.stdout.decode("utf-8", "replace").split("\0") if line)
        return {path: meta.split()[2] for meta, path in entries}

    def differing(self, revision: str, folder: str) -> frozenset[str]:
        """Paths whose file now differs from `revision`, or that it has not. Raises UnknownRevision."""
        changed = self._run("diff", "--name-only", "--no-renames", "-z", "--relative", revision, "--", folder)
        new = self._run("ls-files", "--others", "--exclude-standard", "-z", "--", folder)
        if changed.returncode != 0:
            raise UnknownRevision(revision)
        return frozenset(filter(None, (changed.stdout + new.stdout).decode("utf-8", "replace").split("\0")))

    def messages(self, revision: str) -> Iterator[tuple[str, str]]:
        """Id and message of each commit since `revision`, newest first. Raises UnknownRevision."""
        log = self._run(
            "log", "-z", "--encoding=UTF-8", "--format=%H %B", "--end-of-options", f"{revision}..HEAD", "--"
        )
        if log.returncode != 0:
            raise UnknownRevision(revision)
        for entry in filter(None, log.stdout.decode("utf-8", "replace").split("\0")):
            commit, _, message = entry.partition(" ")
            yield commit, message

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The content of each blob, read by one process. A blob that is not here is left out."""
        wanted = sorted(set(ids))
        output = (
            self._run("cat-file", "--batch", standard_input="\n".join(wanted).encode() + b"\n").stdout
            if wanted
            else b""
        )
        contents, at = {}, 0
        for blob in wanted:
            end = output.index(b"\n", at)
            meta, at = output[at:end].split(), end + 1
            if meta[-1] != b"missing":
                size = int(meta[2])
                contents[blob], at = output[at : at + size], at + size + 1
        return contents

    def _commit(self, header: tuple[str, str, str] | None, edits: list[Edit]) -> Iterator[Commit]:
        if header and edits:
            name, seconds, message = header
            yield Commit(name, int(seconds), message, tuple(edits), name in self._cut)

    def _lines(self, *arguments: str) -> list[str] | None:
        process = self._run(*arguments)
        return process.stdout.decode().splitlines() if process.returncode == 0 else None

    def _run(self, *arguments: str, standard_input: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        command = ["git", *arguments]
        try:
            return subprocess.run(
                command, cwd=self._project, input=standard_input, capture_output=True, check=False, env=environment
            )
        except OSError as error:
            raise NoGit(self._project) from error


def _edit(meta: str, tokens: Iterator[str]) -> Edit:
    """One line of `--raw`: of a merge as many colons, modes and blobs as it has parents; see git-diff(1)."""
    parents = len(meta) - len(meta.lstrip(":"))
    _, *blobs = meta.split()[parents:]
    status = blobs.pop()
    first = next(tokens)
    path = next(tokens) if status[0] in "RC" and parents == 1 else first
    return Edit(_existing(blobs[0]), _existing(blobs[-1]), first, path)


def _existing(blob: str) -> str | None:
    return blob if blob.strip("0") else None
