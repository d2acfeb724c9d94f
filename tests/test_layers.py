"""Imports run one way (DESIGN.md §6): a room may import only rooms to its left."""

import ast
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"

ROOMS = (
    {"macros.records"},
    {
        "macros.loading.problems",
        "macros.derived.changes",
        "macros.loading.yaml_format.zz_yaml_writer__columns",
        "macros.loading.decoding",
        "macros.loading.leaks",
        "macros.loading.yaml_mistakes",
    },
    {
        "macros.commands.zz_check__annotations",
        "macros.commands.arguments",
        "macros.site.escaping",
        "macros.loading.field_help",
    },
    {"macros.loading.yaml_reader", "macros.loading.rules", "macros.loading.partial_records"},
    {"macros.loading.validation", "macros.documents.importing"},
    {"macros.loading.cache"},
    {"macros.loading.record_files"},
    {"macros.loading.archive"},
    {"macros.loading.project", "macros.derived.status"},
    {"macros.derived.deliberations"},
    {"macros.derived.cross_references", "macros.derived.history", "macros.loading.schemas"},
    {"macros.loading.yaml_format"},
    {"macros.commands.zz_new__drafting"},
    {"macros.commands.zz_fix__fixing"},
    {"macros.derived.flow_pictures"},
    {
        "macros.search.facets",
        "macros.derived.handlings",
        "macros.derived.six_questions",
        "macros.derived.timelines",
        "macros.exports.feeds",
    },
    {"macros.exports.open_data", "macros.documents.linking"},
    {
        "macros.site.pages",
        "macros.search",
        "macros.site.frame",
        "macros.site.theme_styles",
        "macros.exports",
        "macros.site.accessibility",
    },
    {"macros.site.rendering", "macros.site.json_ld"},
    {
        "macros.site.placeholders",
        "macros.site.zz_page_writer__cards",
        "macros.site.urls",
        "macros.commands.archive_notices",
    },
    {"macros.site.page_writer"},
    {
        "macros.hooks",
        "macros.site.publishing",
        "macros.site.server",
        "macros.commands.zz_links__links",
        "macros.commands.zz_init__starting",
    },
    {"macros.site.preview", "macros.site.zz_server__reloading"},
    {"macros.commands"},
    {"macros.__main__", "macros"},
)


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


def _room(name: str) -> int:
    for position, rooms in enumerate(ROOMS):
        if any(name == room or (room != "macros" and name.startswith(room + ".")) for room in rooms):
            return position
    raise AssertionError(f"{name} has no room; add it to ROOMS")


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_a_module_imports_only_from_rooms_to_its_left(path: Path) -> None:
    own = _room(_name(path))
    for imported in _imports(path):
        if imported.startswith("macros."):
            package = _name(path) if path.name == "__init__.py" else _name(path).rpartition(".")[0]
            same_package = imported.rpartition(".")[0] == package
            assert _room(imported) < own or (_room(imported) == own and same_package)


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_only_the_hooks_import_mkdocs(path: Path) -> None:
    imports_mkdocs = any(name.split(".")[0] == "mkdocs" for name in _imports(path))
    assert imports_mkdocs == (path.name == "hooks.py")


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
