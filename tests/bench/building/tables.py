"""A result → the page of docs/decisions/ that keeps it."""

from itertools import pairwise
from math import log
from typing import Any

_STAGES = ("read", "check", "history", "render", "export", "index", "framework", "publish")
_OTHERS = ("MkDocs", "Hugo")


def decision(result: dict[str, Any]) -> str:
    """Markdown, English as all decisions are."""
    rows = result["sizes"]
    about = ", ".join(f"{name} {value}" for name, value in result["machine"].items())
    lines = [
        "# 32. Building, measured",
        "",
        '`make bench` (`SIZES="9 100"`, `REPEATS=3`) generates archives with the words, meetings and answers that come',
        "with so many records (`tests/bench/generating.py`), builds them and prints the same pages by others. Written by that",
        "command; do not edit. CPU seconds (user + system, children included) because a busy machine stretches the clock",
        "more; medians; 10,000 once. Peak: the largest process.",
        "",
        f"Machine: {about}.",
        "",
        _table(["consultations", *(f"{row['records']:,}" for row in rows)], _rows(rows)),
        "",
        "read: YAML to values. check: shapes, rules, leaks. render: records to HTML files. export: open data, feeds,",
        "calendars. index: text of the pages, Pagefind. framework: MkDocs, hand-written pages. publish: the check",
        "before, promised addresses, the move into place. Pages alone: without index and export. MkDocs: MkDocs and",
        "Material with an empty page at every address. Hugo prints the finished data of every page",
        "(`tests/bench/building/blocks.py`), so checks, references and layout of drawings cost it nothing, and its frame is",
        "shorter.",
        "",
    ]
    return "\n".join(lines)


def _rows(rows: list[dict[str, Any]]) -> list[list[str]]:
    table = [
        ["whole build, CPU s", *(_number(row["whole"]) for row in rows)],
        *([f"– {name}", *(_number(row["stages"].get(name)) for row in rows)] for name in _STAGES),
        ["exponent from the size before", *_exponents(rows)],
        ["peak memory, MB", *(_number(row["peak"]) for row in rows)],
        ["pages / files", *(f"{row['pages']:,} / {row['files']:,}" for row in rows)],
        ["output, MB", *(_number(row["bytes"] / 1e6) for row in rows)],
        ["largest page, kB", *(_number(row["largest"] / 1e3) for row in rows)],
        ["pages alone, CPU s", *(_number(row["alone"]) for row in rows)],
        ["pages alone, peak MB", *(_number(row["alone_peak"]) for row in rows)],
    ]
    for name in _OTHERS:
        costs = [(row.get(name) or {}).get("cpu") for row in rows]
        table.append([f"{name}, CPU s", *map(_number, costs)])
        ratios = [row["alone"] / cpu if cpu else None for row, cpu in zip(rows, costs, strict=True)]
        table.append([f"pages alone / {name}", *map(_number, ratios)])
    return table


def _exponents(rows: list[dict[str, Any]]) -> list[str]:
    pairs = pairwise(rows)
    grown = [
        log(after["whole"] / before["whole"]) / log(after["records"] / before["records"]) for before, after in pairs
    ]
    return ["—", *(f"{each:.2f}" for each in grown)]


def _number(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
