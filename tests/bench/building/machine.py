"""On what was measured, by which versions, and when."""

import os
import platform
from datetime import UTC, datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

from tests.bench.building.peers import HUGO

_TOKYO = timezone(timedelta(hours=9))
_PACKAGES = ("mkdocs", "mkdocs-material", "pydantic", "pyyaml", "pagefind-bin")


def machine() -> dict[str, str]:
    """Words for a table."""
    about = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next((line.partition(": ")[2] for line in about.splitlines() if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    packages = {name: version(name) for name in _PACKAGES}
    return {
        "date": datetime.now(UTC).astimezone(_TOKYO).date().isoformat(),
        "cpu": f"{model} × {os.cpu_count()}",
        "memory": f"{memory:.0f} GB",
        "python": platform.python_version(),
        "hugo": HUGO,
        **packages,
    }
