"""`shimon lock`: builds the site and adds its new addresses to `urls.lock`."""

import argparse

from macros.site.publishing import publish
from macros.site.urls import LOCK, addresses, unlocked, write_lock

NAME = "lock"
HELP = "新しいページのアドレスを urls.lock に加えます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether only to look."""
    parser.add_argument("--check", action="store_true", help="加えずに、足りない行があるかだけを確かめます")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound where an address that was promised is gone. 1 where only looking finds new ones."""
    published = addresses(publish(command.project))
    if not command.check:
        print(f"{LOCK} に {write_lock(command.project, published)} 件のアドレスを加えました。")
        return 0
    new = unlocked(command.project, published)
    if new:
        print(f"{LOCK}:1: 新しいアドレスが {len(new)} 件あります。make urls で加え、いっしょに取り込んでください。")
        print("\n".join(f"  /{address}" for address in new))
        return 1
    print(f"{LOCK} には、すべてのアドレスがあります。")
    return 0
