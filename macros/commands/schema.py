"""`shimon schema`: writes what editors know of the files, `docs/schema/v1/`."""

import argparse

from macros.loading.archive import load
from macros.loading.schemas import NAMES, names, schemas

NAME = "schema"
HELP = "エディターの補完に使う docs/schema/v1/ を作り直します"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound: names are taken from sound data alone."""
    vocabulary = load(command.project / "data").vocabulary
    folder = command.project / "docs" / "schema" / "v1"
    for path, text in (*schemas(), (NAMES, names(vocabulary))):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    print(f"{folder.as_posix()}/ を作り直しました。")
    return 0
