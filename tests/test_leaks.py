"""What must not be public is caught wherever it stands, and nothing else is taken for it."""

from pathlib import Path

import pytest

from macros.loading.archive import load
from macros.loading.leaks import KINDS
from macros.loading.leaks.detector import Kind, plain, readings
from macros.loading.problems import ProblemsFound
from macros.loading.project import load_project
from macros.loading.rules import leaks
from tests.archives import ROOT, Shimon, edit, with_own_pages
from tests.repositories import commit

FOLDER = Path(__file__).parent / "leaks"
PLANTED = [
    line
    for path in sorted(FOLDER.glob("*.txt"))
    if path.stem != "harmless"
    for line in path.read_text(encoding="utf-8").splitlines()
]
HARMLESS = (FOLDER / "harmless.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def folder(project: Path) -> Path:
    return with_own_pages(project)


def _said(folder: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        load_project(folder)
    return str(found.value).replace(f"{folder.as_posix()}/", "")


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_leak_is_caught_in_a_value_and_in_a_name(planted: str) -> None:
    assert [finding.at for finding in leaks({"概要": {"要旨": [f"図書館の係（{planted}）まで。"]}})]
    assert [finding.at for finding in leaks({planted: "値"})]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_resembles_a_leak_is_left_alone(text: str) -> None:
    assert not list(leaks({"概要": text}))


@pytest.mark.parametrize(("file", "mark"), [("data/consultations/1.yml", "# "), ("docs/about.md", "")])
def test_every_planted_leak_is_caught_in_comments_and_in_hand_written_pages(file: str, mark: str, folder: Path) -> None:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    with (folder / file).open("a", encoding="utf-8") as page:
        page.writelines(f"{mark}係：{planted}\n" for planted in PLANTED)
    said = _said(folder)
    for number in range(len(lines) + 1, len(lines) + len(PLANTED) + 1):
        assert f"{file}:{number}: " in said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.pattern.pattern[:30])
def test_each_kind_has_a_line_that_nothing_else_would_catch(kind: Kind) -> None:
    others = [other for other in KINDS if other is not kind]
    assert any(
        any(map(kind.is_in, ways)) and not any(other.is_in(way) for other in others for way in ways)
        for ways in (readings(plain(planted)) for planted in PLANTED)
    )


def test_a_leak_is_caught_in_every_file(folder: Path) -> None:
    paths = sorted((folder / "data").rglob("*.yml"))
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8") + "# 係：03-0000-1234\n", encoding="utf-8")
    said = _said(folder)
    assert [path for path in paths if f"{path.relative_to(folder).as_posix()}:" not in said] == []


def test_the_archive_and_its_pages_raise_no_alarm() -> None:
    load_project(ROOT)


def _with_telephone(folder: Path, *lines: str) -> None:
    record = folder / "data/consultations/1.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text("\n".join([f"{text}副題: 窓口（03-0000-1234）の案内", *lines, ""]), encoding="utf-8")


def test_an_exemption_with_a_reason_lets_that_text_stand_and_no_other(folder: Path) -> None:
    exemption = "公開の例外: [{文字: 03-0000-1234, 理由: 区民に公開している代表電話}]"
    _with_telephone(folder, exemption)
    load(folder / "data")
    edit(folder / "data/consultations/1.yml", "の案内", "、03-0000-9999")
    assert "電話番号が書かれています。" in _said(folder)


def test_an_exemption_without_a_reason_exempts_nothing(folder: Path) -> None:
    _with_telephone(folder, "公開の例外: [{文字: 03-0000-1234}]")
    said = _said(folder)
    assert "「理由」がありません。" in said and "電話番号が書かれています。" in said


def test_a_hand_written_page_may_have_exemptions_too(folder: Path) -> None:
    page = folder / "docs/about.md"
    text = page.read_text(encoding="utf-8") + "\n代表電話 03-0000-1234\n"
    page.write_text(text, encoding="utf-8")
    assert "docs/about.md" in _said(folder)
    exemption = "---\n公開の例外:\n  - {文字: 03-0000-1234, 理由: 公開している代表電話}\n"
    page.write_text(text.replace("---\n", exemption, 1), encoding="utf-8")
    load_project(folder)


def test_a_leak_in_the_name_of_a_file_is_caught(folder: Path) -> None:
    (folder / "docs/石田雅彦様_診断書.pdf").write_bytes(b"%PDF-1.7")
    assert "docs/石田雅彦様_診断書.pdf:1: ファイルの名前に、個人の氏名が書かれています。" in _said(folder)


def test_a_leak_in_the_message_of_a_commit_is_caught_from_a_base_on(project: Path, shimon: Shimon) -> None:
    record = project / "data/consultations/1.yml"
    commit(project, "窓口 03-0000-1234 を登録")
    record.write_text(f"# 見直した\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    newest = commit(project, "石田雅彦様の指摘により直す")
    caught = shimon("check", "--base", "HEAD~1", code=1)
    assert f"コミット {newest}:1: 個人の氏名が書かれています。" in caught.err
    assert "電話番号" not in caught.err
    assert shimon("check", "--base", "HEAD").out.startswith("問題はありません")
