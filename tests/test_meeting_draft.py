"""From minutes to the record of their meeting: `shimon link --meeting`, and what the pages then show."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.archives import NINE, values

SPEECH = Path(__file__).parent / "minutes" / "speech-948" / "input.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(NINE, tmp_path / "data")
    return tmp_path


def _draft(project: Path, minutes: Path, *more: str) -> Path:
    draft = project / "drafts/meetings/2021-12-24.yml"
    command = ["link", "--project", str(project), str(minutes), "--meeting", "2021-12-24"]
    assert main([*command, "-o", str(project / "linked.txt"), *more]) == 0
    return draft


def test_a_draft_says_what_was_discussed_and_where_each_clause_is_spoken_of(project: Path) -> None:
    record = values(_draft(project, SPEECH))
    assert record["件名"] == "令和３年度第７回世田谷区情報公開・個人情報保護審議会"
    assert record["議題"] == [{"番号": "(1)", "諮問": "948"}]
    [document] = record["資料"]
    [passage] = document["言及"]
    assert passage["位置"] == "「（１）諮問第９４８号 Web口座振替受付サービスの導入」"
    assert passage["諮問"] == "948"
    assert passage["該当"][:4] == ["第1の1", "第1の2", "第1の5(1)", "第1の5(2)"]


def test_a_draft_is_a_sound_record_once_it_is_moved(project: Path) -> None:
    draft = _draft(project, SPEECH)
    (project / "data/meetings").mkdir()
    shutil.move(draft, project / "data/meetings")
    assert main(["check", "--project", str(project)]) == 0


def test_what_is_linked_already_is_spoken_of_too(project: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.md"
    minutes.write_text(
        "## 諮問第948号\n\n[諮問第948号第1の5(1)](/consultations/948/#1-5-1)を確認した。\n", encoding="utf-8"
    )
    [document] = values(_draft(project, minutes))["資料"]
    assert document["言及"] == [{"位置": "「諮問第948号」", "諮問": "948", "該当": ["第1の5(1)"]}]


def test_a_heading_over_a_range_is_about_all_within_it(project: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.md"
    minutes.write_text("## 3 諮問第949号から第952号まで\n\n一括して審議した。\n", encoding="utf-8")
    assert values(_draft(project, minutes))["議題"] == [{"番号": "3", "諮問": ["949", "950", "951", "952"]}]


def test_what_the_minutes_do_not_say_is_asked(project: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.md"
    minutes.write_text("欠席の連絡があった。\n", encoding="utf-8")
    record = values(_draft(project, minutes))
    assert record["件名"] == "要確認：会議の名前"
    assert record["議題"] == [{"諮問": "要確認：審議した諮問の番号"}]
    assert record["資料"] == [{"名前": "会議録"}]


def test_a_draft_is_not_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = _draft(project, SPEECH)
    draft.write_text("書き足したもの", encoding="utf-8")
    command = ["link", "--project", str(project), str(SPEECH), "--meeting", "2021-12-24"]
    assert main(command) == 1
    assert "下書きがすでにあります。" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == "書き足したもの"


def test_a_day_that_is_none_earns_a_sentence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["link", "--project", str(project), str(SPEECH), "--meeting", "2022-02-30"])
    assert "「2022-02-30」は日付として読めません。2022-02-10 のように書いてください。" in capsys.readouterr().err
