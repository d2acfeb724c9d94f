"""One command → what it cost. Linux: the sums of wait4(2) hold every child that was waited for."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailed(Exception):
    """The command did not end well; the message holds the last of what it said."""


@dataclass(frozen=True)
class Cost:
    """`cpu` and `wall` in seconds; `peak` is the memory of the largest of its processes in MB."""

    cpu: float
    wall: float
    peak: float


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run `command` in `folder`. Raises CommandFailed."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode != 0:
            said.seek(0)
            raise CommandFailed(f"{' '.join(command)}\n{said.read().decode(errors='replace')[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024)


def size(folder: Path) -> tuple[int, int, int]:
    """Files, bytes, and the bytes of the largest HTML page below `folder`."""
    sizes = [(path.stat().st_size, path.suffix) for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(each for each, _ in sizes), max(each for each, suffix in sizes if suffix == ".html")
