"""Open data: complete, described, the same by every way, and safe in spreadsheets and pages."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from rdflib import Graph
from rdflib.namespace import DCAT, RDF

from macros.archive import Archive
from macros.exports.openapi import SHAPES
from macros.exports.tables import as_cell
from tests.archives import ROOT

EXAMPLES = ROOT / "docs" / "data" / "examples"


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def description(site: Path) -> Any:
    return _json(site / "openapi.json")


def _validator(description: Any, shape: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{shape}", "components": description["components"]})


def test_the_description_is_valid_openapi(description: Any) -> None:
    validate(description)


@pytest.mark.parametrize("kind", SHAPES)
def test_every_document_is_as_described(kind: str, site: Path, description: Any) -> None:
    validator = _validator(description, SHAPES[kind].__name__)
    paths = [path for path in (site / "api/v1" / kind).glob("*.json") if path.name != "index.json"]
    assert paths
    for path in paths:
        validator.validate(_json(path))
    _validator(description, "List").validate(_json(site / "api/v1" / kind / "index.json"))


def test_the_index_counts_what_there_is(site: Path, description: Any, archive: Archive) -> None:
    index = _json(site / "api/v1/index.json")
    _validator(description, "Index").validate(index)
    assert index["kinds"]["consultations"]["count"] == len(archive.consultations) == 9
    assert index["kinds"]["items"]["count"] == len(archive.vocabulary.items.entries)
    assert "PDL1.0" in index["licence"]


def test_every_path_of_the_description_exists(site: Path, description: Any) -> None:
    for path in description["paths"]:
        if "{id}" in path:
            path = path.replace("{id}", next((site / path.lstrip("/")).parent.glob("[!i]*.json")).stem)  # noqa: PLW2901
        assert (site / path.lstrip("/")).is_file(), path


def test_the_whole_archive_on_lines_is_the_same_as_in_files(site: Path) -> None:
    lines = (site / "api/v1/all.ndjson").read_text(encoding="utf-8").splitlines()
    together = {document["api_url"]: document for document in map(json.loads, lines)}
    apart = [_json(path) for path in (site / "api/v1").rglob("*.json") if path.name != "index.json"]
    assert {document["api_url"]: document for document in apart} == together
    assert len(together) == len(lines)


def test_addresses_lead_to_pages_and_clauses(site: Path, archive: Archive) -> None:
    root = archive.council.site.address
    for document in (_json(path) for path in (site / "api/v1/consultations").glob("9*.json")):
        page = BeautifulSoup((site / document["url"].removeprefix(root) / "index.html").read_bytes(), "lxml")
        for part in document["parts"]:
            for clause in part["clauses"]:
                assert page.find(id=clause["url"].partition("#")[2]), clause["url"]


def test_a_clause_keeps_its_facts(site: Path) -> None:
    document = _json(site / "api/v1/consultations/948.json")
    clause = next(each for each in document["parts"][0]["clauses"] if each["number"] == "第1の5(1)")
    assert [(flow["source"], flow["destination"]) for flow in clause["flows"]] == [
        ("区", "委託先"),
        ("本人", "委託先"),
        ("金融機関", "委託先"),
    ]
    assert document["consulted_on"] == {"iso": "2021-12-17", "precision": "day", "text": "令和3年12月17日"}


def test_tables_open_in_a_spreadsheet_as_japanese(site: Path) -> None:
    written = (site / "data/handlings.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    found = [row for row in rows if row["項目"] == "口座番号" and row["行為"] == "外部委託"]
    assert [(row["から"], row["へ"], row["開始"], row["開始（和暦）"]) for row in found] == [
        ("本人", "委託先", "2022-04", "令和4年4月"),
        ("金融機関", "委託先", "2022-04", "令和4年4月"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "＝1+1", "0744", "007"])
def test_a_cell_is_never_a_formula_and_keeps_its_zeros(text: str) -> None:
    assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["948", "0", "約2万件", "令和4年", ""])
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    assert as_cell(text) == text


def test_the_catalogue_is_read_by_others(site: Path) -> None:
    graph = Graph().parse(site / "data/catalog.jsonld", format="json-ld")
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    distributions = set(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == 4
    for distribution in distributions:
        (file,) = graph.objects(distribution, DCAT.downloadURL)
        assert (site / str(file).split("/", 3)[3]).is_file()


def test_every_page_of_a_record_describes_itself(site: Path, archive: Archive) -> None:
    for path in (site / "consultations").glob("9*/index.html"):
        (script,) = BeautifulSoup(path.read_bytes(), "lxml").select("script[type='application/ld+json']")
        described = json.loads(script.get_text())
        assert described["url"] == archive.council.site.address + f"consultations/{path.parent.name}/"
        assert (site / described["mainEntity"]["subjectOf"].removeprefix(archive.council.site.address)).is_file()


def test_both_examples_of_the_page_give_the_same_answer(site: Path, serve: Callable[[Path], str]) -> None:
    def said(script: str, source: str) -> list[str]:
        command = [sys.executable, str(EXAMPLES / script), source]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    by_api = said("receivers_api.py", f"{serve(site)}/api/v1/")
    by_duckdb = said("receivers_duckdb.py", str(site / "api/v1/all.ndjson"))
    assert sorted(by_api) == sorted(by_duckdb)
    assert "ヤマトシステム開発株式会社\t2022-04" in by_api


def test_the_page_shows_the_examples_as_they_are_run(site: Path) -> None:
    page = BeautifulSoup((site / "data/index.html").read_bytes(), "lxml")
    shown = [code.get_text() for code in page.select("pre code")]
    for path in EXAMPLES.glob("*.py"):
        assert path.read_text(encoding="utf-8") in shown
