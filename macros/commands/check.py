"""`shimon check`: every problem of every record, or none."""

import argparse

from macros.project import load_project

NAME = "check"
HELP = "data/ の記録をすべて確かめます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound."""
    archive = load_project(command.project)
    print(f"問題はありません（諮問 {len(archive.consultations)} 件、日程 {len(archive.schedules)} 件）。")
    return 0
