"""Archives for tests: the real one, the fictional 見本市, and projects built from either."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.publishing import publish

ROOT = Path(__file__).parent.parent
REAL = ROOT / "data"
MIHON = Path(__file__).parent / "mihon" / "data"


def project(folder: Path, data: Path = MIHON) -> Path:
    """A project in `folder` with a copy of `data`, and everything else as it is here."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "overrides", "macros", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(data, folder / "data")
    return folder


def published(folder: Path, data: Path = MIHON) -> Path:
    """The finished site of such a project."""
    return publish(project(folder, data))


def values(path: Path) -> Any:
    """A YAML file as plain texts, lists and mappings."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — texts only
