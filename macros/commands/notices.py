"""`shimon notices`: what may be worth a look, though nothing is wrong."""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from macros.derived.cross_references import CrossReferences
from macros.derived.notices import notices
from macros.loading.project import load_project

NAME = "notices"
HELP = "まちがいではないが、見直すとよいところを知らせます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound; notices themselves are no failure."""
    archive = load_project(command.project)
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
    found = list(notices(CrossReferences(archive), today))
    print("\n".join(map(str, found)) if found else "お知らせはありません。")
    return 0
