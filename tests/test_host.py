"""Where a site is published: at its own address, or at the one that its host gives."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.site.publishing import publish
from macros.site.urls.host import published_address

OWN = "https://shimon.example/"


@pytest.mark.parametrize(
    ("own", "environment", "address"),
    [
        ("https://shimon.city.lg.jp/", {"GITHUB_REPOSITORY": "ward/mado"}, "https://shimon.city.lg.jp/"),
        (OWN, {"GITHUB_REPOSITORY": "Ward/mado"}, "https://ward.github.io/mado/"),
        (OWN, {"GITHUB_REPOSITORY": "ward/ward.github.io"}, "https://ward.github.io/"),
        (OWN, {"GITHUB_REPOSITORY": "ward/mado", "SHIMON_ADDRESS": "https://mado.jp"}, "https://mado.jp/"),
        (OWN, {}, None),
    ],
)
def test_a_fork_publishes_true_links_without_an_edit(
    own: str, environment: dict[str, str], address: str | None
) -> None:
    assert published_address(own, environment) == address


@pytest.fixture
def private_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("private_umask")
def test_a_published_site_is_readable_by_a_web_server_and_names_its_host(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHIMON_ADDRESS", "https://mado.jp/sub/")
    site = publish(small_project, small_project / "nothing-yet.txt")
    assert all(path.stat().st_mode & stat.S_IROTH for path in (site, *site.rglob("*")))
    assert 'rel="canonical" href="https://mado.jp/sub/about/"' in (site / "about/index.html").read_text(
        encoding="utf-8"
    )
