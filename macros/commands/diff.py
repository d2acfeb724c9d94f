"""`shimon diff`: what the change at hand means, in words, by 諮問 and clause."""

import argparse
import re
import sys
from collections.abc import Iterable

from macros.derived.history import FileMeaning, NoGit, UnknownRevision, meanings

NAME = "diff"
HELP = "取り込む前の変更を、諮問と条項ごとに言葉で示します"

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~@&])")


def arguments(parser: argparse.ArgumentParser) -> None:
    """With what to compare, and for whom."""
    parser.add_argument("--base", default="HEAD", help="比べる相手の版（はじめは最後のコミット）")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="書き出しの形")


def run(command: argparse.Namespace) -> int:
    """Exits with 1 where there is nothing to compare with."""
    try:
        files = list(meanings(command.project, command.base))
    except NoGit:
        print("git の記録がないので、変更を比べられません。", file=sys.stderr)
        return 1
    except UnknownRevision:
        print(f"「{command.base}」という版は git の記録にありません。", file=sys.stderr)
        return 1
    print(_markdown(files) if command.format == "markdown" else _text(files))
    return 0


def _text(files: Iterable[FileMeaning]) -> str:
    blocks = (
        "\n".join((f"{file.title}（{file.path}）", *(f"  {change}" for change in file.changes))) for file in files
    )
    return "\n\n".join(blocks) or "変更はありません。"


def _markdown(files: Iterable[FileMeaning]) -> str:
    """For the job summary of a pull request: what a record says stays text there too."""
    blocks = ("\n".join((f"### {_plain(file.title)}\n", *_points(file))) for file in files)
    return "## この変更の内容\n\n" + ("\n\n".join(blocks) or "変更はありません。")


def _points(file: FileMeaning) -> Iterable[str]:
    return (
        f"- {f'**{_plain(change.place)}**　' if change.place else ''}{_plain(change.what)}" for change in file.changes
    )


def _plain(text: str) -> str:
    """Markdown's letters, made harmless one by one."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[1])};", text)
