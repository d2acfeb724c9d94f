"""The command line: `shimon check`, `shimon build`, `shimon site`. Says what happens, in Japanese; decides nothing."""

import argparse
import sys
from pathlib import Path

from macros.archive import load
from macros.problems import ProblemsFound
from macros.publishing import BuildFailed, publish
from macros.serving import PortTaken, server


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when all is well, 1 when something is wrong."""
    command = _parser().parse_args(arguments)
    try:
        return int(command.run(command))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        print(f"問題が{len(found.problems)}件あります。公開中のサイトは変わっていません。", file=sys.stderr)
    except (BuildFailed, PortTaken) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\n終了しました。")
        return 0
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="shimon", description="諮問の窓：諮問の記録を確かめ、サイトを作ります。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    check = commands.add_parser("check", help="data/ の記録をすべて確かめます")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="確かめてから site/ を作ります")
    build.set_defaults(run=_build)
    site = commands.add_parser("site", help="site/ を作り、この機械で見られるようにします")
    site.add_argument("--port", type=int, default=8000, help="ポート番号（はじめは 8000）")
    site.set_defaults(run=_site)
    for each in (check, build, site):
        each.add_argument("--project", type=Path, default=Path(), help="プロジェクトのフォルダ")
    return parser


def _check(command: argparse.Namespace) -> int:
    archive = load(command.project / "data")
    print(f"問題はありません（諮問 {len(archive.consultations)} 件、日程 {len(archive.schedules)} 件）。")
    return 0


def _build(command: argparse.Namespace) -> int:
    print("サイトを作っています…", flush=True)
    site = publish(command.project)
    print(f"できました：{site}/")
    return 0


def _site(command: argparse.Namespace) -> int:
    # The port first: better to hear that it is taken before the build than after.
    with server(command.project / "site", command.port) as serving:
        _build(command)
        print(f"http://127.0.0.1:{command.port}/ で見られます。終わるには Ctrl+C を押してください。", flush=True)
        serving.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
