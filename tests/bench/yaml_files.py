"""YAML files of generated archives: texts in, texts out, in C. Not how the site reads its records."""

from pathlib import Path
from typing import Any

import yaml


def read(path: Path) -> Any:
    """Every value as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 — texts only


def write(path: Path, values: Any) -> None:
    """Keys in their order, Japanese as it is, a folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")
