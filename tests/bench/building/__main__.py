"""`python -m tests.bench.building [SIZES …]`: measure everything, write the result as JSON and as tables."""

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import Any

from tests.bench.building import ours, peers
from tests.bench.building.machine import machine
from tests.bench.building.measuring import CommandFailed, cost, size
from tests.bench.building.projects import ROOT, WORKSHOP, project
from tests.bench.building.tables import decision

RESULT = WORKSHOP / "result.json"
DECISION = ROOT / "docs" / "decisions" / "0032-building-measured.md"
PAGES_ALONE = "index export"


def measured(records: int, repeats: int, has_peers: bool) -> dict[str, Any]:
    """One size: medians of CPU seconds; peak in MB; what was written."""
    folder = project(records)
    _say(f"{records}件：全体")
    builds = [ours.whole(folder, ROOT) for _ in range(repeats)]
    files, written, largest = size(folder / "site")
    names = sorted({name for _, stages in builds for name in stages})
    row: dict[str, Any] = {
        "records": records,
        "whole": _median(each.cpu for each, _ in builds),
        "peak": max(each.peak for each, _ in builds),
        "stages": {name: _median(stages.get(name, 0.0) for _, stages in builds) for name in names},
        "files": files,
        "bytes": written,
        "largest": largest,
        "pages": len(list((folder / "site").rglob("index.html"))),
    }
    _say(f"{records}件：ページだけ")
    alone = [ours.whole(folder, ROOT, PAGES_ALONE)[0] for _ in range(repeats)]
    row |= {"alone": _median(each.cpu for each in alone), "alone_peak": max(each.peak for each in alone)}
    others = peers.prepare(folder / "site", folder / "peers") if has_peers else {}
    for name, (command, place) in others.items():
        _say(f"{records}件：{name}")
        row[name] = _other(command, place, repeats)
    return row


def _other(command: tuple[str, ...], place: Path, repeats: int) -> dict[str, float] | None:
    """None where it did not finish."""
    try:
        found = [cost(command, place) for _ in range(repeats)]
    except CommandFailed as error:
        _say(str(error))
        return None
    return {"cpu": _median(each.cpu for each in found), "peak": max(each.peak for each in found)}


def _median(values: Any) -> float:
    return round(statistics.median(values), 2)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Sizes and peers that were not asked for keep their earlier figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[9, 100, 1000, 10_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--without-peers", action="store_true")
    command = parser.parse_args()
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    known = json.loads(RESULT.read_text(encoding="utf-8"))["sizes"] if RESULT.exists() else []
    rows = {row["records"]: row for row in known}
    for records in command.sizes:
        repeats = 1 if records > 1000 else command.repeats
        rows[records] = rows.get(records, {}) | measured(records, repeats, not command.without_peers)
        result = {"machine": machine(), "sizes": [rows[each] for each in sorted(rows)]}
        RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        DECISION.write_text(decision(result), encoding="utf-8")
    print(DECISION.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
