"""`shimon check`: every problem of every record, or none."""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from macros.commands.archive_notices import notices
from macros.commands.zz_check__annotations import annotation
from macros.derived.cross_references import CrossReferences
from macros.loading.problems import ProblemsFound
from macros.loading.project import load_project

NAME = "check"
HELP = "data/ の記録をすべて確かめます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """How problems are printed."""
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="問題の出し方。github は、GitHub が変更の行に注釈として表示する形です（はじめは text）",
    )


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound, unless GitHub is to show the problems."""
    try:
        archive = load_project(command.project)
    except ProblemsFound as found:
        if command.format == "text":
            raise
        print(*map(annotation, found.problems), sep="\n")
        return 1
    counted = (
        f"諮問 {len(archive.consultations)} 件",
        f"答申 {len(archive.answers)} 件",
        f"会議 {len(archive.meetings)} 件",
        f"日程 {len(archive.schedules)} 件",
    )
    print(f"問題はありません（{'、'.join(counted)}）。")
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
    if noticed := sum(1 for _ in notices(CrossReferences(archive), today)):
        print(f"見直すとよいところが {noticed} 件あります。make notices で読めます。")
    return 0
