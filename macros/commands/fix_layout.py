"""Puts every sound file of `data/` into its one layout. A file with problems is left for its author."""

from pathlib import Path
from typing import NamedTuple

from macros.commands import new
from macros.documents.importing import draft_file
from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from macros.loading.schemas import shape_of
from macros.loading.yaml_format import canonical

_GUIDANCE = new.GUIDANCE | draft_file.GUIDANCE


class Fixed(NamedTuple):
    """The files that were changed, and those that have problems and were therefore left alone."""

    changed: tuple[Path, ...]
    left: tuple[Path, ...]


def fix_layouts(data: Path) -> Fixed:
    """Lay out the files in `data`. Running it again changes nothing."""
    left = _with_problems(data)
    changed = []
    for path in sorted(data.rglob("*.yml")):
        shape = shape_of(path.relative_to(data))
        if shape and path not in left and _lay_out(path, shape):
            changed.append(path)
    return Fixed(tuple(changed), tuple(sorted(left)))


def _with_problems(data: Path) -> set[Path]:
    try:
        load(data)
    except ProblemsFound as found:
        return {problem.path for problem in found.problems}
    return set()


def _lay_out(path: Path, shape: str) -> bool:
    """Whether the file had to be changed."""
    before = path.read_bytes()
    after = canonical(before.decode("utf-8-sig"), shape, _GUIDANCE).encode()
    if after == before:
        return False
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(after)
    fresh.replace(path)
    return True
