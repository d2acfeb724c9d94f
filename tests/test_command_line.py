"""The command line speaks Japanese, to people and to GitHub."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.check import annotation
from macros.loading.problems import Problem
from tests.archives import Shimon, edit


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "「命令」を書いてください。"),
        ("chekc", "命令に「chekc」はありません。「check」ではありませんか。"),
        ("site --port x", "「--port」の「x」は数ではありません。半角の数字で書いてください。"),
        ("site --port", "「--port」のあとに値を1つ書いてください。"),
        ("check --format xml", "「--format」に「xml」はありません。使えるのは text、github です。"),
        ("check --fromat", "「--fromat」はわかりません。"),
    ],
)
def test_a_slip_on_the_command_line_is_answered_in_japanese(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_code:
        main(typed.split())
    assert exit_code.value.code == 2
    assert capsys.readouterr().err.startswith(said)


def test_help_is_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    printed = capsys.readouterr().out
    assert printed.startswith("使い方：")
    assert not any(word in printed for word in ("usage", "optional", "positional", "show this"))


@pytest.fixture
def broken(project: Path) -> Path:
    edit(project / "data/consultations/1.yml", "図書館業務]", "図書館行務]")
    return project


@pytest.mark.usefixtures("broken")
def test_check_names_problems_and_does_not_speak_of_the_site(shimon: Shimon) -> None:
    *problems, count = shimon("check", code=1).err.splitlines()
    assert len(problems) == 1
    assert count == "問題が1件あります。"


def test_github_gets_an_annotation_on_the_very_line(broken: Path, shimon: Shimon) -> None:
    printed = shimon("check", "--format", "github", code=1)
    place = f"{broken.as_posix()}/data/consultations/1.yml"
    assert printed.out.startswith(
        f"::error file={place},line=8,title=記録の誤り::「図書館行務」は業務の語彙にありません。"
    )
    assert printed.err == ""


def test_an_annotation_cannot_be_broken_out_of() -> None:
    problem = Problem(Path("data/a,b:c%.yml"), 3, "100%\r\n::error::悪い行")
    assert annotation(problem) == (
        "::error file=data/a%2Cb%3Ac%25.yml,line=3,title=記録の誤り::100%25%0D%0A::error::悪い行"
    )
