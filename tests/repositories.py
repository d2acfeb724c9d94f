"""Real git repositories for tests, with dates that never change."""

import os
import subprocess
from pathlib import Path

_WHO = ("-c", "user.name=見本", "-c", "user.email=mihon@example.invalid", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, on: str = "2024-01-01") -> str:
    """What git says; `on` is when it commits: a day (then at noon in Tokyo), or a moment. Nothing of this machine counts."""
    moment = on if "T" in on else f"{on}T12:00:00+09:00"
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment = os.environ | alone | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    command = ["git", *_WHO, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, message: str, on: str = "2024-01-01") -> str:
    """Commit everything below `data/` and return the first twelve digits of the commit's id."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", "data")
    git(folder, "commit", "--quiet", "--message", message, on=on)
    return git(folder, "rev-parse", "HEAD")[:12]
