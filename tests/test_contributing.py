"""What CONTRIBUTING.md tells staff is true: its examples are sound, its tables complete, its links lead somewhere."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from macros.loading.archive import load
from macros.loading.problems import ProblemsFound
from macros.loading.schemas import shape_of
from macros.records.clause import Clause, Period, PrecedentUse
from macros.records.consultation import Consultation, Correction, Office, Overview, Part
from macros.records.items import Flow, ItemGroup, ItemUse
from macros.records.record import Record
from macros.records.volume import Volume
from tests.archives import NINE, ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = [(path, text) for text, path in re.findall(r"```yaml\n(# data/(\S+\.yml)\n.*?)```", GUIDE, re.DOTALL)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NINE, tmp_path / "data"))


def test_the_examples_are_sound_when_they_are_copied(data: Path) -> None:
    assert {shape_of(Path(path)) for path, _ in EXAMPLES} >= {"consultation"}
    for path, text in EXAMPLES:
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_text(text, encoding="utf-8")
    assert [record.number for record in load(data).consultations][-1] == 953


def test_the_slip_shown_earns_the_message_shown(data: Path) -> None:
    path, text = EXAMPLES[0]
    (data / path).write_text(text.replace("氏名, 住所", "氏明, 住所"), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load(data)
    (shown,) = re.findall(r"^data/(consultations/953\.yml:\d+: .*)…$", GUIDE, re.MULTILINE)
    assert str(found.value).startswith(f"{data.as_posix()}/{shown}")


def test_a_date_that_moved_is_recorded_as_shown(data: Path) -> None:
    step, source = re.findall(r"```yaml\n(  - .*?)```", GUIDE, re.DOTALL)
    schedule = data / "schedules/2023-law-change.yml"
    text = schedule.read_text(encoding="utf-8")
    before = "".join(step.splitlines(keepends=True)[:4])
    assert before in text
    text = text.replace(before, step).replace("出典:\n", f"出典:\n{source}", 1)
    schedule.write_text(text, encoding="utf-8")
    (moved,) = [each for each in load(data).schedules[0].steps if each.id == "policy-meeting-2022-07"]
    assert moved.planned and moved.actual and moved.actual > moved.planned


@pytest.mark.parametrize(
    "model",
    [Consultation, Office, Overview, Part, Clause, Flow, ItemUse, ItemGroup, Volume, Period, PrecedentUse, Correction],
)
def test_every_key_is_explained(model: type[Record]) -> None:
    for field in model.model_fields.values():
        assert not field.alias or re.search(rf"`{field.alias}`|\b{field.alias}: ", GUIDE), field.alias


def test_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        assert target.removeprefix("#") in anchors if target.startswith("#") else (ROOT / target).exists(), target


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_make_target_that_is_named_exists() -> None:
    assert set(re.findall(r"`make ([a-z-]+)", GUIDE)) <= _targets()


def _said(path: Path) -> list[str]:
    """The Japanese texts of a module: what people read, and no docstring."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    docstrings = {node.value for node in tree if isinstance(node, ast.Expr)}
    texts = [str(node.value) for node in tree if isinstance(node, ast.Constant) and node not in docstrings]
    return [text for text in texts if re.search("[ぁ-ん]", text)]


def test_every_command_that_staff_are_told_can_be_typed() -> None:
    """`shimon` lies in .venv/bin/, which is on nobody's path."""
    for text in (GUIDE, *(text for path in (ROOT / "macros").rglob("*.py") for text in _said(path))):
        assert not re.search(r"shimon (check|diff|fix|import|new|notices|rename)\b", text), text
        assert set(re.findall(r"(?<![a-z`])make ([a-z-]+)", text)) <= _targets(), text
