"""`shimon fix`: puts files into their one layout; on request adds lines for new words. It never decides a fact."""

import argparse

from macros.commands.fix_layout import fix_layouts
from macros.commands.fix_words import add_words

NAME = "fix"
HELP = "data/ のファイルの並びと書き方をそろえます（内容は変わりません）"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to add words."""
    parser.add_argument("--add-words", action="store_true", help="語彙にない名前の行を、要確認の印を付けて加えます")


def run(command: argparse.Namespace) -> int:
    """1 when files have problems that only a person can settle."""
    data = command.project / "data"
    for added in add_words(data) if command.add_words else ():
        print(f"語彙に加えました：{added}")
    fixed = fix_layouts(data)
    for path in fixed.changed:
        print(f"そろえました：{path.as_posix()}")
    for path in fixed.left:
        print(f"問題があるので、そのままにしました：{path.as_posix()}（make check で確かめてください）")
    if not fixed.changed and not fixed.left:
        print("どのファイルも、そろっています。")
    return 1 if fixed.left else 0
