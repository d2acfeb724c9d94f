"""What minutes can cite: every 諮問, its parts and clauses, answers and meetings, with their addresses."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from macros.derived.cross_references import CrossReferences
from macros.derived.history import NO_HISTORY, History
from macros.documents.linking.folding import folded
from macros.documents.linking.grammar import PATTERNS, REASONS
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation
from macros.records.dates import fiscal_year, japanese_year

KATAKANA = tuple(chr(code) for code in range(ord("ア"), ord("ン") + 1))


@dataclass(frozen=True)
class Target:
    """One page that can be cited. `titles` lead to it wherever they stand, `subtitles` between brackets alone."""

    name: str
    address: str
    titles: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    number: int | None = None
    years: tuple[str, ...] = ()
    """In which it was asked: 令和3, of the calendar and, where that is another, the fiscal year."""
    parts: tuple[int, ...] = ()
    clauses: tuple[str, ...] = ()
    """Anchors."""
    has_body: bool = True
    fixed: str = ""
    """The address of the version that the page shows; empty where that is not committed."""

    def has(self, number: ClauseNumber) -> bool:
        """Whether it has this clause, or with no labels this part: 第10の1 is not 10(1)."""
        if not number.labels:
            return number.part in self.parts
        fits = number.part in self.parts if number.part else not self.parts
        return fits and number.anchor in self._anchors

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(self.clauses)


@dataclass(frozen=True)
class References:
    """Everything that a citation may lead to, and what is known not to be there."""

    site: str
    municipality: str
    council: str
    consultations: tuple[Target, ...]
    answers: tuple[Target, ...] = ()
    """`name` is kind and number together: 答申第2号."""
    meetings: tuple[Target, ...] = ()
    precedents: dict[int, str] = field(default_factory=dict)
    """The name of a 諮問 that refers to one which the archive has not."""

    @cached_property
    def by_number(self) -> dict[int, Target]:
        """The 諮問 that have a number."""
        return {target.number: target for target in self.consultations if target.number}

    @cached_property
    def by_name(self) -> dict[str, Target]:
        """The answers that have a number."""
        return {target.name: target for target in self.answers}

    @cached_property
    def titled(self) -> dict[str, tuple[Target, ...]]:
        """Every title, folded, longest first, with all that bear it."""
        return _sorted(self.consultations, "titles", self.meetings)

    @cached_property
    def subtitled(self) -> dict[str, tuple[Target, ...]]:
        """Every subtitle, folded, longest first, with all that bear it."""
        return _sorted(self.consultations, "subtitles", ())


def _sorted(targets: tuple[Target, ...], kind: str, more: tuple[Target, ...]) -> dict[str, tuple[Target, ...]]:
    by_title: dict[str, list[Target]] = defaultdict(list)
    for target in (*targets, *more):
        for title in getattr(target, kind):
            by_title[folded(title).text].append(target)
    return {title: tuple(by_title[title]) for title in sorted(by_title, key=lambda title: (-len(title), title))}


def references(known: CrossReferences, history: History = NO_HISTORY) -> References:
    """What can be cited of this archive today."""
    archive = known.archive
    return References(
        site=archive.council.site.address,
        municipality=archive.council.municipality.name,
        council=archive.council.council.name,
        consultations=tuple(_consultation(consultation, history) for consultation in archive.consultations),
        answers=tuple(Target(answer.name, f"answers/{answer.id}/") for answer in archive.answers if answer.number),
        meetings=tuple(
            Target(meeting.title, f"meetings/{meeting.id}/", titles=(meeting.title,)) for meeting in archive.meetings
        ),
        precedents=dict(_precedents(known)),
    )


def as_data(known: References) -> dict[str, Any]:
    """The same for JavaScript, with the grammar; keys as the fields here, clauses parted by spaces."""
    return {
        "site": known.site,
        "municipality": known.municipality,
        "council": known.council,
        "consultations": [_target_data(consultation) for consultation in known.consultations],
        "answers": [_target_data(answer) for answer in known.answers],
        "meetings": [_target_data(meeting) for meeting in known.meetings],
        "precedents": {str(number): name for number, name in known.precedents.items()},
        "letters": {letter: ClauseNumber(None, (letter,)).anchor for letter in KATAKANA},
        "patterns": PATTERNS,
        "reasons": REASONS,
    }


def references_json(known: References) -> bytes:
    """The same in one line."""
    return json.dumps(as_data(known), ensure_ascii=False, separators=(",", ":")).encode()


def _target_data(target: Target) -> dict[str, Any]:
    data = asdict(target) | {"clauses": " ".join(target.clauses)}
    return {key: value for key, value in data.items() if value not in ("", (), None)}


def _consultation(consultation: Consultation, history: History) -> Target:
    version = history.of("consultations", consultation.id).current
    return Target(
        name=consultation.name,
        address=f"consultations/{consultation.id}/",
        titles=(consultation.title, *((consultation.name,) if consultation.mark else ())),
        subtitles=tuple(dict.fromkeys(filter(None, _subtitles(consultation)))),
        number=consultation.number,
        years=_years(consultation),
        parts=tuple(part.number for part in consultation.parts if part.number),
        clauses=tuple(numbered_clause.number.anchor for numbered_clause in consultation.numbered_clauses),
        has_body=consultation.is_body_recorded,
        fixed=f"consultations/{version.name}/versions/{version.id}/" if version else "",
    )


def _years(consultation: Consultation) -> tuple[str, ...]:
    """A fiscal year in which the era changed has two names: 平成31, 令和元."""
    day = consultation.consulted_on.first_day
    year = fiscal_year(day)
    names = map(japanese_year, (day, date(year, 4, 1), date(year, 12, 31)))
    return tuple(dict.fromkeys(name.removesuffix("年") for name in names))


def _subtitles(consultation: Consultation) -> Iterator[str | None]:
    """Those of its parts too: a part may bear the subtitle of another 諮問, which then says nothing certain."""
    yield consultation.subtitle
    for part in consultation.parts:
        yield part.subtitle


def _precedents(known: CrossReferences) -> Iterator[tuple[int, str]]:
    for consultation in reversed(known.archive.consultations):
        for numbered in consultation.numbered_clauses:
            for precedent in numbered.clause.precedents:
                if known.numbered(precedent.number) is None:
                    yield precedent.number, consultation.name
