"""The one way a file of `data/` is laid out: keys in the model's order, lists short or one line each, plain text.

It changes how a file looks, never what it says, and keeps every comment.
"""

from collections.abc import Container

from macros.loading.yaml_format.layout import in_order, layout
from macros.loading.yaml_format.yaml_writer import Layout, write

__all__ = ["Layout", "canonical", "write"]


def canonical(text: str, shape: str, without: Container[str] = ()) -> str:
    """`text`, sound YAML of the kind `shape` (see `schemas.py`), in its one layout, `without` some comments."""
    values, laid_out = layout(text, without)
    return write(in_order(values, shape), laid_out)
