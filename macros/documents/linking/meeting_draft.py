"""Minutes → a draft of the record of their meeting: its agenda, and where the minutes speak of which clause.

Only what the minutes say for certain, by the links that they get. What a 諮問 was decided, reports and addresses are
left to a person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.documents.linking.folding import folded
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.links import find
from macros.documents.linking.minutes import DraftLine, Found, Link, heading_of, headings
from macros.documents.linking.targets import References
from macros.loading import rules
from macros.loading.archive import Archive
from macros.loading.rules import MARK
from macros.loading.yaml_format import Layout, write
from macros.records.clause_number import is_label
from macros.records.record import ValuePath

_TITLE = re.compile(
    r"(.{0,60}?(?:審議会|審査会|委員会|部会|協議会)[^。、]{0,20}?)[ \u3000]*(?:の?会議録|の?議事録|の?議事要旨|の?記録)"
)
_NUMBERED = re.compile(
    r"(.{0,30}第[0-9０-９一二三四五六七八九十]+回[^。、]{0,40}?(?:審議会|審査会|委員会|部会|協議会))"
)
_BODY = re.compile(r"(?:第[0-9０-９一二三四五]+)?(?:小委員会|部会)")
_LABEL = re.compile(r"(?:議題|審議事項|諮問事項)? *(\([0-9]{1,2}\)|[0-9]{1,2}(?![0-9])|[①-⑳]|[ア-ン](?=[ .、)]))")
_PLACE = 40  # characters of a heading that say where in the minutes something stands
_TOP = "冒頭"


@dataclass(frozen=True)
class _Citation:
    """A link below a heading: the file name of a 諮問, and the clause of it, if one is cited."""

    heading: str
    consultation: str
    clause: str


def meeting_draft(lines: Sequence[DraftLine], day: str, archive: Archive, references: References) -> str:
    """The YAML of `data/meetings/DAY.yml`; `day` as 2022-02-10. What the minutes do not say stands there as a question."""
    findings = list(find(lines, references))
    citations = list(_citations(lines, findings, archive))
    values: dict[str, Any] = {"開催日": day, **_title(lines)}
    values["議題"] = _agenda(lines, findings, archive) or [{"諮問": f"{MARK}：審議した諮問の番号"}]
    values["資料"] = [{"名前": "会議録", "言及": _passages(citations)}]
    if not citations:
        del values["資料"][0]["言及"]
    flow: set[ValuePath] = {("議題", place) for place in range(len(values["議題"]))}
    flow |= {("資料", 0, "言及", place) for place in range(len(values["資料"][0].get("言及", ())))}
    return write(values, "meeting", Layout(flow=flow))


def _title(lines: Iterable[DraftLine]) -> dict[str, str]:
    """件名, and 会議体 where it is no sitting of the whole council."""
    texts = [line.text.strip().lstrip("# ") for line in lines]
    matches = (match for pattern in (_TITLE, _NUMBERED) for text in texts if (match := pattern.match(text)))
    match = next(matches, None)
    if match is None:
        return {"件名": f"{MARK}：会議の名前"}
    body = _BODY.search(match[1])
    return {"件名": match[1].strip(), **({"会議体": body[0]} if body else {})}


def _citations(
    lines: Sequence[DraftLine], findings: Iterable[Iterable[Found]], archive: Archive
) -> Iterator[_Citation]:
    """Every link to a 諮問, in the order of the minutes."""
    clauses = {
        (consultation.id, numbered.number.anchor): str(numbered.number)
        for consultation in archive.consultations
        for numbered in consultation.numbered_clauses
    }
    for heading, of_line in zip(headings(lines), findings, strict=True):
        for what in of_line:
            if isinstance(what, Link) and what.address.startswith("consultations/"):
                page, _, anchor = what.address.partition("#")
                consultation = page.split("/")[1]
                yield _Citation(heading, consultation, clauses.get((consultation, anchor), ""))


def _passages(citations: Iterable[_Citation]) -> list[dict[str, Any]]:
    """One for each 諮問 below each heading, with all its clauses that are cited there."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for citation in citations:
        of_place = places.setdefault((_place(citation.heading), citation.consultation), {})
        if citation.clause:
            of_place[citation.clause] = None
    return [
        {"位置": place, "諮問": consultation} | ({"該当": list(of_place)} if of_place else {})
        for (place, consultation), of_place in places.items()
    ]


def _place(heading: str) -> str:
    """As printed, but for what may not be public."""
    words = " ".join(heading.split())
    if not words or any(rules.leaks(words)):
        return _TOP if not words else f"{MARK}：会議録の中の場所"
    return f"「{words}」" if len(words) <= _PLACE else f"「{words[:_PLACE]}…」"


def _agenda(lines: Sequence[DraftLine], findings: Sequence[Sequence[Found]], archive: Archive) -> list[dict[str, Any]]:
    """What headings, and words that open an item, say is under discussion: each 諮問 once, at its first."""
    items: list[dict[str, Any]] = []
    seen: set[str] = set()
    labels: set[str] = set()
    for line, of_line in zip(lines, findings, strict=True):
        text, heading = folded(line.text).text, heading_of(line)
        if not (heading or ARE["turn"].search(text)):
            continue
        consultations = [name for name in dict.fromkeys(_named(line.text, of_line, archive)) if name not in seen]
        label = _label(text) if heading else ""
        if consultations:
            seen.update(consultations)
            items.append(
                ({"番号": label} if label and label not in labels else {}) | {"諮問": _one_or_list(consultations)}
            )
            labels.add(label)
    return items


def _one_or_list(names: list[str]) -> str | list[str]:
    return names[0] if len(names) == 1 else names


def _label(text: str) -> str:
    match = _LABEL.match(text.lstrip("# "))
    return match[1] if match and is_label(match[1]) else ""


def _named(text: str, findings: Sequence[Found], archive: Archive) -> Iterator[str]:
    """The 諮問 that a line names, with those within a range."""
    links = [what for what in findings if isinstance(what, Link) and what.address.startswith("consultations/")]
    numbers = {consultation.id: consultation.number for consultation in archive.consultations}
    last: Link | None = None
    for link in links:
        name = link.address.split("/")[1]
        if last and ARE["until"].fullmatch(folded(text[last.end : link.start]).text):
            first, stop = numbers[last.address.split("/")[1]] or 0, numbers[name] or 0
            yield from (other for other, number in sorted(numbers.items()) if number and first < number < stop)
        yield name
        last = link
