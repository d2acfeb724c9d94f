"""The one decision that keeps what was measured: between two marks a table for each benchmark, a column for each size.

A size that is not measured again keeps its column, and the day it was measured on.
"""

import os
import platform
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from tests.archives import ROOT

DECISION = ROOT / "docs" / "decisions" / "0032-measured.md"
_PACKAGES = ("mkdocs-material", "pydantic", "pagefind-bin", "playwright")

Column = dict[str, str | float]
"""What was measured at one size, each with its name; a text where the decision already had it."""


def table(benchmark: str) -> str:
    """What stands between the marks of `benchmark`."""
    between = _marked(benchmark).search(DECISION.read_text(encoding="utf-8"))
    return between[0] if between else ""


def columns(benchmark: str) -> dict[int, Column]:
    """The table of `benchmark`, by size."""
    lines = [line.strip("| ").split(" | ") for line in table(benchmark).splitlines() if line.startswith("| ")]
    head, _, *rows = lines or ([], [])
    sizes = [int(size.replace(",", "")) for size in head[1:]]
    return {size: {name: cells[place] for name, *cells in rows} for place, size in enumerate(sizes)}


def keep(benchmark: str, by_size: Mapping[int, Column], rows: Iterable[str]) -> None:
    """Write the table of `benchmark` anew, with these rows."""
    sizes = sorted(by_size)
    lines = [
        ["consultations", *(f"{size:,}" for size in sizes)],
        ["---"] * (len(sizes) + 1),
        *([name, *(_cell(by_size[size].get(name, "—")) for size in sizes)] for name in rows),
    ]
    drawn = "\n".join(f"| {' | '.join(line)} |" for line in lines) + f"\n\nLast run on {_machine()}.\n"
    text = _marked(benchmark).sub(lambda _: drawn, DECISION.read_text(encoding="utf-8"))
    DECISION.write_text(text, encoding="utf-8")


def _cell(value: str | float) -> str:
    """Of a number three digits, or all that stand before the point; of a count all."""
    if isinstance(value, str):
        return value
    digits = 0 if isinstance(value, int) else max(0, 3 - len(f"{value:.0f}"))
    return f"{value:,.{digits}f}"


def _marked(benchmark: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {benchmark} -->\n).*?(?=<!-- /{benchmark} -->)", re.DOTALL)


def _machine() -> str:
    about = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next((line.partition(": ")[2] for line in about.splitlines() if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"{model} × {os.cpu_count()}, {memory:.0f} GB; Python {platform.python_version()}, {versions}"
