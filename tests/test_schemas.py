"""What editors know of the files: it accepts what `check` accepts, and is as current as the models."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from macros.loading.archive import Archive
from macros.loading.field_help import EXPLANATIONS
from macros.loading.schemas import names, schemas, shape_of
from macros.records.record import Record
from tests.archives import MIHON, REAL, ROOT
from tests.editor_yaml import as_editors_read

SCHEMAS = dict(schemas())
COMMITTED = ROOT / "docs/schema/v1"
BROKEN = ROOT / "tests/broken"

# Mistakes that concern other values, other files or the calendar: no schema can see them.
_SHAPED_WRONG = """
address-without-scheme count-cut-by-comma date-mistyped date-without-day id-with-capitals
items-not-a-list key-in-the-wrong-place key-missing key-misspelt not-a-mapping number-mistyped
value-empty yes-or-no
""".split()


def _schema_of(path: Path) -> str:
    """…/data/consultations/948.yml → consultation.json."""
    shape = shape_of(Path(*path.parts[path.parts.index("data") + 1 :]))
    assert shape, f"{path} has no schema"
    return f"{shape}.json"


SOUND = [*sorted(REAL.rglob("*.yml")), *sorted(MIHON.rglob("*.yml"))]


@pytest.fixture(scope="module")
def validators(archive: Archive) -> dict[str, Any]:
    texts = {**SCHEMAS, "names.json": names(archive.vocabulary)}
    resources = {
        f"https://shimon.example/{path}": Resource.from_contents(json.loads(text), default_specification=DRAFT202012)
        for path, text in texts.items()
    }
    registry: Any = Registry().with_resources(resources.items())
    return {
        path: Draft202012Validator({"$ref": f"https://shimon.example/{path}"}, registry=registry) for path in SCHEMAS
    }


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sound_file_fits_its_schema(path: Path, validators: dict[str, Any]) -> None:
    errors = validators[_schema_of(path)].iter_errors(as_editors_read(path))
    assert [f"{list(error.absolute_path)}: {error.message[:300]}" for error in errors] == []


@pytest.mark.parametrize("case", _SHAPED_WRONG)
def test_a_mistake_of_shape_is_seen_while_typing(case: str, validators: dict[str, Any]) -> None:
    path = BROKEN / f"{case}.yml"
    place = Path("data") / path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# 置き場所: ")
    assert not validators[_schema_of(place)].is_valid(as_editors_read(path))


def test_the_schemas_in_the_repository_are_current() -> None:
    committed = {
        path.relative_to(COMMITTED).as_posix(): path.read_text(encoding="utf-8")
        for path in COMMITTED.rglob("*.json")
        if path.name != "names.json"
    }
    assert committed == SCHEMAS, "make schema で作り直してください"


def test_the_editor_settings_lead_every_file_to_its_schema() -> None:
    """Offline: each schema is a file of the repository, each kind of file has one, and drafts have too."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert sorted(settings) == sorted(f"./docs/schema/v1/{path}" for path in SCHEMAS)
    for path in (*REAL.rglob("*.yml"), ROOT / "drafts/953.yml"):
        place = path.relative_to(ROOT)
        schema = "consultation.json" if place.parts[0] == "drafts" else _schema_of(path)
        globs = settings[f"./docs/schema/v1/{schema}"]
        assert any(place.match(glob) for glob in ([globs] if isinstance(globs, str) else globs)), place


def test_names_complete_without_being_demanded(archive: Archive, validators: dict[str, Any]) -> None:
    item = json.loads(names(archive.vocabulary))["$defs"]["items"]
    assert {"口座番号", "所属名", "所属名称"} <= set(item["anyOf"][0]["enum"])
    record = as_editors_read(REAL / "consultations/951.yml")
    record["業務"] = ["まだ語彙にない業務"]
    assert validators["consultation.json"].is_valid(record)


def test_every_explanation_explains_a_key_of_a_record() -> None:
    models = {model.__name__: model for model in _below(Record)}
    for record, explained in EXPLANATIONS.items():
        assert explained.keys() <= {field.alias for field in models[record].model_fields.values()}, record


def _below(model: type[Record]) -> list[type[Record]]:
    return [model, *(below for child in model.__subclasses__() for below in _below(child))]


def test_editors_explain_in_japanese_and_show_examples() -> None:
    consultation = json.loads(SCHEMAS["consultation.json"])
    subtitle = consultation["properties"]["副題"]
    assert (subtitle["title"], subtitle["examples"]) == ("件名の下の（ ）の中", ["Web口座振替受付サービスの導入"])
    assert consultation["properties"]["根拠"]["examples"] == [["第12条", "第18条"]]
    assert json.loads(SCHEMAS["vocabulary/items.json"])["$defs"]["Item"]["properties"]["id"]["examples"]
    assert not any(word in text for text in SCHEMAS.values() for word in ("A clause", "One numbered"))
