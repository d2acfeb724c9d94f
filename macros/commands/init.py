"""`shimon init FOLDER`: an empty archive for another council, ready to be checked, built and searched.

This programme, generic words, no records. It invents no fact of a council.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.loading.archive import load
from macros.loading.schemas import NAMES
from macros.loading.schemas import names as words
from macros.loading.yaml_format import Layout, write
from macros.records.kinds import KINDS, RECORD_KINDS
from macros.records.record import ValuePath

_ROOT = Path(__file__).parents[2]
_BLANK = Path(__file__).parent / "blank"
_PROGRAMME = (
    "docs macros overrides mkdocs.yml Makefile pyproject.toml requirements.txt requirements-build.in "
    "requirements-test.txt CONTRIBUTING.md LICENSE .gitignore .editorconfig .vscode"
).split()
_PUBLISHED = (
    "# 公開した日を書いて、行の頭の # を消すと、そのあとに記録を直したことがフィードで知らされます。",
    "# 公開日: 2026-04-01",
)
_MONTHS = (
    "# 次の行の # を消すと、諮問から6か月たっても答申の登録がないものを make check が知らせます。",
    "# 答申の目安月数: 6",
)
_NO_WORDS = "# {label}。はじめの1件を加えるときに、下の [] を消してください。\n[]\n"
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "decisions")


class CannotStart(Exception):
    """The archive was not made; the message says why. Nothing was written."""


_PDL = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"


@dataclass(frozen=True)
class CouncilNames:
    """What `data/council.yml` says of a council; every value as it is printed on the site."""

    name: str
    reading: str
    kind: str
    council: str
    ordinance: str
    address: str


def start(folder: Path, names: CouncilNames) -> None:
    """Make the archive in `folder`. Raises CannotStart, and ProblemsFound where a name cannot be one."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStart(f"「{folder}」にはすでに何かがあります。新しいフォルダの名前にしてください。")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".shimon-") as workshop:
        fresh = Path(workshop) / folder.name
        _write(fresh, names)
        vocabulary = load(fresh / "data").vocabulary
        (fresh / "docs" / "schema" / "v1" / NAMES).write_text(words(vocabulary), encoding="utf-8", newline="\n")
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)


def _write(fresh: Path, names: CouncilNames) -> None:
    fresh.mkdir()
    for name in _PROGRAMME:
        _copy(_ROOT / name, fresh / name)
    _copy(_BLANK / "README.md", fresh / "README.md")
    _copy(_BLANK / "vocabulary", fresh / "data" / "vocabulary")
    for name in KINDS:
        file = fresh / "data" / "vocabulary" / f"{name}.yml"
        if not file.exists():
            file.write_text(_NO_WORDS.format(label=KINDS[name].label), encoding="utf-8")
    for name in RECORD_KINDS:
        (fresh / "data" / name).mkdir()
        (fresh / "data" / name / ".gitkeep").touch()  # git keeps no empty folder
    (fresh / "data" / "council.yml").write_text(_council(names), encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEFT_OUT)
    elif source.is_file():
        shutil.copy(source, target)


def _council(names: CouncilNames) -> str:
    name = names.name
    values = {
        "自治体": {"名前": name, "読み": names.reading, "種類": names.kind},
        "審議会": {"名前": names.council, "略称": "審議会"},
        "条例": names.ordinance,
        "サイト": {
            "名前": "諮問の窓",
            "副題": f"{name}の個人情報の諮問をさがす・読む",
            "アドレス": names.address,
            "説明": f"{name}が個人情報の取扱いについて審議会に意見を求めた諮問を、さがして読めるサイトです。",
        },
        "利用条件": {"名前": "公共データ利用規約（第1.0版）PDL1.0", "互換": "CC BY 4.0", "アドレス": _PDL},
    }
    on_one_line: set[ValuePath] = {("自治体",), ("審議会",)}
    return write(values, "council", Layout(before={("サイト", "説明"): _PUBLISHED}, tail=_MONTHS, flow=on_one_line))


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
