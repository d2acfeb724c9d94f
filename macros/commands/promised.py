"""`shimon promised`: fetches the list of addresses that the published site promises. Asks the network, once."""

import argparse
import os
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from macros.loading.problems import Refused
from macros.loading.project import load_project
from macros.site.urls import PROMISED
from macros.site.urls.host import published_address

NAME = "promised"
HELP = "公開中のサイトから、約束したアドレスの一覧を受け取ります"

_SECONDS = 60
_NOT_THERE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to put it, and from which site."""
    parser.add_argument("file", type=Path, help="書き出すファイル")
    parser.add_argument("--address", help="公開中のサイトのアドレス（はじめは data/council.yml のもの）")


def run(command: argparse.Namespace) -> int:
    """Raises Refused where the site cannot be asked: to publish without the list would break its promises."""
    own = load_project(command.project).council.site.address
    address = command.address or published_address(own, os.environ)
    if address is None:
        raise Refused(
            f"「{own}」は見本のアドレスです。data/council.yml の「アドレス」に、公開するアドレスを書いてください。"
        )
    content = _fetched(f"{address}{PROMISED}")
    command.file.parent.mkdir(parents=True, exist_ok=True)
    command.file.write_bytes(content)
    print(f"{address} が約束しているアドレスは {len(content.splitlines())} 件です。")
    return 0


def _fetched(address: str) -> bytes:
    """The list; empty where the site has none yet."""
    if not address.startswith(("https://", "http://")):
        raise Refused(f"「{address}」は https:// で始まっていません。")
    try:
        with urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 — http and https alone come here
            return bytes(answer.read())
    except HTTPError as error:
        if error.code in _NOT_THERE:
            return b""
        raise Refused(
            f"{address} を受け取れませんでした（{error.code}）。時間をおいて、もう一度実行してください。"
        ) from error
    except OSError as error:
        raise Refused(
            f"{address} を受け取れませんでした（{error}）。アドレスとネットワークを確かめてください。"
        ) from error
