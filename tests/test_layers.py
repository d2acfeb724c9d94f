"""The house has eight packages, and imports run down its floors alone."""

import ast
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"

FLOORS = (
    ("records",),
    ("loading",),
    ("derived",),
    ("search", "documents"),
    ("exports",),
    ("site",),
    ("commands", "hooks", "__init__"),
    ("__main__",),
)
"""From the ground up: each package imports itself and what lies on the floors below."""
RANKS = {package: rank for rank, floor in enumerate(FLOORS) for package in floor}


def _modules() -> list[Path]:
    return sorted(MACROS.rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(MACROS.parent).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (MACROS.parent / (node.module or "-").replace(".", "/")).is_dir():
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def _package(name: str) -> str:
    """The package of a module, or what stands beside the packages: macros.loading.archive → loading."""
    return [*name.split("."), "__init__"][1]


def test_nothing_lies_loose_beside_the_packages() -> None:
    assert {_package(_name(path)) for path in _modules()} == RANKS.keys()


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_a_module_imports_only_its_own_package_and_the_floors_below(path: Path) -> None:
    own = _package(_name(path))
    for imported in (_package(name) for name in _imports(path) if name.startswith("macros.")):
        assert imported == own or RANKS[imported] < RANKS[own]


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_only_the_hooks_import_mkdocs(path: Path) -> None:
    imports_mkdocs = any(name.split(".")[0] == "mkdocs" for name in _imports(path))
    assert imports_mkdocs == (path.name == "hooks.py")


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
