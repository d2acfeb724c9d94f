"""YAML as editors read it: 948 is a number there, while the program keeps every scalar as text."""

from pathlib import Path
from typing import Any, ClassVar

import yaml


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as far as records use it: numbers, and everything else is text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:int"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        if first in "-+0123456789"
    }


def as_editors_read(path: Path) -> Any:
    """The values of a file with the types that an editor gives them."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorLoader)  # noqa: S506 — a SafeLoader
