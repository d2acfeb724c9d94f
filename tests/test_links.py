"""Links to other sites, asked of a server of our own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.commands.links import Link, ask, is_elsewhere, links
from tests.served import served


class _Elsewhere(BaseHTTPRequestHandler):
    """Answers `/404` with 404 and so on."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with served(ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)) as address:
        yield address


def _ask(address: str) -> list[tuple[str, bool]]:
    return [(answer.sentence, answer.is_gone) for answer in ask([Link(Path("data/a.yml"), 3, address)])]


def test_a_page_that_is_gone_is_certain_and_all_else_may_pass(elsewhere: str) -> None:
    assert _ask(f"{elsewhere}/200") == []
    assert _ask(f"{elsewhere}/302") == []
    for status in (404, 410):
        address = f"{elsewhere}/{status}"
        assert _ask(address) == [(f"{address} のページがなくなっています。新しいアドレスを探してください。", True)]
    assert _ask(f"{elsewhere}/301") == [(f"{elsewhere}/301 は /200 に移りました。アドレスを直してください。", False)]
    assert _ask(f"{elsewhere}/503") == [(f"{elsewhere}/503 を確かめられませんでした（503）。", False)]


def test_a_site_that_does_not_answer_is_no_failure() -> None:
    ((sentence, is_gone),) = _ask("http://127.0.0.1:9/")
    assert "を確かめられませんでした" in sentence and not is_gone


def test_every_address_is_asked_once_where_it_stands_first(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "data/a.yml").write_text(
        "一: 1\n会議録: {アドレス: https://www.city.mihon.lg.jp/a.pdf, 名前: 甲}\n", encoding="utf-8"
    )
    (tmp_path / "docs/b.md").write_text(
        "[甲](https://www.city.mihon.lg.jp/a.pdf)と「https://www.city.mihon.lg.jp/b」。\n", encoding="utf-8"
    )
    found = links(tmp_path)
    assert [(link.path.name, link.line, link.address) for link in found] == [
        ("a.yml", 2, "https://www.city.mihon.lg.jp/a.pdf"),
        ("b.md", 1, "https://www.city.mihon.lg.jp/b"),
    ]
    assert [is_elsewhere(link, "https://www.city.mihon.lg.jp/b") for link in found] == [True, False]
    assert not is_elsewhere(Link(tmp_path, 1, "https://mihon.example/a"), "https://shimon.example/")
