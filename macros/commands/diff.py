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
        found = list(meanings(command.project, command.base))
    except NoGit:
        print("git の記録がないので、変更を比べられません。", file=sys.stderr)
        return 1
    except UnknownRevision:
        print(f"「{command.base}」という版は git の記録にありません。", file=sys.stderr)
        return 1
    print(_markdown(found) if command.format == "markdown" else _text(found))
    return 0


def _text(found: Iterable[FileMeaning]) -> str:
    blocks = (
        "\n".join((f"{each.title}（{each.path}）", *(f"  {change}" for change in each.changes))) for each in found
    )
    return "\n\n".join(blocks) or "変更はありません。"


def _markdown(found: Iterable[FileMeaning]) -> str:
    """For the job summary of a pull request: what a record says stays text there too."""
    blocks = ("\n".join((f"### {_plain(each.title)}\n", *_points(each))) for each in found)
    return "## この変更の内容\n\n" + ("\n\n".join(blocks) or "変更はありません。")


def _points(each: FileMeaning) -> Iterable[str]:
    return (
        f"- {f'**{_plain(change.place)}**　' if change.place else ''}{_plain(change.what)}" for change in each.changes
    )


def _plain(text: str) -> str:
    """Markdown's letters, made harmless one by one."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[1])};", text)
