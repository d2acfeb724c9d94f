"""Which model reads the files of which folder of `data/`."""

from collections.abc import Mapping
from types import MappingProxyType

from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.meeting import Meeting
from macros.records.record import Record
from macros.records.schedule import Schedule

MODELS: Mapping[str, type[Record]] = MappingProxyType(
    {"consultations": Consultation, "answers": Answer, "meetings": Meeting, "schedules": Schedule}
)
