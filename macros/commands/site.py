"""`shimon site`: builds and serves the finished site on this machine."""

import argparse

from macros.commands import build
from macros.serving import server

NAME = "site"
HELP = "site/ を作り、この機械で見られるようにします"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to serve, beside what `build` takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="ポート番号（はじめは 8000）")


def run(command: argparse.Namespace) -> int:
    """Raises PortTaken before anything is built: better to hear it then than after."""
    with server(command.project / "site", command.port) as serving:
        build.run(command)
        print(f"http://127.0.0.1:{command.port}/ で見られます。終わるには Ctrl+C を押してください。", flush=True)
        serving.serve_forever()
    return 0
