"""`shimon rename OLD NEW`: a page moves to a new address, and the old one leads there for ever."""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from macros.site.urls import rename

NAME = "rename"
HELP = "ページのアドレスを変え、前のアドレスから案内します"


def arguments(parser: argparse.ArgumentParser) -> None:
    """From where, to where, and why."""
    parser.add_argument("old", metavar="いまのアドレス", help="items/account-number など")
    parser.add_argument("new", metavar="新しいアドレス", help="items/bank-account など")
    parser.add_argument("--reason", default="アドレスを改めたため", help="理由（ページに出ます）")


def run(command: argparse.Namespace) -> int:
    """Raises NotRenamed and ProblemsFound; then nothing is changed."""
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
    for path in rename(command.project / "data", command.old, command.new, command.reason, today):
        print(f"変えました：{path}")
    return 0
