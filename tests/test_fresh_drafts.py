"""A draft comes out in the layout that `shimon fix` gives: what is changed later is a person's work, not the program's."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands.new import GUIDANCE as GUIDANCE_OF_NEW
from macros.commands.new import draft as new_draft
from macros.documents.extractors.line import Line
from macros.documents.importing.draft import Draft
from macros.documents.importing.draft_file import GUIDANCE, draft_text
from macros.documents.importing.importer import import_document
from macros.documents.importing.questions import Doubtful, doubts, plain
from macros.loading.archive import Archive, load
from macros.loading.yaml_format import canonical
from macros.loading.yaml_reader import read_text
from tests.archives import MIHON, NINE
from tests.printed_document import printed

DOCUMENTS = Path(__file__).parent / "documents"


def _imported_text(document: Path, vocabulary: Path) -> list[str]:
    return [draft_text(draft) for draft in import_document(document, load(vocabulary).vocabulary).drafts]


@pytest.mark.parametrize(
    ("document", "vocabulary"),
    [("mihon-3-4.txt", MIHON), ("unseen/901.txt", NINE), ("unseen/902.md", NINE), ("unseen/903.txt", NINE)],
)
def test_fix_takes_the_explanations_out_of_an_imported_draft_and_changes_nothing(
    document: str, vocabulary: Path
) -> None:
    for text in _imported_text(DOCUMENTS / document, vocabulary):
        explained = text.split("\n\n", 1)
        assert set(explained[0].splitlines()) <= GUIDANCE
        assert canonical(text, "consultation") == text
        assert canonical(text, "consultation", GUIDANCE) == explained[1]


def test_what_the_real_consultations_say_is_drafted_as_fix_would_lay_it_out(archive: Archive, tmp_path: Path) -> None:
    document = tmp_path / "printed.txt"
    document.write_text("\n\n".join(map(printed, archive.consultations)), encoding="utf-8")
    drafts = _imported_text(document, NINE)
    assert len(drafts) == len(archive.consultations)
    assert [canonical(text, "consultation") for text in drafts] == drafts


@pytest.mark.parametrize("acts", [["外部委託"], ["外部委託", "回線結合"], ["目的外利用", "様式のない行為"]])
def test_fix_takes_the_explanations_out_of_a_new_draft_and_changes_nothing(acts: list[str], archive: Archive) -> None:
    forms = {form.act: form for form in archive.vocabulary.forms}
    text = new_draft("953", acts, forms, archive.consultations[-1])
    unexplained = "".join(line for line in text.splitlines(keepends=True) if line.strip() not in GUIDANCE_OF_NEW)
    assert canonical(text, "consultation") == text
    assert canonical(text, "consultation", GUIDANCE_OF_NEW) == unexplained.lstrip("\n")


def _is_no_list(value: Any) -> bool:
    """No record has a list within a list."""
    return not isinstance(plain(value), list)


_LINE = st.just((Line(12, ""),))
_SEEN = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1) | st.sampled_from(
    [
        "窓口C#業務",
        "[x:y]",
        "甲 #乙",
        '甲 "乙 #丙',
        "甲: 乙",
        "- 甲",
        "{甲",
        "'甲'",
        "&甲",
        "yes",
        "1_000",
        "約2,000件",
        "~",
        "…",
    ]
)
_KEYS = st.sampled_from(["番号", "見出し", "部", "条項", "細目", "項目", "内訳", "前例", "件数"]) | _SEEN
_VALUES = st.recursive(
    _SEEN,
    lambda inner: (
        st.lists(inner.filter(_is_no_list), max_size=4)
        | st.dictionaries(_KEYS, inner, max_size=4)
        | st.builds(Doubtful, inner | st.none(), _LINE, _SEEN)
    ),
    max_leaves=20,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=4))
def test_whatever_is_asked_about_whatever_value_every_question_stands_and_fix_leaves_the_draft(
    values: dict[str, Any],
) -> None:
    text = draft_text(Draft("7", {"諮問番号": "7", **values}, ()))
    assert canonical(text, "consultation") == text
    document, problems = read_text(Path("7.yml"), text)
    assert problems == []
    assert _stated(document.values) == _stated({"諮問番号": "7", **plain(values)})
    assert text.count("要確認（原文12行目）：") == sum(1 for _ in doubts(values))


def _stated(value: Any) -> Any:
    """`value` without what is empty, or a question where nothing stands."""
    match value:
        case str():
            return None if value.startswith("要確認（原文12行目）：") else value
        case dict():
            return {key: inner for key, each in value.items() if (inner := _stated(each)) not in (None, {}, [])}
        case list():
            return [inner for each in value if (inner := _stated(each)) not in (None, {}, [])]
    return value
