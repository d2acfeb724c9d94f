"""Which model reads the files of which kind. What the kinds are is `kinds.py`."""

from collections.abc import Mapping

from macros.records import vocabulary
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.kinds import KINDS
from macros.records.meeting import Meeting
from macros.records.record import Record
from macros.records.schedule import Schedule
from macros.records.vocabulary import Entry

_WITH_KEYS_OF_THEIR_OWN: Mapping[str, type[Entry]] = {
    "acts": vocabulary.Act,
    "items": vocabulary.Item,
    "operations": vocabulary.Operation,
    "divisions": vocabulary.Division,
    "counterparties": vocabulary.Counterparty,
    "articles": vocabulary.Article,
    "subjects": vocabulary.SubjectGroup,
    "sensitive": vocabulary.SensitiveKind,
    "terms": vocabulary.Term,
    "conclusions": vocabulary.ConclusionWord,
}

ENTRIES: Mapping[str, type[Entry]] = {kind: _WITH_KEYS_OF_THEIR_OWN.get(kind, Entry) for kind in KINDS}
"""By kind of words: one entry of its file."""

_OF_EVERY_ENTRY = ("name", "id", "reading")


def further_keys(kind: str) -> tuple[str, ...]:
    """The keys that a new word needs beside 名前, id and 読み: 分類."""
    fields = ENTRIES[kind].model_fields.items()
    required = (str(facts.alias) for name, facts in fields if facts.is_required() and name not in _OF_EVERY_ENTRY)
    return (*required, *KINDS[kind].further_keys)


RECORDS: Mapping[str, type[Record]] = {
    "consultations": Consultation,
    "answers": Answer,
    "meetings": Meeting,
    "schedules": Schedule,
}
"""By kind of record: one file of its folder."""
