"""Who looks at several registers reads their all.ndjson as one table."""

from pathlib import Path

import duckdb

from macros.derived.cross_references import CrossReferences
from macros.exports import Exported, write_exports
from macros.loading.archive import load
from tests.archives import MIHON, NINE


def _written(data: Path, folder: Path) -> Path:
    folder.mkdir()
    archive = load(data)
    write_exports(Exported(archive, CrossReferences(archive)), folder)
    return next(folder.rglob("all.ndjson"))


def test_two_registers_are_one_table(tmp_path: Path) -> None:
    files = [str(_written(NINE, tmp_path / "nine")), str(_written(MIHON, tmp_path / "mihon"))]
    lines = sum(Path(file).read_text(encoding="utf-8").count("\n") for file in files)
    table = "read_ndjson_auto(?, union_by_name = true, filename = true, maximum_object_size = 33554432)"
    rows = duckdb.execute(f"select count(*), count(distinct filename) from {table}", [files]).fetchone()  # noqa: S608 — no value in it
    assert rows == (lines, 2)
