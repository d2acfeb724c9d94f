"""The command line `shimon`: runs one of `commands/` and turns what goes wrong into sentences. Decides nothing."""

import argparse
import sys
from codecs import lookup
from io import TextIOWrapper
from pathlib import Path

from macros.commands import COMMANDS
from macros.commands.arguments import JapaneseParser
from macros.commands.init import CannotStart
from macros.loading.problems import ProblemsFound, Refused
from macros.site.publishing import BuildFailed
from macros.site.server import PortTaken
from macros.site.urls import NotRenamed


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when all is well, 1 when something is wrong."""
    _speak_japanese()
    command = _parser().parse_args(arguments)
    try:
        return int(command.run(command))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        print(f"問題が{len(found.problems)}件あります。{command.reassurance}", file=sys.stderr)
    except (BuildFailed, CannotStart, NotRenamed, PortTaken, Refused) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\n終了しました。")
        return 0
    return 1


def _speak_japanese() -> None:
    """A locale that says nothing of letters (C) is no reason for a traceback; nor is a terminal that lacks some."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = "utf-8" if lookup(stream.encoding).name == "ascii" else stream.encoding
            stream.reconfigure(encoding=encoding, errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = JapaneseParser(prog="shimon", description="諮問の窓：諮問の記録を確かめ、サイトを作ります。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for command in COMMANDS:
        own = commands.add_parser(command.NAME, help=command.HELP)
        own.add_argument("--project", type=Path, default=Path(), help="プロジェクトのフォルダ")
        own.set_defaults(run=command.run, reassurance="")
        command.arguments(own)
    return parser


if __name__ == "__main__":
    sys.exit(main())
