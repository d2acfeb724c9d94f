"""One table says what kinds of words and records there are: a new kind of words is a line there, and its words."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.records import models
from macros.records.kinds import KINDS, NAMED_IN, RECORD_KINDS
from macros.records.record import Record
from tests.archives import ROOT, edit, new_project
from tests.repositories import commit

LINE = """\
        WordKind(
            *("certifications", "認証", "certification"),
            used_in=("Clause.certifications",),
            section="きまりから",
            facet=Facet("certification", "認証"),
            has_feed=True,
        ),
"""
WORDS = "- {名前: ISO/IEC 27001, id: iso-27001, 読み: あいえすおーにまんななせん, 別名: ISMS}\n"


def _models(model: type[Record] = Record) -> dict[str, type[Record]]:
    return {model.__name__: model} | {
        name: inner for below in model.__subclasses__() for name, inner in _models(below).items()
    }


@pytest.mark.parametrize("field", NAMED_IN)
def test_every_field_of_the_table_is_one_of_a_record(field: str) -> None:
    model, _, name = field.partition(".")
    assert name in _models()[model].model_fields


def test_every_kind_has_a_model() -> None:
    assert {*models.ENTRIES} == {*KINDS}
    assert {*models.RECORDS} == {*RECORD_KINDS}


def _shimon(folder: Path, *arguments: str) -> str:
    """What the project's own programme prints, on whichever stream."""
    command = [sys.executable, "-m", "macros", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """見本市's project with one more kind in the table, its words, and a clause that names one of them."""
    folder = new_project(tmp_path_factory.mktemp("kinds") / "project")
    (folder / "macros").unlink()
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    table = folder / "macros" / "records" / "kinds.py"
    before, at, after = table.read_text(encoding="utf-8").partition('        WordKind("categories"')
    table.write_text(before + LINE + at + after, encoding="utf-8")
    (folder / "data" / "vocabulary" / "certifications.yml").write_text(WORDS, encoding="utf-8")
    first = "        見出し: 対象となる個人の範囲\n"
    edit(folder / "data/consultations/2.yml", first, f"{first}        認証: ISMS\n")
    commit(folder, "はじめの記録")
    return folder


@pytest.fixture(scope="module")
def built(certified: Path) -> Path:
    assert "できました" in _shimon(certified, "build")
    return certified / "site"


def test_an_unknown_name_of_the_new_kind_is_a_problem_on_its_line(certified: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(certified, tmp_path / "project", symlinks=True))
    path = folder / "data/consultations/2.yml"
    edit(path, "認証: ISMS", "認証: ISO/IEC 27002")
    line = 1 + path.read_text(encoding="utf-8").splitlines().index("        認証: ISO/IEC 27002")
    problem = _shimon(folder, "check")
    assert f"data/consultations/2.yml:{line}: 「ISO/IEC 27002」は認証の語彙にありません。" in problem
    assert "「ISO/IEC 27001」ではありませんか。" in problem
    assert "data/vocabulary/certifications.yml に加えてください: - {名前: ISO/IEC 27002, id: …, 読み: …}" in problem


def test_the_new_kind_has_a_list_and_every_word_a_page(built: Path) -> None:
    front = (built / "certifications/index.html").read_text(encoding="utf-8")
    assert "<title>認証 — " in front
    assert 'href="../certifications/iso-27001/"' in front
    page = (built / "certifications/iso-27001/index.html").read_text(encoding="utf-8")
    assert "関係する諮問（1件）" in page
    assert 'href="../../consultations/2/#' in page
    assert 'href="../../certifications/iso-27001/feed.xml"' in page
    consultation = (built / "consultations/2/index.html").read_text(encoding="utf-8")
    assert '<a href="../../certifications/iso-27001/">ISMS</a>' in consultation


def test_the_menu_leads_to_the_new_kind_in_its_section(built: Path) -> None:
    home = (built / "index.html").read_text(encoding="utf-8")
    group = home[home.rindex("きまりから") :]
    assert group.index(">条<") < group.index(">認証<") < group.index(">日程<")


def test_programs_get_the_new_kind(built: Path) -> None:
    document = json.loads((built / "api/v1/certifications/iso-27001.json").read_text(encoding="utf-8"))
    assert document["type"] == "certification"
    assert [reference["id"] for reference in document["consultations"]] == ["2"]
    index = json.loads((built / "api/v1/index.json").read_text(encoding="utf-8"))
    assert index["kinds"]["certifications"]["count"] == 1
    description = json.loads((built / "openapi.json").read_text(encoding="utf-8"))
    assert "/api/v1/certifications/{id}.json" in description["paths"]
    assert "certification" in description["components"]["schemas"]["WordDocument"]["properties"]["type"]["enum"]
    assert "諮問第2号" in (built / "certifications/iso-27001/feed.xml").read_text(encoding="utf-8")
    assert "certifications/iso-27001/" in (built / "sitemap.xml").read_text(encoding="utf-8")
    assert "ISO/IEC 27001" in (built / "schema/v1/names.json").read_text(encoding="utf-8")


def test_search_filters_by_the_new_kind(built: Path) -> None:
    page = (built / "search/index.html").read_text(encoding="utf-8")
    assert "&#34;certification&#34;" in page
    facet = json.loads((built / "search-data/facets/certification.json").read_text(encoding="utf-8"))
    assert facet["values"] == ["ISO/IEC 27001"]
    assert [0] in facet["of"]


def test_editors_complete_the_names_of_the_new_kind(certified: Path) -> None:
    script = "from macros.loading.schemas import schema_of; print(schema_of('consultation')['$defs']['Clause'])"
    done = subprocess.run([sys.executable, "-c", script], cwd=certified, capture_output=True, text=True, check=True)
    assert "names.json#/$defs/certifications" in done.stdout


def test_a_change_of_the_new_words_is_told_by_their_name(certified: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(certified, tmp_path / "project", symlinks=True))
    path = folder / "data" / "vocabulary" / "certifications.yml"
    edit(path, "ISO/IEC 27001", "ISO/IEC 27001:2022")
    told = _shimon(folder, "diff")
    assert "語彙：認証" in told
    assert "名前を改めました：「ISO/IEC 27001」→「ISO/IEC 27001:2022」" in told
