"""One table says what kinds of words and records there are: whatever knows them draws on it."""

import pytest

from macros.records import models
from macros.records.kinds import KINDS, NAMED_IN, RECORD_KINDS
from macros.records.record import Record


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
