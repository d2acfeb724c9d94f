"""What our own build costs: whole, stage by stage, and as pages alone."""

import json
import sys
from pathlib import Path

from tests.bench.building.measuring import Cost, cost

_BUILD = (sys.executable, "-m", "macros", "build")


def whole(project: Path, repository: Path, without: str = "") -> tuple[Cost, dict[str, float]]:
    """`shimon build` of `project`, and the CPU seconds of each stage. `without` may name stages: `index export`."""
    report = project / "stages.json"
    report.unlink(missing_ok=True)
    environment = {"BENCH_STAGES": str(report), "BENCH_WITHOUT": without, "PYTHONPATH": str(repository)}
    spent = cost(_BUILD, project, environment)
    stages: dict[str, float] = json.loads(report.read_text())
    stages["publish"] = spent.cpu - sum(stages.values())
    return spent, stages
