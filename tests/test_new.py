"""`shimon new` asks for every heading of the form and invents nothing; a draft is never published."""

import shutil
from pathlib import Path

import pytest

from macros.commands.fix_layout import fix_layouts
from macros.commands.new import GUIDANCE
from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from tests.archives import Shimon, values


def test_a_draft_has_a_part_for_each_act_with_the_headings_of_its_form(project: Path, shimon: Shimon) -> None:
    shimon("new", "3", "--form", "外部委託,回線結合")
    record = values(project / "drafts/3.yml")
    assert record["諮問番号"] == "3"
    assert [(part["番号"], part["行為"]) for part in record["部"]] == [("1", "外部委託"), ("2", "回線結合")]
    first = record["部"][0]["条項"]
    assert [(clause["番号"], clause["見出し"]) for clause in first][:2] == [
        ("1", "対象となる個人の範囲"),
        ("2", "個人情報の項目及び件数"),
    ]
    assert first[1]["細目"][0]["流れ"][0] == {
        "見出し": "市から委託先へ提供するもの",
        "から": "市",
        "へ": "委託先",
        "項目": ["要確認"],
    }


def test_a_draft_for_one_act_has_one_part_without_a_number(project: Path, shimon: Shimon) -> None:
    shimon("new", "3", "--form", "回線結合")
    (part,) = values(project / "drafts/3.yml")["部"]
    assert "番号" not in part


def test_a_draft_is_not_read_by_the_build(project: Path, shimon: Shimon) -> None:
    shimon("new", "3", "--form", "回線結合")
    assert 3 not in [record.number for record in load(project / "data").consultations]


def test_a_draft_moved_too_early_is_refused_line_by_line(project: Path, shimon: Shimon) -> None:
    shimon("new", "3", "--form", "外部委託、回線結合")
    text = (project / "drafts/3.yml").read_text(encoding="utf-8")
    shutil.move(project / "drafts/3.yml", project / "data/consultations/3.yml")
    with pytest.raises(ProblemsFound) as found:
        load(project / "data")
    assert all("「要確認」" in problem.sentence for problem in found.value.problems)
    waiting = [line for line in text.splitlines() if "要確認" in line and not line.startswith("# 1.")]
    assert len(found.value.problems) == len(waiting) - 1  # the other line that explains, at the head


def test_a_finished_draft_loses_its_explanations_to_fix(project: Path) -> None:
    record = project / "data/consultations/1.yml"
    finished = record.read_text(encoding="utf-8")
    explained = "\n".join([*sorted(GUIDANCE), "", finished])
    record.write_text(f"{explained}# 残す注\n", encoding="utf-8")
    fix_layouts(project / "data")
    assert record.read_text(encoding="utf-8") == f"{finished}# 残す注\n"


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        ("1", "回線結合", "「1」はすでにあります："),
        ("３", "回線結合", "ファイル名「３.yml」は使えません。"),
        ("../3", "回線結合", "フォルダの中のフォルダは読みません。"),
        ("3", "回線結号", "「回線結号」という行為はありません。「回線結合」ではありませんか。"),
    ],
)
def test_what_cannot_be_drafted_is_refused_in_a_sentence(
    number: str, form: str, said: str, project: Path, shimon: Shimon
) -> None:
    assert shimon("new", number, "--form", form, code=1).err.startswith(said)
    assert not (project / "drafts").exists()


def test_a_draft_is_never_overwritten(project: Path, shimon: Shimon) -> None:
    shimon("new", "3", "--form", "回線結合")
    draft = project / "drafts/3.yml"
    draft.write_text("書きかけ", encoding="utf-8")
    shimon("new", "3", "--form", "回線結合", code=1)
    assert draft.read_text(encoding="utf-8") == "書きかけ"
