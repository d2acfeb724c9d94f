"""`shimon shard pages 2/4`, `shimon shard index 2/4`: what one of several jobs makes of a very large site."""

import argparse

from macros.publishing import build_index_share
from macros.sharding.page_share import make_page_share
from macros.sharding.shard import Shard
from macros.sharding.shelf import INDEX, PAGES

NAME = "shard"
HELP = "とても大きなサイトを分けて作るときに、ひと組だけを作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to make, and which share of it."""
    parser.add_argument("kind", choices=(PAGES, INDEX), help="pages（ページ）か index（検索の索引）")
    parser.add_argument("shard", help="何組に分けたうちの何番目か（4つに分けた2つめなら 2/4）")
    parser.set_defaults(reassurance="いまの site/ は変わっていません。")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound, ShardsMissing, BuildFailed, and Refused where the share is written wrongly."""
    shard = Shard.parse(command.shard)
    if command.kind == PAGES:
        print(f"ページの組 {shard} を作りました（{make_page_share(command.project, shard)}ページ）。")
    else:
        build_index_share(command.project, shard)
        print(f"検索の索引の組 {shard} を作りました。")
    return 0
