"""What building costs, stage by stage and beside others: `make bench` (SIZES="9 100 1000 10000", REPEATS=3).

Nothing is kept from one build to the next. CPU seconds (user and system, of the process and its children) beside the
time on the clock, which a busy machine stretches more. The table goes into the decision that figures.py names.
"""

import argparse
import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

from macros.site.live_reload import Preview
from tests.archives import REAL, ROOT, new_project
from tests.bench import figures, peers
from tests.bench.cost import CommandFailed, Cost, cost, median
from tests.bench.figures import Column
from tests.bench.generating import grow

_WORKSHOP = ROOT / ".build" / "bench"
_HOOKS = Path(__file__).parent / "timed_hooks.py"
_STAGES = ("read", "check", "history", "render", "export", "index", "framework", "publish")
_WHOLE, _EXPONENT = "whole build, CPU s", "exponent from the size before"
_SAVED = 5  # times, for the first page drawn compiles its templates
_ONCE_FROM = 10_000  # consultations: what takes half an hour is not repeated


def measured(size: int, repeats: int) -> Column:
    """A column of the table: our build, others' for the same pages, and how they compare."""
    folder = _project(size)
    builds = [_build(folder) for _ in range(repeats)]
    whole = median([spent for spent, _ in builds])
    stages = {name: statistics.median(found.get(name, 0.0) for _, found in builds) for name in _STAGES}
    alone = whole.cpu - stages["export"] - stages["index"]
    return {
        "measured on": date.today().isoformat(),
        _WHOLE: whole.cpu,
        **{f"– {name}": seconds for name, seconds in stages.items()},
        _EXPONENT: "—",
        "whole build, s on the clock": whole.wall,
        "largest process, MB": whole.peak,
        **_written(folder / "site"),
        "pages alone, CPU s": alone,
        **_others(folder, repeats, whole, alone),
        "preview of a saved file, CPU s": _preview(folder),  # last: what this process holds counts for its children
    }


def _project(size: int) -> Path:
    """A fresh project with `size` consultations, whose hooks carry a clock."""
    folder = _WORKSHOP / f"building-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    settings = new_project(folder, REAL) / "mkdocs.yml"
    timed = settings.read_text(encoding="utf-8").replace("macros/hooks.py", str(_HOOKS))
    settings.unlink()
    settings.write_text(timed, encoding="utf-8")
    grow(folder / "data", size)
    return folder


def _build(folder: Path) -> tuple[Cost, dict[str, float]]:
    """`shimon build` of a project, and the CPU seconds of each stage."""
    shutil.rmtree(folder / ".build", ignore_errors=True)
    report = folder / "stages.json"
    environment = {"BENCH_STAGES": str(report), "PYTHONPATH": str(ROOT)}
    spent = cost((sys.executable, "-m", "macros", "build"), folder, environment)
    stages: dict[str, float] = json.loads(report.read_text(encoding="utf-8"))
    return spent, stages | {"publish": spent.cpu - sum(stages.values())}


def _written(site: Path) -> Column:
    sizes = [(path.stat().st_size, path.suffix) for path in site.rglob("*") if path.is_file()]
    return {
        "pages / files": f"{len(list(site.rglob('index.html'))):,} / {len(sizes):,}",
        "output, MB": sum(size for size, _ in sizes) / 1e6,
        "largest page, kB": max(size for size, suffix in sizes if suffix == ".html") / 1e3,
    }


def _others(folder: Path, repeats: int, whole: Cost, alone: float) -> Column:
    """What did not finish has no figures."""
    empty, pages = folder / "mkdocs", folder / "hugo"
    peers.prepare_mkdocs(folder / "site", empty)
    peers.prepare_hugo(folder / "site", pages)
    column: Column = {}
    if mkdocs := _repeated(peers.mkdocs, empty, repeats):
        column |= {"MkDocs with empty pages, CPU s": mkdocs.cpu}
    if hugo := _repeated(peers.hugo, pages, repeats):
        column |= {"Hugo, CPU s": hugo.cpu, "pages alone / Hugo": alone / hugo.cpu}
    if hugo and (pagefind := _repeated(peers.pagefind, pages, repeats)):
        both = hugo + pagefind
        column |= {
            "Hugo and plain Pagefind, CPU s": both.cpu,
            "Hugo and plain Pagefind, s on the clock": both.wall,
            "Hugo and plain Pagefind, largest process, MB": both.peak,
            "whole build / Hugo and plain Pagefind": whole.cpu / both.cpu,
        }
    return column


def _repeated(run: Callable[[Path], Cost], folder: Path, repeats: int) -> Cost | None:
    print(folder, run.__name__, file=sys.stderr, flush=True)
    try:
        return median([run(folder) for _ in range(repeats)])
    except CommandFailed as error:
        print(error, file=sys.stderr, flush=True)
        return None


def _preview(folder: Path) -> float:
    """From a saved consultation to its page, the archive being at hand."""
    path = folder / "data" / "consultations" / "948.yml"
    preview, times = Preview(folder), []
    for _ in range(_SAVED):
        path.write_bytes(path.read_bytes() + b"\n")
        start = time.process_time()
        preview.look()
        times.append(time.process_time() - start)
    return statistics.median(times)


def _with_exponents(columns: dict[int, Column]) -> dict[int, Column]:
    """How the CPU of a build grows with the consultations: 1 where twice as many take twice as long."""
    for before, after in pairwise(sorted(columns)):
        cpu = {size: float(str(columns[size][_WHOLE]).replace(",", "")) for size in (before, after)}
        columns[after][_EXPONENT] = log(cpu[after] / cpu[before]) / log(after / before)
    return columns


def main() -> None:
    """Sizes that were not asked for keep their earlier figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[9, 100, 1000, 10_000])
    parser.add_argument("--repeats", type=int, default=3)
    command = parser.parse_args()
    for size in sorted(command.sizes):
        column = measured(size, 1 if size >= _ONCE_FROM else command.repeats)
        columns = _with_exponents(figures.columns("building") | {size: column})
        figures.keep("building", columns, rows=column)
    print(figures.table("building"))


if __name__ == "__main__":
    main()
