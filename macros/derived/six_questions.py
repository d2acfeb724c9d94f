"""A 諮問 at a glance: the six questions of a resident, each answered from the record alone. No HTML, no prose of its own.

What the record does not say stays empty; templates say `Consultation.absent`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.derived.flow_pictures import Arrow, Party, Picture, Side
from macros.loading.archive import Archive
from macros.records.clause import Clause, NumberedClause, Period
from macros.records.clause_number import ClauseNumber
from macros.records.consultation import Consultation
from macros.records.items import ItemUse
from macros.records.vocabulary import Entry, Item

# Headings of the forms that say what for: 回線結合する理由, 委託の内容.
_REASONS = ("理由", "内容")


@dataclass(frozen=True)
class Subjects:
    """Whose information, in the words of one clause: `lines`, and `details` that it counts up."""

    number: ClauseNumber
    lines: tuple[str, ...]
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """The items of one category, in the order of the record, but those that the rule marks first."""

    category: Entry
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Purpose:
    """What for, in the first paragraph under `heading`; a summary is ours, any other text the paper's own."""

    heading: str
    text: str
    is_summary: bool


@dataclass(frozen=True)
class Way:
    """Who gives to one party; not directed: who is joined to it, the record not saying which way."""

    sources: tuple[Party, ...]
    destination: Party
    is_directed: bool


@dataclass(frozen=True)
class Start:
    """From when, and the clause that says so."""

    number: ClauseNumber
    period: Period


@dataclass(frozen=True)
class Glance:
    """One consultation at a glance; whoever wants more follows the clauses."""

    purpose: Purpose | None
    subjects: tuple[Subjects, ...]
    kinds: tuple[Kind, ...]
    sensitive: tuple[Item, ...]
    """The items that the rule of words marks as perhaps 要配慮個人情報, those divided into others among them."""
    item_clauses: tuple[ClauseNumber, ...]
    ways: tuple[Way, ...]
    picture: str
    """The name of the first picture that shows them; empty where there is none."""
    reasons: tuple[NumberedClause, ...]
    starts: tuple[Start, ...]

    @property
    def item_count(self) -> int:
        """How many items, each counted once however often it stands in the record."""
        return sum(len(kind.items) for kind in self.kinds)


def at_a_glance(consultation: Consultation, archive: Archive, pictures: Iterable[Picture]) -> Glance:
    """`pictures` are those of all its parts."""
    pictures = tuple(pictures)
    clauses = consultation.numbered_clauses
    reasons = tuple(clause for clause in clauses if (clause.clause.heading or "").endswith(_REASONS))
    return Glance(
        purpose=_purpose(consultation, reasons),
        subjects=tuple(_subjects(consultation)),
        kinds=_kinds(consultation, archive),
        sensitive=_sensitive(consultation, archive),
        item_clauses=tuple(
            clause.number for clause in clauses if any(flow.items.entries for flow in clause.clause.flows)
        ),
        ways=_travelling(_ways(arrow for picture in pictures for arrow in picture.arrows)),
        picture=next((picture.name for picture in pictures if picture.arrows), ""),
        reasons=reasons,
        starts=tuple(Start(clause.number, clause.clause.period) for clause in clauses if clause.clause.period),
    )


def _purpose(consultation: Consultation, reasons: tuple[NumberedClause, ...]) -> Purpose | None:
    """From the overview, else from a clause that says what for. Not the subtitle: it stands as the title already."""
    overview = consultation.overview
    if overview and overview.summary:
        return Purpose(overview.heading, overview.purpose, is_summary=True)
    for clause in (reason.clause for reason in reasons):
        if clause.summary or clause.text:
            return Purpose(clause.heading or "", (clause.summary or clause.text)[0], is_summary=bool(clause.summary))
    return None


def _subjects(consultation: Consultation) -> Iterator[Subjects]:
    for number, clause in (
        (numbered_clause.number, numbered_clause.clause) for numbered_clause in consultation.numbered_clauses
    ):
        if clause.subjects:
            details = tuple(text for child in clause.children for text in child.text)
            lines, details = (clause.text, clause.subjects) if clause.text else (clause.subjects, details)
            yield Subjects(number, lines, details)
        elif _narrows_subjects(clause, consultation):
            yield Subjects(number, (clause.see.text,) if clause.see else ())


def _narrows_subjects(clause: Clause, consultation: Consultation) -> bool:
    """Whether it says 「第1の4のうち、…」: some of the people of another clause."""
    target = consultation.clause(clause.see.target) if clause.see and clause.see.restriction else None
    return bool(target and target.subjects)


def _kinds(consultation: Consultation, archive: Archive) -> tuple[Kind, ...]:
    by_category: dict[str, dict[str, Item]] = {}
    for use in _smallest_items(consultation):
        item = archive.vocabulary.of("items").find(use.name)
        if isinstance(item, Item):
            by_category.setdefault(item.category, {})[item.id] = item
    categories = archive.vocabulary.of("categories")
    marked = {item.id for item in _sensitive(consultation, archive)}
    kinds = [
        Kind(category, tuple(sorted(items.values(), key=lambda item: item.id not in marked)))
        for name, items in by_category.items()
        if (category := categories.find(name))
    ]
    return tuple(sorted(kinds, key=lambda kind: kind.items[0].id not in marked))


def _sensitive(consultation: Consultation, archive: Archive) -> tuple[Item, ...]:
    items = map(archive.vocabulary.of("items").find, consultation.item_names)
    marked = {item.id: item for item in items if isinstance(item, Item) and archive.vocabulary.sensitive_as(item)}
    return tuple(marked.values())


def _smallest_items(consultation: Consultation) -> Iterator[ItemUse]:
    """Items that are divided into others are left to those others."""
    for numbered in consultation.numbered_clauses:
        for flow in numbered.clause.flows:
            yield from (use for _, use in flow.items.uses() if not use.parts)


def _travelling(ways: Iterable[Way]) -> tuple[Way, ...]:
    """In the order in which the information travels: from the person on; who is not reached so comes last, as printed."""
    waiting, ordered = list(ways), list[Way]()
    reached = {source for way in waiting for source in way.sources if source.side == Side.PERSON}
    while waiting:
        way = next((way for way in waiting if reached.intersection(way.sources)), waiting[0])
        waiting.remove(way)
        ordered.append(way)
        reached.add(way.destination)
    return tuple(ordered)


def _ways(arrows: Iterable[Arrow]) -> Iterator[Way]:
    """Each pair once; what is said not to flow (なし) is no way of the information. Where only acts are known, act by act."""
    sources: dict[tuple[Party, bool, str], dict[Party, None]] = {}
    for arrow in arrows:
        if not arrow.is_none:
            act = "" if arrow.place else arrow.means
            sources.setdefault((arrow.destination, arrow.is_directed, act), {})[arrow.source] = None
    for (destination, is_directed, _), givers in sources.items():
        yield Way(tuple(givers), destination, is_directed)
