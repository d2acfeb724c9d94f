"""`shimon links`: asks every site that a record or a page links to whether its page is still there."""

import argparse

from macros.commands.zz_links__links import ask, is_elsewhere, links
from macros.loading.project import load_project

NAME = "links"
HELP = "ほかのサイトへのリンクが切れていないか、通信して確かめます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(command: argparse.Namespace) -> int:
    """1 where a page is certainly gone. Raises ProblemsFound."""
    own = load_project(command.project).council.site.address
    asked = [link for link in links(command.project) if is_elsewhere(link, own)]
    answers = list(ask(asked))
    for answer in answers:
        print(answer)
    gone = sum(answer.is_gone for answer in answers)
    print(f"リンク {len(asked)} 件を確かめました。なくなったページは {gone} 件です。")
    return 1 if gone else 0
