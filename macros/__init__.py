"""諮問の窓: from the records in `data/` to a site that residents can search, read and cite.

`define_env` is what mkdocs-macros-plugin calls; everything else is imported from its own module.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Give the macros of `site/placeholders.py` to hand-written pages."""
    from macros.site.placeholders import SNIPPETS  # noqa: PLC0415 — whoever imports one module needs no other

    for name, snippet in SNIPPETS.items():
        env.macro(snippet, name)
