"""What is taken back is gone everywhere: records without those that `data/retired.yml` withholds, and what names them.

Works on records that were found sound. What stands at their addresses afterwards is `site/urls/`'s business.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.records.answer import Answer
from macros.records.meeting import AgendaItem, Meeting, MeetingDocument
from macros.records.retired import Retired

_TAKEN_BACK = "このサイトでの公開を取り下げた諮問など"


@dataclass(frozen=True)
class Withheld:
    """Ids of withheld records, by the folder they stand in."""

    ids: frozenset[tuple[str, str]]

    @classmethod
    def by(cls, retired: Iterable[Retired | None]) -> "Withheld":
        """All that the entries of `data/retired.yml` name; an entry with a problem names nothing."""
        pages = (entry.page.strip("/").split("/") for entry in retired if entry and entry.is_withheld)
        return cls(frozenset((page[0], page[1]) for page in pages if len(page) == 2))  # noqa: PLR2004 — folder and id

    def has(self, folder: str, record_id: str) -> bool:
        """Whether the record with this id is not to be shown."""
        return (folder, record_id) in self.ids

    def names(self, folder: str) -> list[str]:
        """The ids of a folder's withheld records."""
        return [record_id for name, record_id in sorted(self.ids) if name == folder]

    def left(self, folder: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that may be shown, in their order."""
        return tuple(record_id for record_id in ids if not self.has(folder, record_id))


def answers_without(withheld: Withheld, answers: Iterable[Answer]) -> tuple[list[Answer], Withheld]:
    """The answers without what they say of withheld consultations, and all that is withheld now.

    An answer to nothing else is withheld with them.
    """
    shown, also = [], set(withheld.ids)
    for answer in answers:
        answered = tuple(entry for entry in answer.answered if not withheld.has("consultations", entry.consultation))
        if answer.answered and not answered:
            also.add(("answers", answer.id))
            continue
        conditions = tuple(
            condition.model_copy(update={"consultations": withheld.left("consultations", condition.consultations)})
            for condition in answer.conditions
            if not condition.consultations or withheld.left("consultations", condition.consultations)
        )
        shown.append(answer.model_copy(update={"answered": answered, "conditions": conditions}))
    return shown, Withheld(frozenset(also))


def also_withheld(retired: Iterable[Retired], answers: Iterable[Answer], shown: Iterable[Answer]) -> Iterator[Retired]:
    """An entry for each answer that is not shown with the last of its consultations, as if somebody had written it."""
    left = {answer.id for answer in shown}
    withheld = {entry.page: entry for entry in retired if entry.is_withheld}
    for answer in answers:
        pages = (f"consultations/{answered.consultation}/" for answered in answer.answered)
        entry = next((withheld[page] for page in pages if page in withheld), None)
        if answer.id not in left and entry:
            yield entry.model_copy(update={"address": f"answers/{answer.id}/", "instead": None})


def meetings_without(withheld: Withheld, meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings without what they say of withheld records; every item of an agenda keeps its place and number."""
    return [
        meeting.model_copy(
            update={
                "agenda": tuple(_item(item, withheld) for item in meeting.agenda),
                "documents": tuple(_document(document, withheld) for document in meeting.documents),
            }
        )
        for meeting in meetings
    ]


def _item(item: AgendaItem, withheld: Withheld) -> AgendaItem:
    consultations = withheld.left("consultations", item.consultations)
    answers = withheld.left("answers", item.answers)
    conditions = tuple(report for report in item.conditions if not withheld.has("answers", report.answer))
    blanket = None if item.blanket and withheld.has("answers", item.blanket.answer) else item.blanket
    update: dict[str, Any] = {
        "consultations": consultations,
        "answers": answers,
        "conditions": conditions,
        "blanket": blanket,
    }
    if (item.consultations or item.answers) and not (consultations or answers):
        update |= {"other": _TAKEN_BACK, "summary": (), "result": None}
    return item.model_copy(update=update)


def _document(document: MeetingDocument, withheld: Withheld) -> MeetingDocument:
    passages = tuple(
        passage for passage in document.passages if not withheld.has("consultations", passage.consultation)
    )
    return document.model_copy(update={"passages": passages})
