"""Projects to build: a generated archive of any size around this repository's own pages and templates."""

import shutil
from pathlib import Path

from tests.bench.generating import generate_archive

ROOT = Path(__file__).parents[3]
WORKSHOP = ROOT / ".build" / "bench"
_TIMED = Path(__file__).parent / "timed_hooks.py"


def project(size: int) -> Path:
    """A fresh project with `size` consultations, whose hooks carry a clock."""
    folder = WORKSHOP / f"building-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("docs", "overrides", "macros"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("macros/hooks.py", str(_TIMED)), encoding="utf-8")
    generate_archive(ROOT / "data", folder / "data", size)
    return folder
