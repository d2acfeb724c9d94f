"""What our own build costs: whole, stage by stage, and as pages alone. And the floor: a plain loop over our templates."""

import json
import os
import sys
import time
from pathlib import Path

from bench.building.measuring import Cost, cost
from macros.archive import load
from macros.cross_references import CrossReferences
from macros.history import NO_HISTORY
from macros.pages import pages
from macros.rendering import Renderer

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


def floor(project: Path, output: Path) -> float:
    """CPU seconds of nothing but our templates in a loop: the records are at hand, the pages are written."""
    archive = load(project / "data")
    references = CrossReferences(archive)
    renderer = Renderer(archive, references, NO_HISTORY)
    made = list(pages(archive, references, NO_HISTORY))
    start = time.process_time()
    for page in made:
        _write(output / page.address, renderer.framed(page, renderer.page(page)))
    return time.process_time() - start


def _write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html, encoding="utf-8")


def main() -> None:
    """`python -m bench.building.ours PROJECT OUTPUT`: the floor, in a process of its own; told in BENCH_FLOOR."""
    project, output = map(Path, sys.argv[1:])
    Path(os.environ["BENCH_FLOOR"]).write_text(json.dumps(round(floor(project, output), 2)))


if __name__ == "__main__":
    main()
