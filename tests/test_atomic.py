"""Publishing at its worst: killed at any moment, out of disk, twice at once. The site is whole every time."""

import fcntl
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.search.pagefind_format import is_whole
from macros.site import publishing
from macros.site.publishing import publish
from tests.archives import new_project
from tests.fingerprints import fingerprint

TITLES = ("図書館の利用者情報の目的外利用", "図書館の利用者情報の目的外利用（改）")


def _say(folder: Path, title: str) -> None:
    record = folder / "data/consultations/1.yml"
    lines = [line for line in record.read_text(encoding="utf-8").splitlines() if not line.startswith("副題:")]
    record.write_text("\n".join([*lines, f"副題: {title}", ""]), encoding="utf-8")


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]], float]:
    """A project, the two sites that it may have, and about how many seconds a build takes here."""
    folder = new_project(tmp_path_factory.mktemp("atomic") / "project")
    sites = []
    for title in TITLES:
        _say(folder, title)
        began = time.monotonic()
        sites.append(fingerprint(publish(folder)))
    assert sites[0] != sites[1]
    return folder, sites, time.monotonic() - began


def _start(folder: Path, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "macros", "build", "--project", str(folder)]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parent.parent,
        **options,
    )


@pytest.mark.parametrize("kills", [4, pytest.param(30, marks=pytest.mark.proof)])
def test_killed_at_any_moment_it_leaves_one_site_or_the_other(
    kills: int, states: tuple[Path, list[dict[str, str]], float]
) -> None:
    folder, sites, seconds = states
    moments = random.Random(948)  # noqa: S311 — the same moments every time, as far as the machine allows
    whole = 0
    for turn in range(kills):
        _say(folder, TITLES[turn % 2])
        # A third of them near the end, where the new site takes the place of the old.
        share = moments.uniform(0.8, 1.1) if turn % 3 == 0 else moments.uniform(0, 1)
        build = _start(folder)
        time.sleep(share * seconds)
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        whole += fingerprint(folder / "site") in sites
    print(f"{kills} kills, {whole} whole sites")
    assert whole == kills
    publish(folder)
    assert fingerprint(folder / "site") == sites[(kills - 1) % 2]
    assert {path.name for path in (folder / ".build").iterdir()} == {"lock"}


@pytest.mark.parametrize("shares", [(0.6,), pytest.param((0.3, 0.6, 0.9), marks=pytest.mark.proof)])
def test_a_build_whose_children_live_on_does_not_disturb_the_next(
    shares: tuple[float, ...],
    states: tuple[Path, list[dict[str, str]], float],
) -> None:
    folder, sites, seconds = states
    for share in shares:
        _say(folder, TITLES[0])
        orphaned = _start(folder)
        time.sleep(share * seconds)
        orphaned.kill()
        _say(folder, TITLES[1])
        publish(folder)
        assert fingerprint(folder / "site") == sites[1]
        orphaned.communicate()  # until the children are gone too


def test_two_builds_at_once_take_turns(states: tuple[Path, list[dict[str, str]], float]) -> None:
    folder, sites, _ = states
    _say(folder, TITLES[0])
    with (folder / ".build/lock").open("w") as lock:  # as a build holds it
        fcntl.flock(lock, fcntl.LOCK_EX)
        builds = [_start(folder) for _ in range(2)]
        for build in builds:
            assert "ほかのビルドが終わるのを待っています…\n" in (build.stdout or ())
    said = [build.communicate() for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert fingerprint(folder / "site") == sites[0]


def _out_of_room(build: subprocess.Popen[str], sentence: str) -> None:
    said = "".join(build.communicate())
    assert build.returncode == 1, said
    assert sentence in said
    assert "Traceback" not in said


@pytest.mark.parametrize("most", [0, pytest.param(1_000, marks=pytest.mark.proof), 20_000])
def test_files_that_cannot_grow_leave_the_site_as_it_was(
    states: tuple[Path, list[dict[str, str]], float], most: int
) -> None:
    folder, _, _ = states
    before = fingerprint(folder / "site")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    _out_of_room(_start(folder, preexec_fn=limited), "サイトを作れませんでした。いまの site/ はそのままです。")
    assert fingerprint(folder / "site") == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, where this machine lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run([shutil.which("umount") or "umount", str(folder)], check=True)


@pytest.mark.parametrize("shares", [(0.5,), pytest.param((0, 0.01, 0.25, 0.5, 0.9), marks=pytest.mark.proof)])
def test_a_full_disk_leaves_the_site_as_it_was(shares: tuple[float, ...], small_disk: Path) -> None:
    folder = new_project(small_disk / "project")
    before = fingerprint(publish(folder))
    needed = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    for left in (int(needed * share) for share in shares):
        filler = small_disk / "filler"
        filler.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - left))
        _out_of_room(
            _start(folder, env=os.environ | {"TMPDIR": str(small_disk)}),
            "ディスクの空き",
        )
        filler.unlink()
        assert fingerprint(folder / "site") == before
    assert fingerprint(publish(folder)) == before


def test_a_search_program_that_is_cut_short_is_noticed(
    states: tuple[Path, list[dict[str, str]], float], tmp_path: Path
) -> None:
    whole = states[0] / "site/pagefind"
    assert is_whole(whole)
    for name in ("pagefind.js", "wasm.unknown.pagefind"):
        copy = Path(shutil.copytree(whole, tmp_path / name))
        (copy / name).write_bytes((copy / name).read_bytes()[:-10])
        assert not is_whole(copy), name
        (copy / name).unlink()
        assert not is_whole(copy), name


def test_without_exchange_a_killed_build_is_mended_by_the_next(
    states: tuple[Path, list[dict[str, str]], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, sites, _ = states
    monkeypatch.setattr(publishing, "_exchanged", lambda *_: False)
    _say(folder, TITLES[1])
    assert fingerprint(publish(folder)) == sites[1]
    (folder / "site").rename(folder / ".build/previous")  # as killed between its two renames
    (folder / "data/council.yml").rename(folder / "data/council.txt")
    with pytest.raises(publishing.ProblemsFound):
        publish(folder)
    (folder / "data/council.txt").rename(folder / "data/council.yml")
    assert fingerprint(publish(folder)) == sites[1]
