"""The frame around every page: content policy, the theme's stylesheet, licence. Not the pages themselves."""

from pathlib import PurePosixPath

from macros.records.council import Council

# DESIGN.md §7. Pagefind's WebAssembly needs 'wasm-unsafe-eval'; nothing else is allowed beyond the origin.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)

_THEME_FOLDERS = ("assets/javascripts/", "assets/images/", "assets/stylesheets/")


class Frame:
    """What `overrides/base.html` asks for."""

    policy = POLICY

    def __init__(self, council: Council, files: list[str]) -> None:
        self.council = council
        self.theme_stylesheet = next(uri for uri in files if _is_main_stylesheet(uri))


def is_unused_theme_file(uri: str) -> bool:
    """Whether the theme ships this file for features that this site does without."""
    return uri.startswith(_THEME_FOLDERS) and not _is_main_stylesheet(uri)


def _is_main_stylesheet(uri: str) -> bool:
    return PurePosixPath(uri).match("assets/stylesheets/main.*.min.css")
