"""`shimon init FOLDER`: an empty archive for another council, ready to be checked, built and searched."""

import argparse
import sys
from pathlib import Path

from macros.commands.zz_init__starting import CannotStart, CouncilNames, start

NAME = "init"
HELP = "別の審議会のための、空の書庫を作ります"

_ASKED = {
    "name": "自治体の名前（例 見本市）",
    "reading": "その読み（例 みほんし）",
    "kind": "区・市・町・村・都・道・府・県のどれか",
    "council": "審議会の名前（例 見本市個人情報保護審議会）",
    "ordinance": "根拠となる条例の名前（例 見本市個人情報保護条例）",
    "address": "公開するアドレス。https:// で始まり / で終わるもの",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to make it, and the names of the council; what is missing is asked for."""
    parser.add_argument("folder", type=Path, help="作るフォルダ（まだないもの）")
    for name, what in _ASKED.items():
        parser.add_argument(f"--{name}", help=what)


def run(command: argparse.Namespace) -> int:
    """Raises CannotStart and ProblemsFound; then nothing was made."""
    names = CouncilNames(**{name: getattr(command, name) or _answer(name) for name in _ASKED})
    start(command.folder, names)
    print(f"できました：{command.folder}/")
    print(f"次に：cd {command.folder} && make site")
    return 0


def _answer(name: str) -> str:
    if not sys.stdin.isatty():
        raise CannotStart(f"--{name} がありません。{_ASKED[name]}を書いてください。")
    answer = ""
    while not answer:
        answer = input(f"{_ASKED[name]}： ").strip()
    return answer
