"""The one way a file of `data/` is laid out: keys in the model's order, lists short or one line each, plain text.

It changes how a file looks, never what it says, and keeps every comment.
"""

from collections.abc import Container
from typing import Any

from macros.loading.yaml_format import yaml_writer
from macros.loading.yaml_format.layout import in_order, layout
from macros.loading.yaml_format.yaml_writer import Layout, is_short

__all__ = ["Layout", "canonical", "is_short", "write"]


def write(values: Any, shape: str, laid_out: Layout) -> str:
    """`values` of the kind `shape`, from whatever source, as `canonical` would leave them.

    `laid_out` names places by keys and positions, in whatever order the keys come.
    """
    return yaml_writer.write(in_order(values, shape), laid_out)


def canonical(text: str, shape: str, without: Container[str] = ()) -> str:
    """`text`, sound YAML of the kind `shape` (see `schemas.py`), in its one layout, `without` some comments."""
    values, laid_out = layout(text, without)
    return write(values, shape, laid_out)
