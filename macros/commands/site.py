"""`shimon site`: builds, serves the finished site on this machine, and shows what is saved from then on."""

import argparse

from macros.commands import build
from macros.site.live_reload import Preview, watch
from macros.site.server import reloading, server

NAME = "site"
HELP = "site/ を作り、この機械で見られるようにします"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to serve, beside what `build` takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="ポート番号（はじめは 8000）")


def run(command: argparse.Namespace) -> int:
    """Raises PortTaken before anything is built: better to hear it then than after."""
    watched: list[Preview] = []
    handler = reloading(lambda: watched[0].version if watched else 0)
    with server(command.project / "site", command.port, handler) as serving:
        build.run(command)
        watched.append(Preview(command.project))
        watch(watched[0], command.project, lambda said: print(said, flush=True))
        print(
            f"http://127.0.0.1:{command.port}/ で見られます。記録を保存すると、そのページがすぐに変わります。"
            "終わるには Ctrl+C を押してください。",
            flush=True,
        )
        serving.serve_forever()
    return 0
