"""What a council concluded, read from the records of 見本市: status, conditions, joint and blanket answers."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.derived.cross_references import CrossReferences
from macros.derived.notices import overdue
from macros.loading.archive import Archive, load
from macros.records.absence import NOT_HELD
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from tests.archives import values


def _consultation(references: CrossReferences, name: str) -> Consultation:
    found = references.deliberations.consultation(name)
    assert found
    return found


def _answer(references: CrossReferences, name: str) -> Answer:
    found = references.deliberations.answer(name)
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "sentence", "facets"),
    [
        ("1", NOT_HELD, (NOT_HELD,)),
        ("2", "答申済み（条件付き承認・承認）", ("答申済み（条件付き承認）", "答申済み（承認）")),
        ("11", "一部答申済み（承認）", ("答申済み（承認）", "継続審議")),
        ("12", "答申済み（不承認）", ("答申済み（不承認）",)),
        ("r3-1", "取下げ", ("取下げ",)),
        ("r3-mailing", "答申済み（適当）", ("答申済み（承認）",)),
    ],
)
def test_the_status_follows_from_answers_and_meetings(
    name: str, sentence: str, facets: tuple[str, ...], mihon_references: CrossReferences
) -> None:
    status = mihon_references.status(_consultation(mihon_references, name))
    assert (status.sentence, status.facets) == (sentence, facets)


def test_nobody_can_type_a_status(data: Path) -> None:
    _add(data / "consultations/1.yml", {"状況": "答申済み"})
    with pytest.raises(Exception, match="「状況」はここには書けません。"):
        load(data)


def test_before_its_answer_a_consultation_is_under_deliberation(data: Path) -> None:
    shutil.rmtree(data / "answers")
    for path in (data / "meetings").glob("202[1-4]-[01][78]*"):
        path.unlink()
    references = CrossReferences(load(data))
    assert references.status(_consultation(references, "2")).label == "継続審議"


def test_a_later_answer_ends_what_an_earlier_one_continued(data: Path) -> None:
    later = {"答申日": "2021-12-01", "諮問": [{"諮問": "11", "結論": "承認"}], "出典": [{"名前": "答申"}]}
    _add(data / "answers/3.yml", later)
    references = CrossReferences(load(data))
    assert references.status(_consultation(references, "11")).sentence == "答申済み（承認）"


def _add(path: Path, more: dict[str, object]) -> None:
    before = values(path) if path.exists() else {}
    path.write_text(yaml.safe_dump(before | more, allow_unicode=True), encoding="utf-8")


def test_one_answer_answers_several_consultations_part_by_part(mihon_references: CrossReferences) -> None:
    answer = _answer(mihon_references, "2")
    assert [each.consultation for each in answer.answered] == ["11", "12"]
    first = answer.answered[0]
    words = [
        conclusion.word
        for part in _consultation(mihon_references, "11").parts
        if (conclusion := first.conclusion_of(part)) is not None
    ]
    assert words == ["承認", "継続審議"]


def test_a_condition_can_be_followed_to_later_reports(mihon_references: CrossReferences) -> None:
    answer = _answer(mihon_references, "1")
    told = {
        condition.label: [
            (report.meeting.id, report.said.state)
            for report in mihon_references.deliberations.follow_ups(answer, condition)
        ]
        for condition in answer.conditions
    }
    assert told == {"(1)": [("2022-07-01", "守られている")], "(2)": [("2022-07-01", "確認中")]}


def test_a_condition_that_nobody_reported_on_says_so(mihon_references: CrossReferences) -> None:
    answer = _answer(mihon_references, "2")
    assert [len(mihon_references.deliberations.follow_ups(answer, condition)) for condition in answer.conditions] == [0]


def test_a_condition_binds_only_the_consultations_that_it_names(mihon_references: CrossReferences) -> None:
    answer = _answer(mihon_references, "2")
    assert answer.conditions_on(_consultation(mihon_references, "11"))
    assert not answer.conditions_on(_consultation(mihon_references, "12"))


def test_what_was_approved_beforehand_lists_its_reports(mihon_references: CrossReferences) -> None:
    answer = _answer(mihon_references, "r3-mailing")
    reports = mihon_references.deliberations.reports_under(answer, answer.blanket_approvals[0])
    assert [report.item.title for report in reports] == ["返却案内の封入・発送の委託"]


def test_answers_without_a_number_are_known_by_their_day(mihon_references: CrossReferences) -> None:
    assert _answer(mihon_references, "r3-mailing").name == "令和4年3月18日の意見書"
    assert _answer(mihon_references, "1").name == "答申第1号"


def test_consultations_without_a_number_are_known_by_their_mark_or_title(mihon_references: CrossReferences) -> None:
    assert _consultation(mihon_references, "r3-1").name == "諮問【令3-1】"
    assert _consultation(mihon_references, "r3-mailing").name == "封入・発送の委託を類型として扱うことについて"


def test_the_nine_of_the_real_archive_are_unrecorded(archive: Archive, references: CrossReferences) -> None:
    assert {references.status(record).label for record in archive.consultations} == {NOT_HELD}
    assert archive.answers == archive.meetings == ()


def _overdue(data: Path, today: date) -> list[str]:
    return [notice.sentence.partition("は、")[0] for notice in overdue(CrossReferences(load(data)), today)]


def test_a_consultation_without_an_answer_is_named_after_the_months_that_its_council_sets(data: Path) -> None:
    assert _overdue(data, date(2030, 1, 1)) == [], "no months are set"
    _add(data / "council.yml", {"答申の目安月数": "6"})
    # 諮問第1号 has no answer at all, of 諮問第11号 a part is still under deliberation.
    assert _overdue(data, date(2020, 9, 30)) == []
    assert _overdue(data, date(2020, 10, 1)) == ["諮問第1号"]
    assert _overdue(data, date(2022, 2, 2)) == ["諮問第1号", "諮問第11号"]
