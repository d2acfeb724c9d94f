"""A site is the same wherever and however it is made: without git, from a part of it, in any time zone or language."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.site.publishing import publish
from tests.archives import ROOT, edit, init, new_project, with_two_consultations
from tests.fingerprints import fingerprint
from tests.repositories import commit, git

pytestmark = pytest.mark.proof
ITEMS = 5_000
PLACES = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "948"},
    {"TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
)


def _build(folder: Path, **environment: str) -> str:
    """What the command says; it must succeed."""
    command = [sys.executable, "-m", "macros", "build", "--project", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False, capture_output=True)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


@pytest.fixture
def committed(small_project: Path) -> Path:
    """Two commits of a small project: the second changed a record."""
    commit(small_project, "登録", on="2024-01-01")
    record = small_project / "data/consultations/1.yml"
    record.write_text(f"# 見直した\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    commit(small_project, "見直し", on="2024-01-02")
    return small_project


def test_time_zone_language_and_hash_seed_change_no_byte(committed: Path) -> None:
    sites = []
    for place in PLACES:
        _build(committed, **place)
        sites.append(fingerprint(committed / "site"))
        shutil.rmtree(committed / ".build", ignore_errors=True)  # nothing is taken over
    print(f"{len(PLACES)} places, {len(sites[0])} files, the same bytes")
    assert sites[1:] == sites[:-1]


def test_a_worktree_gives_the_site_of_its_repository(committed: Path, tmp_path: Path) -> None:
    whole = fingerprint(publish(committed))
    git(committed, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    worktree = _with_the_rest(tmp_path / "tree")
    assert fingerprint(publish(worktree)) == whole


@pytest.mark.parametrize("way", ["shallow", "no git"])
def test_a_part_of_the_history_or_none_gives_a_whole_site(way: str, committed: Path, tmp_path: Path) -> None:
    if way == "shallow":
        git(tmp_path, "clone", "--quiet", "--depth=1", committed.as_uri(), "copy")
    else:
        shutil.copytree(committed / "data", tmp_path / "copy/data")
    site = publish(_with_the_rest(tmp_path / "copy"))
    assert (site / "consultations/1/index.html").is_file() and (site / "pagefind/pagefind.js").is_file()


def _with_the_rest(folder: Path) -> Path:
    for name in ("docs", "overrides", "macros", "mkdocs.yml"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    return folder


def test_an_archive_without_records_is_a_site(tmp_path: Path) -> None:
    init(tmp_path / "none")
    assert (publish(tmp_path / "none") / "index.html").is_file()


def test_an_archive_of_one_record_is_a_site(tmp_path: Path) -> None:
    folder = with_two_consultations(new_project(tmp_path / "one"))
    for record in (folder / "data/consultations").glob("*.yml"):
        if record.stem != "1":
            record.unlink()
    assert (publish(folder) / "consultations/1/index.html").is_file()


def test_a_record_of_five_thousand_items_is_one_whole_page(small_project: Path) -> None:
    data = small_project / "data"
    numbers = range(1, ITEMS + 1)
    with (data / "vocabulary/items.yml").open("a", encoding="utf-8") as words:
        for number in numbers:
            word = {"名前": f"見本項目{number}", "id": f"mihon-{number}", "読み": "みほんこうもく", "分類": "連絡先"}
            words.write(f"- {json.dumps(word, ensure_ascii=False)}\n")
    listed = "".join(f"                  - 見本項目{number}\n" for number in numbers)
    edit(data / "consultations/2.yml", "                  - 氏名\n", f"                  - 氏名\n{listed}")
    began = time.monotonic()
    page = (publish(small_project) / "consultations/2/index.html").read_text(encoding="utf-8")
    print(f"{ITEMS} items in {time.monotonic() - began:.0f} s, a page of {len(page.encode()):,} bytes")
    assert all(f"見本項目{number}<" in page for number in numbers)


def test_a_file_system_that_may_not_be_written_is_answered_with_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system may be mounted here")
    try:
        before = fingerprint(publish(with_two_consultations(new_project(folder / "project"))))
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)  # noqa: S607
        command = [sys.executable, "-m", "macros", "build", "--project", str(folder / "project")]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        print(done.stderr)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "。" in done.stderr
        assert fingerprint(folder / "project/site") == before
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607
