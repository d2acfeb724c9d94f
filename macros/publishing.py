"""From the project to a finished `site/`: built beside it, put in its place in one step.

Whatever fails, or is killed, on the way leaves the previous site as it was.
"""

import ctypes
import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.archive import Archive, load
from macros.permanence import addresses, broken_promises
from macros.problems import ProblemsFound

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD
_TELLING = re.compile(r"WARNING|ERROR|Abort|Error:|検索の索引|\S+:\d+: |[\w.]+(?:Error|NotFound|Undefined)\b")


class BuildFailed(Exception):
    """The site could not be built; the message says why."""


def publish(project: Path) -> Path:
    """Check the data, build the site of `project` and return its folder.

    Raises ProblemsFound for problems in the data, BuildFailed for anything else.
    """
    archive = load(project / "data")
    project = project.resolve()
    workshop = project / ".build"
    workshop.mkdir(exist_ok=True)
    with _alone(workshop), tempfile.TemporaryDirectory(dir=workshop, prefix="site-") as folder:
        fresh = Path(folder) / "site"
        _build(project, fresh)
        _keep_promises(project, fresh, archive)
        _put_in_place(fresh, project / "site")
    return project / "site"


@contextmanager
def _alone(workshop: Path) -> Iterator[None]:
    """One build at a time: a second one waits. Also clears away what killed builds left."""
    with (workshop / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("ほかのビルドが終わるのを待っています…", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        for left in workshop.glob("site-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _build(project: Path, fresh: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        said = done.stdout + done.stderr
        log = project / ".build" / "log.txt"
        log.write_text(said, encoding="utf-8")
        raise BuildFailed(f"サイトを作れませんでした。いまの site/ はそのままです。{_cause(said)}\n詳しい記録：{log}")


def _cause(said: str) -> str:
    """The lines in which MkDocs, a hook or a template says what was wrong; not how it got there."""
    told = [line.strip() for line in said.splitlines() if _TELLING.match(line)]
    return "".join(f"\n  {line}" for line in told)


def _keep_promises(project: Path, fresh: Path, archive: Archive) -> None:
    problems = broken_promises(project, addresses(fresh), archive.retired)
    if problems:
        raise ProblemsFound(problems)


def _put_in_place(fresh: Path, site: Path) -> None:
    if not site.exists():
        fresh.rename(site)
    elif not _exchanged(fresh, site):
        # Where the file system cannot exchange, the old site is away for an instant.
        site.rename(fresh.with_name("previous"))
        fresh.rename(site)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; False where that cannot be done."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return renameat2 is not None and renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
