"""Full addresses and references of one archive. Knows no document."""

from collections.abc import Iterable

from macros.derived.cross_references import CrossReferences
from macros.exports.open_data.parts import Parts
from macros.exports.open_data.shapes import Reference
from macros.loading.archive import Archive
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.meeting import Meeting
from macros.records.vocabulary import Entry

API = "api/v1/"


class Links:
    """Where everything stands."""

    def __init__(self, archive: Archive, references: CrossReferences) -> None:
        self.archive = archive
        self.references = references
        self.parts = Parts()
        self._site = archive.council.site.address
        self._words: dict[tuple[str, str], Reference] = {}

    def page(self, kind: str, identity: str) -> str:
        """The page of a thing: https://…/items/account-number/."""
        return f"{self._site}{kind}/{identity}/"

    def api(self, kind: str, identity: str) -> str:
        """Its document: https://…/api/v1/items/account-number.json."""
        return f"{self._site}{API}{kind}/{identity}.json"

    def addresses(self, kind: str, identity: str) -> dict[str, str]:
        """Those of a document and of its terms, by their keys."""
        own = {"url": self.page(kind, identity), "api_url": self.api(kind, identity)}
        return own | {"licence_url": self.archive.council.licence_address}

    def entry(self, kind: str, entry: Entry, name: str = "") -> Reference:
        """A word of the vocabulary, by the name as printed where that differs."""
        return Reference(id=entry.id, name=name or entry.name, url=self.page(kind, entry.id))

    def word(self, kind: str, name: str) -> Reference:
        """The word that `name` means; `name` is in the vocabulary, as checks make sure."""
        if (kind, name) not in self._words:
            entry = self.references.words(kind).find(name)
            if entry is None:
                raise LookupError(name)
            self._words[kind, name] = self.entry(kind, entry, name)
        return self._words[kind, name]

    def words(self, kind: str, names: Iterable[str]) -> tuple[Reference, ...]:
        """Several words."""
        return tuple(self.word(kind, name) for name in names)

    def consultation(self, consultation: Consultation) -> Reference:
        """A consultation."""
        return Reference(id=consultation.id, name=consultation.name, url=self.page("consultations", consultation.id))

    def consultation_of(self, identity: str) -> Consultation:
        """The consultation with this id, which is in the archive, as checks make sure."""
        consultation = self.references.deliberations.consultation(identity)
        if consultation is None:
            raise LookupError(identity)
        return consultation

    def answer(self, answer: Answer) -> Reference:
        """An answer."""
        return Reference(id=answer.id, name=answer.name, url=self.page("answers", answer.id))

    def answer_of(self, identity: str) -> Answer:
        """The answer with this id, which is in the archive, as checks make sure."""
        answer = self.references.deliberations.answer(identity)
        if answer is None:
            raise LookupError(identity)
        return answer

    def meeting(self, meeting: Meeting) -> Reference:
        """A meeting."""
        return Reference(id=meeting.id, name=meeting.title, url=self.page("meetings", meeting.id))
