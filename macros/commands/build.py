"""`shimon build`: checks, then writes `site/`."""

import argparse

from macros.problems import Refused
from macros.publishing import publish
from macros.sharding.job import Job

NAME = "build"
HELP = "確かめてから site/ を作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many jobs made shares of it; problems leave the site alone."""
    parser.add_argument("--shards", type=int, default=0, help="shimon shard で何組かに分けて作ってあれば、その数")
    parser.set_defaults(reassurance="いまの site/ は変わっていません。")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound, Refused and BuildFailed; the previous site stays."""
    if command.shards < 0:
        raise Refused("--shards には、何組に分けて作ったかを 1 以上の数で書いてください。")
    print("サイトを作っています…", flush=True)
    site = publish(command.project, Job(command.shards))
    print(f"できました：{site}/")
    return 0
