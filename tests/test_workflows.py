"""`.github/`: sound by the schemas of its host and by zizmor, and made of targets that run on any machine."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.__main__ import _parser
from tests.archives import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def _steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def _run(program: str, *arguments: str) -> None:
    installed = Path(sys.executable).with_name(program)
    done = subprocess.run([installed, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_every_file_fits_the_schema_of_its_host(schema: str, paths: list[Path]) -> None:
    assert paths
    _run("check-jsonschema", "--builtin-schema", schema, *map(str, paths))


def test_zizmor_finds_nothing_at_its_most_pedantic() -> None:
    _run("zizmor", "--offline", "--pedantic", "--no-progress", "--no-config", str(GITHUB))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_and_says_its_version(path: Path) -> None:
    for line in re.findall(r"^.*\buses:.*$", path.read_text(encoding="utf-8"), re.MULTILINE):
        assert re.fullmatch(r"\s*uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_commit_for_each_action() -> None:
    pinned = {step["uses"] for path in WORKFLOWS for step in _steps(path) if "uses" in step}
    assert len({use.partition("@")[0] for use in pinned}) == len(pinned)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_checkout_brings_the_whole_history_and_leaves_no_credentials(path: Path) -> None:
    checkouts = [step for step in _steps(path) if "actions/checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"] == {"fetch-depth": 0, "persist-credentials": False} for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_is_a_target_that_also_runs_here(path: Path) -> None:
    for step in _steps(path):
        if "run" in step:
            match = re.match(r"make (?:--silent )?([a-z-]+)", step["run"])
            assert match and re.search(rf"^{match[1]}:.*## ", MAKEFILE, re.MULTILINE), step


def test_every_command_of_a_target_exists() -> None:
    for written in re.findall(r"\$\(BIN\)/shimon (.+)$", MAKEFILE, re.MULTILINE):
        arguments = re.sub(r"\$\(if .*\)", "", written).replace("$(PORT)", "1").replace('"', "").split()
        _parser().parse_args(arguments)


def test_strangers_changes_never_run_with_our_rights() -> None:
    for path in WORKFLOWS:
        workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — `on` stays a text
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
        assert workflow["permissions"] == {}
        for job in workflow["jobs"].values():
            written = {name for name, level in job["permissions"].items() if level != "read"}
            assert not written or "pull_request" not in workflow["on"]


def test_owners_are_named_for_paths_that_exist() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert paths[0] == "*"
    assert all((ROOT / path.strip("/")).exists() for path in paths[1:])


def test_there_is_one_pull_request_template() -> None:
    assert [path.name for path in GITHUB.rglob("*pull_request_template*")] == ["pull_request_template.md"]
