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

from macros.loading.problems import ProblemsFound

PROBLEMS = "SHIMON_PROBLEMS"
"""The environment variable that names the file in which a build leaves the problems of the data for this process."""

PUBLISHED = "SHIMON_PUBLISHED"
"""The environment variable that names the list of what the published site promises, for a build that will follow it."""

_WHERE = "諮問の窓のフォルダで実行するか、--project にそのフォルダを書いてください。"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_READABLE = 0o022  # by a web server, whatever the umask of who builds
_HERE = -100  # AT_FDCWD
_TELLING = re.compile(r"WARNING|ERROR|Abort|Error:|検索の索引|\S+:\d+: |[\w.]+(?:Error|NotFound|Undefined)\b")

_MACHINE = (
    (
        "No space left on device|Disk quota exceeded|StorageFull",
        "ディスクの空きがありません。いらないファイルを消してから、もう一度実行してください。",
    ),
    ("File too large", "ファイルの大きさの上限に達しました。上限（ulimit -f）を確かめてください。"),
    (
        "Too many open files",
        "同時に開けるファイルの数の上限に達しました。ほかのプログラムを終えてから、もう一度実行してください。",
    ),
    ("Permission denied|Read-only file system", "書き込みの権限がありません。フォルダの権限を確かめてください。"),
)


class BuildFailed(Exception):
    """The site could not be built; the message says why."""


def publish(project: Path, promised: Path | None = None) -> Path:
    """Build the site of `project`, which checks its data, and return its folder.

    `promised`: the `urls.txt` of the site that it will follow (a file that is not there: of none); without it no
    promise is looked at.

    Raises ProblemsFound for problems in the data, BuildFailed for anything else.
    """
    if not (project / "mkdocs.yml").is_file():
        raise BuildFailed(_failed(f"{project / 'mkdocs.yml'} がありません。{_WHERE}"))
    root = project.resolve()
    with _fresh_site(root) as fresh:
        _build(project, fresh, promised)
        _put_in_place(fresh, root / "site", root / ".build" / "previous")
    return root / "site"


@contextmanager
def _fresh_site(project: Path) -> Iterator[Path]:
    """Where a new site can be built. What the machine refuses is told in a sentence."""
    workshop = project / ".build"
    try:
        workshop.mkdir(exist_ok=True)
        with _alone(workshop), tempfile.TemporaryDirectory(dir=workshop, prefix="site-") as folder:
            yield Path(folder) / "site"
    except OSError as error:
        raise BuildFailed(_failed(f"\n  {_of_the_machine(str(error)) or error}")) from error


@contextmanager
def _alone(workshop: Path) -> Iterator[None]:
    """One build at a time: a second one waits. Also mends and clears away what killed builds left."""
    with (workshop / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("ほかのビルドが終わるのを待っています…", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        _clear(workshop, workshop.parent / "site")
        yield


def _clear(workshop: Path, site: Path) -> None:
    previous = workshop / "previous"
    if previous.exists() and not site.exists():
        previous.rename(site)
    for left in (previous, *workshop.glob("site-*")):
        shutil.rmtree(left, ignore_errors=True)


def _build(project: Path, fresh: Path, promised: Path | None) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    problems = fresh.with_name("problems.json")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", PROBLEMS: str(problems)}
    environment |= {PUBLISHED: str(promised.resolve())} if promised else {}
    process = subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=False, env=environment, umask=_READABLE
    )
    if problems.exists():
        raise ProblemsFound.from_json(problems.read_text(encoding="utf-8"), project)
    if process.returncode != 0:
        output = process.stdout + process.stderr
        raise BuildFailed(_failed(_cause(output)) + _kept(output, fresh.parents[1] / "log.txt"))


def _failed(why: str) -> str:
    return f"サイトを作れませんでした。いまの site/ はそのままです。{why}"


def _kept(output: str, log: Path) -> str:
    """Where the whole of it can be read; nothing where even that cannot be written."""
    try:
        log.write_text(output, encoding="utf-8")
    except OSError:
        return ""
    return f"\n詳しい記録：{log}"


def _cause(output: str) -> str:
    """What was wrong: with the machine, or in the words of MkDocs, a hook or a template; not how it got there."""
    of_the_machine = _of_the_machine(output)
    sentences = [line.strip() for line in output.splitlines() if _TELLING.match(line)]
    return "".join(f"\n  {line}" for line in ([of_the_machine] if of_the_machine else sentences))


def _of_the_machine(output: str) -> str | None:
    return next((sentence for words, sentence in _MACHINE if re.search(words, output)), None)


def _put_in_place(fresh: Path, site: Path, previous: Path) -> None:
    if not site.exists():
        fresh.rename(site)
    elif not _exchanged(fresh, site):
        # Where the file system cannot exchange, the old site is away for an instant; _alone brings it back.
        site.rename(previous)
        fresh.rename(site)
        shutil.rmtree(previous)


def _exchanged(first: Path, second: Path) -> bool:
    """Swap two folders in one step of the file system; False where that cannot be done."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return renameat2 is not None and renameat2(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0
