"""One part of a 諮問 → its picture: the flows its clauses state or refer to (準用), else what its act says of the two ends."""

from collections.abc import Iterator
from dataclasses import replace

from macros.derived.flow_pictures.arrows import Arrow, Party, Side
from macros.derived.flow_pictures.contents import amount, label
from macros.derived.flow_pictures.parties import Parties
from macros.derived.flow_pictures.picture import Picture
from macros.loading.archive import Archive
from macros.records.clause import NumberedClause
from macros.records.consultation import Consultation, Part
from macros.records.items import Flow
from macros.records.vocabulary import Act, Relation


def part_pictures(consultation: Consultation, arrows: "PartArrows") -> tuple[Picture, ...]:
    """One for each part; its title says which act and, where the record gives it, of what."""
    drawn: dict[tuple[object, ...], Picture] = {}
    pictures = []
    for position, part in enumerate(consultation.parts, start=1):
        picture = Picture(f"picture-{position}", _title(part), arrows.of(consultation, part))
        first = drawn.setdefault(picture.shape, picture)
        pictures.append(picture if first is picture else replace(picture, like=first))
    return tuple(pictures)


def _unstated(archive: Archive) -> Relation:
    """Between the municipality and somebody: the ends of a flow that names none, of an act that its vocabulary does not describe."""
    ends = {"から": archive.council.municipality.kind, "へ": "相手方", "向き": "いいえ"}
    return Relation.model_validate(ends)


def _title(part: Part) -> str:
    number = f"第{part.number} " if part.number else ""
    return f"{number}{part.act}{f'（{part.subtitle}）' if part.subtitle else ''}の情報の流れ"


class PartArrows:
    """The arrows of the parts of one archive, each part worked out once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        # By id(): a part lives as long as its archive.
        self._known: dict[int, tuple[Arrow, ...]] = {}
        self._cited: dict[int, tuple[Arrow, ...]] = {}

    def of(self, consultation: Consultation, part: Part) -> tuple[Arrow, ...]:
        """In printed order; `link` is the anchor of the clause."""
        if id(part) not in self._known:
            self._known[id(part)] = tuple(_Found(consultation, part, self._archive).arrows())
        return self._known[id(part)]

    def cited(self, consultation: Consultation, part: Part) -> tuple[Arrow, ...]:
        """The same arrows as they stand among those of other 諮問: each says by which 諮問, not what and where."""
        if id(part) not in self._cited:
            self._cited[id(part)] = tuple(_cited(arrow, consultation) for arrow in self.of(consultation, part))
        return self._cited[id(part)]


def _cited(arrow: Arrow, consultation: Consultation) -> Arrow:
    return replace(
        arrow,
        source=_whole(arrow.source),
        destination=_whole(arrow.destination),
        label=(consultation.name,),
        brief=(),
        amount="",
        place="",
        link="",
    )


def _whole(party: Party) -> Party:
    """The ward without the operation for which it acts."""
    return replace(party, detail="") if party.side == Side.WARD else party


class _Found:
    """One part, its act and its parties."""

    def __init__(self, consultation: Consultation, part: Part, archive: Archive) -> None:
        self.consultation = consultation
        self.part = part
        self.parties = Parties(consultation, part, archive)
        act = archive.vocabulary.of("acts").find(part.act)
        self.items = archive.vocabulary.of("items")
        self.clauses = tuple(part.numbered_clauses())
        described = act.relation if isinstance(act, Act) else None
        self.is_described = described is not None
        self.relation = described or _unstated(archive)

    def arrows(self) -> Iterator[Arrow]:
        flows = list(self._flows())
        if not flows and self.is_described:
            yield from self._between_the_ends()
        is_for_two = self.relation.means_heading or any(self._joins_the_two(flow) for _, flow in flows)
        for numbered, flow in flows:
            yield self._arrow(numbered, flow, is_by_means=not is_for_two or self._joins_the_two(flow))

    def _flows(self) -> Iterator[tuple[NumberedClause, Flow]]:
        """Each flow under the clause of this part that states it or refers to it."""
        for numbered in self.clauses:
            for stated in self.consultation.said_by(numbered.clause):
                for flow in stated.flows:
                    yield numbered, flow

    def _between_the_ends(self) -> Iterator[Arrow]:
        """What the act itself says, where the record has no flow."""
        unknown = (
            (f"項目は{self.consultation.absent}",) if self.consultation.is_body_recorded else ()
        )  # said once above
        for source in self.parties.named(self.relation.source):
            for destination in self.parties.named(self.relation.destination):
                yield Arrow(source, destination, unknown, means=self._means(), is_directed=self.relation.is_directed)

    def _arrow(self, numbered: NumberedClause, flow: Flow, is_by_means: bool) -> Arrow:
        source, destination = self._ends(flow)
        see = numbered.clause.see
        return Arrow(
            source,
            destination,
            label(flow, names=6, groups=9),
            brief=label(flow, names=3, groups=2),
            amount=amount(flow),
            means="" if flow.is_none else flow.means or (self._means() if is_by_means else ""),
            place=f"{numbered.number}（{see.target}を準用）" if see else str(numbered.number),
            link=f"#{numbered.number.anchor}",
            content="" if flow.items.entries else flow.content or "",
            item_ids=frozenset(item.id for _, use in flow.items.uses() if (item := self.items.find(use.name))),
            is_directed=bool(flow.source and flow.destination),
            is_none=flow.is_none,
        )

    def _ends(self, flow: Flow) -> tuple[Party, Party]:
        sources = self.parties.named(flow.source or self.relation.source)
        return sources[0], self.parties.named(flow.destination or self.relation.destination)[0]

    def _joins_the_two(self, flow: Flow) -> bool:
        """Whether something goes between the ward and the counterparty, so that the means of the act are its means."""
        ends = {*self._ends(flow)}
        return (
            not flow.is_none and any(end.side == Side.WARD for end in ends) and bool(ends & self.parties.counterparties)
        )

    def _means(self) -> str:
        """What the clause on the means says (「文書による」); else the act itself."""
        for numbered in self.clauses:
            heading = numbered.clause.heading
            if heading and heading == self.relation.means_heading and numbered.clause.text:
                return numbered.clause.text[0]
        return self.part.act
