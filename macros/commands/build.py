"""`shimon build`: checks, then writes `site/`."""

import argparse

from macros.site.publishing import publish

NAME = "build"
HELP = "確かめてから site/ を作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own; problems leave the site alone."""
    parser.set_defaults(reassurance="いまの site/ は変わっていません。")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound and BuildFailed; the previous site stays."""
    print("サイトを作っています…", flush=True)
    site = publish(command.project)
    print(f"できました：{site}/")
    return 0
