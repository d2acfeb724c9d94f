"""One command → what it cost. Linux: the sums of wait4(2) hold every child that was waited for."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailed(Exception):
    """The command did not end well; the message holds the last of what it printed."""


@dataclass(frozen=True)
class Cost:
    """`cpu` and `wall` in seconds; `peak` is the memory of the largest of its processes in MB."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: "Cost") -> "Cost":
        """Of both, one after the other."""
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def median(costs: Sequence[Cost]) -> Cost:
    """Of repeated runs; the memory of the worst."""
    cpu, wall = (statistics.median(times) for times in zip(*((run.cpu, run.wall) for run in costs), strict=True))
    return Cost(cpu, wall, max(run.peak for run in costs))


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run `command` in `folder`. Raises CommandFailed."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as printed:
        running = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode != 0:
            printed.seek(0)
            raise CommandFailed(f"{' '.join(command)}\n{printed.read().decode(errors='replace')[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024)
