"""`python -m tests.bench.building.sharding [SIZE] [--shards N]`: what each of several jobs costs, and the longest way through."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.building.measuring import Cost, cost
from tests.bench.building.projects import ROOT, project


def main() -> None:
    """One job after another on this machine: CPU seconds, as if each had a machine of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=1000)
    parser.add_argument("--shards", type=int, default=4)
    asked = parser.parse_args()
    folder = project(asked.size)
    alone = _shimon(folder, "build")
    shutil.rmtree(folder / "site")
    names = [f"{number}/{asked.shards}" for number in range(1, asked.shards + 1)]
    rounds = {
        "shard pages": [_shimon(folder, "shard", "pages", name) for name in names],
        "shard index": [_shimon(folder, "shard", "index", name) for name in names],
        "build": [_shimon(folder, "build", "--shards", str(asked.shards))],
    }
    print(
        f"| {asked.size:,} consultations | jobs | CPU s, all | CPU s, the longest | peak MB |\n| --- | --- | --- | --- | --- |"
    )
    for name, costs in {"one job": [alone], **rounds}.items():
        print(_row(name, costs))
    longest = sum(_longest(costs) for costs in rounds.values())
    print(f"\nThe longest way through all rounds: {longest:.0f} CPU s, {longest / alone.cpu:.2f} of one job.")


def _shimon(folder: Path, *arguments: str) -> Cost:
    print(*arguments, file=sys.stderr, flush=True)
    shutil.rmtree(folder / ".build" / "records", ignore_errors=True)  # no job finds another's
    return cost((sys.executable, "-m", "macros", *arguments), folder, {"PYTHONPATH": str(ROOT)})


def _row(name: str, costs: Sequence[Cost]) -> str:
    cpu, peak = sum(each.cpu for each in costs), max(each.peak for each in costs)
    return f"| {name} | {len(costs)} | {cpu:.0f} | {_longest(costs):.0f} | {peak:.0f} |"


def _longest(costs: Sequence[Cost]) -> float:
    return max(each.cpu for each in costs)


if __name__ == "__main__":
    main()
