"""When each record was last changed, as git knows it: one log for all of them. Not what changed in it."""

import subprocess
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

_TOKYO = timezone(timedelta(hours=9))
_FOLDERS = ("data/consultations", "data/schedules")


def last_changes(project: Path) -> dict[str, date]:
    """Path of a record, relative to `project` → the day of its last commit, in Tokyo.

    Empty where git cannot tell: outside a repository, and in a shallow clone, which dates everything as its end.
    """
    if _git(project, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(project, "log", "--format=%x01%ct", "--name-only", "--relative", "-z", "--", *_FOLDERS)
    found: dict[str, date] = {}
    for commit in log.split("\x01")[1:]:
        seconds, *paths = (each.strip("\n") for each in commit.split("\0"))
        day = datetime.fromtimestamp(int(seconds), _TOKYO).date()
        for path in filter(None, paths):
            found.setdefault(path, day)
    return found


def _git(project: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=False)  # noqa: S607
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
