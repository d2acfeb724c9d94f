"""`shimon build`: checks, then writes `site/`."""

import argparse
from pathlib import Path

from macros.site.publishing import publish

NAME = "build"
HELP = "確かめてから site/ を作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the site promises already; problems leave the site alone."""
    parser.add_argument(
        "--promised", type=Path, help="公開中のサイトの urls.txt。その約束を守り、新しい urls.txt も作ります"
    )
    parser.set_defaults(reassurance="いまの site/ は変わっていません。")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound and BuildFailed; the previous site stays."""
    print("サイトを作っています…", flush=True)
    site = publish(command.project, command.promised)
    print(f"できました：{site}/")
    return 0
