"""The text of an item clause → 流れ: who gives what to whom. The items of each flow are `item_groups.py`'s."""

import re
from typing import Any

from macros.documents.extractors.line import closed_up, without_qualifier
from macros.documents.importing.item_groups import Grouping
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful
from macros.documents.importing.references import see
from macros.records.form import FormFlow
from macros.records.items import NONE
from macros.records.vocabulary import Words

_TO = re.compile(r"(.+?)から(.+?)へ.*")
_BY = re.compile(r"(.+?)が(.+?)から(?:収集|取得|入手).*")
_OF = re.compile(r"(.+?)からの[^、]+")
_OTHERS = re.compile(r".*以外[(（]([^()（）]+)[)）]$")
_SAME_LINE = re.compile(r"([^\s：:]+)(?:\s+|\s*[：:]\s*)(.+)")


def flows(listed: list[Paragraph], expected: tuple[FormFlow, ...], items: Words, above: str = "") -> list[Any]:
    """As a record writes them. `expected` are the headings of the form, `above` is that of the clause."""
    return _Flows(expected, items, above).of(listed)


class _Flows:
    def __init__(self, expected: tuple[FormFlow, ...], items: Words, above: str) -> None:
        self.expected = expected
        self.items = items
        self.above = above

    def of(self, listed: list[Paragraph]) -> list[Any]:
        found: list[tuple[Paragraph | None, list[Paragraph]]] = [(None, [])]
        for paragraph in listed:
            head = _SAME_LINE.fullmatch(paragraph.text)
            if head and self._parties(head[1]) is not None:
                found.append((Paragraph(head[1], paragraph.lines), [Paragraph(head[2], paragraph.lines)]))
            elif self._parties(paragraph.text) is not None:
                found.append((paragraph, []))
            else:
                found[-1][1].append(paragraph)
        flows = [self._flow(heading, below) for heading, below in found if heading or below]
        return _answering(flows)

    def _flow(self, heading: Paragraph | None, below: list[Paragraph]) -> dict[str, Any]:
        source, destination = self._parties(self.above) or (None, None)
        flow: dict[str, Any] = {"から": source, "へ": destination}
        if heading:
            source, destination = self._parties(heading.text) or (None, None)
            flow = {"見出し": closed_up(heading.text).lstrip("・"), "から": source, "へ": destination}
            if not (source and destination):
                flow["見出し"] = Doubtful(
                    flow["見出し"], heading.lines, "だれからだれへの流れか、「から」「へ」を確かめてください。"
                )
        if len(below) == 1 and (said := see(below[0].text)):
            question = "ほかの条項を引いています。そこの項目を書き写すか、「内容」のままにしてください。"
            return {**flow, "内容": Doubtful(said, below[0].lines, question)}
        items = Grouping(self.items).of(below)
        if not below and heading:
            items = Doubtful(NONE, heading.lines, "項目が書かれていません。「なし」でよいか確かめてください。")
        return {**flow, "項目": items}

    def _parties(self, text: str) -> tuple[str | None, str | None] | None:
        """From whom and to whom a heading says that items go; None when `text` is no such heading."""
        bare = text.lstrip("・ ")
        known = without_qualifier(bare)
        specific = _OTHERS.match(re.split("から", bare)[0])
        for flow in self.expected:
            if known in (without_qualifier(flow.heading), without_qualifier(flow.heading) + ":"):
                return (specific[1] if specific else flow.source), flow.destination
        if "、" in text or not re.fullmatch(r".{1,50}", bare):
            return None
        if (gives := _TO.fullmatch(known)) and known.endswith(("もの", "情報", "項目", "データ", "提供")):
            return (specific[1] if specific else gives[1]), gives[2]
        if takes := _BY.fullmatch(known):
            return takes[2], takes[1]
        sends = _OF.fullmatch(known)
        return (sends[1], None) if sends else None


def _answering(flows: list[Any]) -> list[Any]:
    """Two flows, each with a giver and no receiver, answer each other: 区民からの情報, 区からのメール."""
    if len(flows) == 2 and all(flow.get("から") and not flow.get("へ") for flow in flows):  # noqa: PLR2004 — a pair
        flows[0]["へ"], flows[1]["へ"] = flows[1]["から"], flows[0]["から"]
    return flows
