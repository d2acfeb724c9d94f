"""The word by which a flow names a party (区, 本人, 委託先 …) → who that is in this part of this 諮問."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.derived.flow_pictures.arrows import Party, Side
from macros.loading.archive import Archive
from macros.records.clause import UNDECIDED, CounterpartyUse
from macros.records.consultation import Consultation, Part

# Words of the forms themselves, never names.
_PERSON = "本人"
_COUNTERPARTIES = ("委託先", "相手方")
_OPERATIONS = "業務"
_SOURCE_OPERATIONS = "元の業務"


@dataclass(frozen=True)
class Parties:
    """The parties of one part."""

    consultation: Consultation
    part: Part
    archive: Archive

    def named(self, word: str) -> tuple[Party, ...]:
        """Who `word` is; several only for 元の業務."""
        if word == _SOURCE_OPERATIONS:
            return tuple(Party(name, side=Side.WARD) for name in self.part.source_operations)
        return (self._one(word),)

    def _one(self, word: str) -> Party:
        ward = self.archive.council.municipality.kind
        if word == _OPERATIONS:
            return self._operation(ward)
        if word in _COUNTERPARTIES:
            return self._counterparty(word)
        if word == ward:
            return Party(word, self._operations_in_words(), Side.WARD)
        if word in (_PERSON, f"{ward}民"):
            return Party(word, side=Side.PERSON)
        return self._by_name(word)

    @cached_property
    def counterparties(self) -> frozenset[Party]:
        """The counterparties under every word that a flow may use for them."""
        names = (use.name for use in self._uses)
        return frozenset(self._one(word) for word in (*_COUNTERPARTIES, *names))

    @cached_property
    def _uses(self) -> tuple[CounterpartyUse, ...]:
        return self.consultation.parties_of(self.part)

    @property
    def counterparty_names(self) -> str:
        """As the record has them: ヤマトシステム開発株式会社, 未定, or that it is absent; nothing of a cover sheet alone."""
        absent = self.consultation.absent if self.consultation.is_body_recorded else ""
        return "、".join(self._names()) or absent

    def _counterparty(self, word: str) -> Party:
        is_named = any(name != UNDECIDED for name in self._names())
        return Party(word, self.counterparty_names, Side.OUTSIDE, is_named)

    def _names(self) -> Iterator[str]:
        words = self.archive.vocabulary.of("counterparties")
        for use in self._uses:
            entry = words.find(use.name)
            yield entry.name if entry else use.name

    def _by_name(self, word: str) -> Party:
        entry = self.archive.vocabulary.of("counterparties").find(word)
        if entry is None:
            return Party(word)
        return Party(word, "" if entry.name == word else entry.name, Side.OUTSIDE)

    def _operation(self, ward: str) -> Party:
        names = self._operation_names()
        return Party(names[0], side=Side.WARD) if len(names) == 1 else Party(ward, f"{len(names)}業務", Side.WARD)

    def _operations_in_words(self) -> str:
        names = self._operation_names()
        return names[0] if len(names) == 1 else f"{len(names)}業務" if names else ""

    def _operation_names(self) -> tuple[str, ...]:
        return self.part.operations or self.consultation.operations
