"""A very large site made by several jobs is the site that one job makes."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.sharding.shard import Shard
from tests.archives import project
from tests.fingerprints import fingerprint


def _run(folder: Path, *arguments: str) -> int:
    return main([*arguments, "--project", str(folder)])


@pytest.fixture(scope="module")
def made_apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of 見本市 of which two jobs have made their shares."""
    folder = project(tmp_path_factory.mktemp("apart") / "project")
    for kind in ("pages", "index"):
        for shard in ("2/2", "1/2"):
            assert _run(folder, "shard", kind, shard) == 0
    return folder


def test_a_site_made_by_two_jobs_is_the_same_to_the_byte(made_apart: Path, mihon_site: Path) -> None:
    assert _run(made_apart, "build", "--shards", "2") == 0
    assert fingerprint(made_apart / "site") == fingerprint(mihon_site)


def test_each_job_makes_some_of_the_pages_and_none_twice(made_apart: Path, mihon_site: Path) -> None:
    one, other = (_pages(share / "site") for share in sorted((made_apart / ".build/shards").glob("*/pages-*")))
    assert one and other and not one & other
    assert one | other < _pages(mihon_site)


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("index.html")}


def test_shares_that_are_not_there_are_named_before_anything_is_made(
    made_apart: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(made_apart, "build", "--shards", "3") == 1
    assert capsys.readouterr().err == (
        "いまの記録から作った組がありません。先に次を実行してください。\n"
        "  make shard-pages SHARD=1/3\n"
        "  make shard-pages SHARD=2/3\n"
        "  make shard-pages SHARD=3/3\n"
        "  make shard-index SHARD=1/3\n"
        "  make shard-index SHARD=2/3\n"
        "  make shard-index SHARD=3/3\n"
    )


def test_shares_of_another_state_of_the_records_are_never_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "project")
    assert _run(folder, "shard", "pages", "1/1") == 0
    record = folder / "data/consultations/2.yml"
    record.write_text(record.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert _run(folder, "shard", "index", "1/1") == 1
    assert "make shard-pages SHARD=1/1" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["3/2", "0/2", "2", "a/b"])
def test_a_share_that_cannot_be_is_refused(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, "shard", "pages", written) == 1
    assert capsys.readouterr().err == (
        f"「{written}」ではどの組かわかりません。4つに分けた2つめなら 2/4 と書いてください。\n"
    )


def test_jobs_have_alike_to_do_and_together_everything() -> None:
    shares = [[place for place in range(10) if shard.has(place)] for shard in Shard.all(4)]
    assert sorted(place for share in shares for place in share) == list(range(10))
    assert {len(share) for share in shares} == {2, 3}
