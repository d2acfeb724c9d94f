"""`shimon links`: asks every site that a record or a page links to whether its page is still there. Asks the network."""

import argparse
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from macros.loading.project import load_project

_LINK = re.compile(r"https?://[^\s<>\"'`|,、。)）\]}」』]+")
_SECONDS = 20
_AT_ONCE = 4
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_MOVED = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_AGENT = "shimon-links (weekly link check of a public register)"
_RESERVED = (".example", ".test", ".invalid", "localhost")  # RFC 2606


@dataclass(frozen=True, order=True)
class Link:
    """One address and where it stands first."""

    path: Path
    line: int
    address: str


@dataclass(frozen=True)
class Answer:
    """What came of asking: `is_gone` is certain, everything else may pass."""

    link: Link
    sentence: str
    is_gone: bool = False

    def __str__(self) -> str:
        return f"{self.link.path.as_posix()}:{self.link.line}: {self.sentence}"


def links(project: Path) -> list[Link]:
    """Every address of another site in `data/` and `docs/`, each once, where it stands first."""
    paths = sorted(
        path for name in ("data", "docs") for path in (project / name).rglob("*") if path.suffix in (".yml", ".md")
    )
    found: dict[str, Link] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            for match in _LINK.finditer(line):
                address = match[0].rstrip(".;:")
                found.setdefault(address, Link(path, number, address))
    return list(found.values())


def is_elsewhere(link: Link, own: str) -> bool:
    """Whether the address is neither this site's own nor one that exists only as an example."""
    host = urlsplit(link.address).hostname or ""
    return not link.address.startswith(own) and not host.endswith(_RESERVED)


def ask(asked: Iterable[Link]) -> Iterator[Answer]:
    """An answer for each link about which there is something to say, in their order."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from filter(None, pool.map(_asked, asked))


class _Stay(HTTPRedirectHandler):
    """A redirect is an answer, not a way."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def _asked(link: Link) -> Answer | None:
    try:
        request = Request(link.address, headers={"User-Agent": _AGENT})  # noqa: S310 — http and https alone match
        with build_opener(_Stay).open(request, timeout=_SECONDS):
            return None
    except HTTPError as error:
        return _said(link, error.code, error.headers.get("Location", ""))
    except (URLError, OSError, ValueError) as error:
        return Answer(link, f"{link.address} を確かめられませんでした（{error}）。")


def _said(link: Link, status: int, location: str) -> Answer | None:
    if status in _GONE:
        return Answer(
            link, f"{link.address} のページがなくなっています。新しいアドレスを探してください。", is_gone=True
        )
    if status in _MOVED:
        return Answer(link, f"{link.address} は {location} に移りました。アドレスを直してください。")
    if status < HTTPStatus.BAD_REQUEST:
        return None
    return Answer(link, f"{link.address} を確かめられませんでした（{status}）。")


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
