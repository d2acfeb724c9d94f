"""The frame around every page: content policy, the theme's stylesheet, licence. Not the pages themselves."""

from pathlib import Path, PurePosixPath

from macros.records.council import Council

# DESIGN.md §7. Pagefind's WebAssembly needs 'wasm-unsafe-eval'; nothing else is allowed beyond the origin.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


_FIRST = ("base", "text")
_LAST = "print"


class Frame:
    """What `overrides/base.html` asks for."""

    policy = POLICY

    def __init__(self, council: Council) -> None:
        self.council = council


def is_theme_stylesheet(uri: str) -> bool:
    """Whether this is the theme's main stylesheet, whatever hash its name carries."""
    return PurePosixPath(uri).match("assets/stylesheets/main.*.min.css")


def as_layer(stylesheet: str) -> str:
    """The theme's stylesheet in a cascade layer, below all of our rules whatever their specificity."""
    rules = stylesheet.removeprefix('@charset "UTF-8";').partition("/*# sourceMappingURL")[0]
    return f"@layer theme{{{rules}}}"


def joined_styles(folder: Path) -> str:
    """Our stylesheets as one, so that a page asks once: the ground first, print last, every room between by name."""
    paths = sorted(folder.glob("*.css"), key=lambda path: (path.stem == _LAST, path.stem not in _FIRST, path.stem))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
