"""Papers of many councils: what each is, that nothing in its draft is silently wrong, and how much is right unasked.

`tests/documents/papers/` holds them with what a person wrote down beforehand; `tests/paper_scores.py` compares.
"""

from pathlib import Path

import pytest

from macros.documents.importing.articles import Laws, cited
from macros.documents.importing.values import papers, tokens
from macros.loading.archive import Archive
from macros.records.vocabulary import Article
from tests.paper_scores import PAPERS, Score, scored

_FOLDERS = sorted(PAPERS.iterdir())


@pytest.fixture(scope="module")
def scores(archive: Archive) -> dict[Path, Score]:
    return {folder: scored(folder, archive.vocabulary) for folder in _FOLDERS}


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: str(folder.name))
def test_a_paper_is_told_for_what_it_is_and_nothing_in_its_draft_is_silently_wrong(
    folder: Path, scores: dict[Path, Score]
) -> None:
    assert scores[folder].kind_is_right
    assert scores[folder].silently_wrong == []


def test_most_facts_of_papers_in_unknown_layouts_are_right_without_a_question(scores: dict[Path, Score]) -> None:
    unseen = [score for folder, score in scores.items() if folder.name.startswith("unseen")]
    right = sum(len(score.right) for score in unseen)
    facts = sum(len(score.right) + len(score.asked) + len(score.lost) for score in unseen if score.right)
    assert right / facts >= 0.73


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("条例第6条第2項第3号・同条第3項第7号", ["第6条第2項第3号", "第6条第3項第7号"]),
        ("自衛隊法第97条第1項及び同法施行令第120条", ["自衛隊法第97条第1項", "自衛隊法施行令第120条"]),
        ("見本市個人情報保護条例（平成12年見本市条例第5号）第九条第二項第三号及び第六号", ["第9条第2項第3号", "第9条第2項第6号"]),
        ("個人情報の保護に関する法律（以下「法」という。）第61条及び第69条", ["個人情報の保護に関する法律第61条", "個人情報の保護に関する法律第69条"]),
    ],
)  # fmt: skip
def test_an_article_travels_with_its_law(text: str, articles: list[str]) -> None:
    assert [article.full for article in cited(text)] == articles


def test_papers_that_are_joined_are_of_one_series_and_year() -> None:
    assert papers("令和3年度諮問第4号及び第9号") == ["令和3年度諮問第4号", "令和3年度諮問第9号"]


def test_every_value_of_a_line_is_accounted_for() -> None:
    text = "条例第8条により、R4.6.1～R7.3.31に約20～30件（諮問第7号）"
    assert list(tokens(text, Laws())) == ["第8条", "2022-06-01", "2025-03-31", "約20～30件", "諮問第7号"]


@pytest.mark.parametrize(
    ("name", "law", "shown"),
    [
        ("第12条", "見本市個人情報保護条例", "見本市個人情報保護条例第12条"),
        ("介護保険法第21条第3項", "介護保険法", "介護保険法第21条第3項"),
        ("番号法第12条", "行政手続における番号の利用等に関する法律", "番号法第12条（行政手続における番号の利用等に関する法律）"),
        ("審議会規則第7条", "見本市個人情報保護審議会規則", "審議会規則第7条（見本市個人情報保護審議会規則）"),
    ],
)  # fmt: skip
def test_an_article_is_shown_with_its_law_once(name: str, law: str, shown: str) -> None:
    article = Article.model_validate({"名前": name, "id": "a", "読み": "あ", "法令": law})
    assert article.full_name == shown
