"""The text of an item clause → 流れ: who gives what to whom, in groups as printed.

Headings within a list have no numbers; what stands in what is told from how they are printed:
「・」, 【 】, 「…：」, a trailing （ ） or nothing. The same form again closes what is open since.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.importing.cleaning import closed_up, without_qualifier
from macros.importing.doubts import Doubtful
from macros.importing.itemizing import Itemizing
from macros.importing.line import Line
from macros.importing.paragraphs import Paragraph
from macros.importing.references import see
from macros.records.form import FormFlow
from macros.records.items import NONE
from macros.records.vocabulary import Words

_TO = re.compile(r"(.+?)から(.+?)へ.*")
_BY = re.compile(r"(.+?)が(.+?)から(?:収集|取得|入手).*")
_OF = re.compile(r"(.+?)からの[^、]+")
_OTHERS = re.compile(r".*以外[(（]([^()（）]+)[)）]$")
_ANNOUNCES = re.compile(r"(?:以下|次|下記)の.*(?:項目|もの|とおり)")
_COLUMN = re.compile(".*(?:項目|内容|情報)|備考")
_SAME_LINE = re.compile(r"([^\s：:]+)(?:\s+|\s*[：:]\s*)(.+)")
_INLINE = re.compile(r"(【[^】]+】|[^、：:【】]{1,40}[：:])(.*)")


class _Heading(NamedTuple):
    form: str
    text: str


_TOP = _Heading("", "")


@dataclass
class _Group:
    """A heading with what stands below it."""

    heading: _Heading
    lines: tuple[Line, ...] = ()
    entries: list[Any] = field(default_factory=list)
    is_none: bool = False


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
            if self._parties(paragraph.text) is not None:
                found.append((paragraph, []))
            elif head and self._parties(head[1]) is not None:
                found.append((Paragraph(head[1], paragraph.lines), [Paragraph(head[2], paragraph.lines)]))
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
        items = _Grouping(self.items).of(below)
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


class _Grouping:
    """The paragraphs below one heading → an item list."""

    def __init__(self, items: Words) -> None:
        self.items = items
        self.top = _Group(_TOP)
        self.open = [self.top]

    def of(self, listed: list[Paragraph]) -> Any:
        for position, paragraph in enumerate(listed):
            following = listed[position + 1] if position + 1 < len(listed) else None
            self._add(paragraph, following)
        entries = self.top.entries
        if len(entries) == 1 and isinstance(entries[0], _Group) and entries[0].heading.form == ":":
            return self._lifted(entries[0])
        return self._written(self.top)

    def _lifted(self, only: _Group) -> Any:
        """A single 「新たな項目：…」 divides nothing: its items stand alone."""
        return Doubtful(
            self._written(only),
            only.lines,
            f"「{only.heading.text}：」は区分としませんでした。要るなら「注」に書いてください。",
        )

    def _add(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        inline = _INLINE.fullmatch(paragraph.text)
        if "\t" in paragraph.text:
            self._row(paragraph, following)
        elif inline:
            mark = ":" if inline[1][-1] in "：:" else "【"
            self._open(_Heading(mark, inline[1].rstrip("：:").lstrip("・").strip()), paragraph.lines)
            if inline[2].strip():
                self._list(Paragraph(inline[2].strip(), paragraph.lines))
        elif self._is_heading(paragraph, following):
            self._open(_heading(paragraph.text), paragraph.lines)
        else:
            self._list(paragraph)

    def _row(self, row: Paragraph, following: Paragraph | None) -> None:
        """A row of a table: whom or what the items are of, and the items. The first may only name the columns."""
        name, *cells = (cell.strip() for cell in row.text.split("\t"))
        if not self.top.entries and following and "\t" in following.text and _COLUMN.fullmatch(cells[-1]):
            names = "」「".join((name, *cells))
            self.top.entries.append(Doubtful(None, row.lines, f"「{names}」は表の見出しとして除きました。"))
            return
        if name:
            self._open(_Heading("\t", closed_up(name)), row.lines)
        for cell in filter(None, cells):
            self._list(Paragraph(cell, row.lines))

    def _open(self, heading: _Heading, lines: tuple[Line, ...]) -> None:
        forms = [group.heading.form for group in self.open]
        if heading.form in forms:
            self.open = self.open[: forms.index(heading.form)]
        group = _Group(heading, lines)
        self.open[-1].entries.append(group)
        self.open.append(group)

    def _list(self, paragraph: Paragraph) -> None:
        text = paragraph.text.lstrip("・ ")
        group = self.open[-1]
        if closed_up(text).rstrip("。") == NONE:
            group.is_none = True
        else:
            group.entries += Itemizing(Paragraph(text, paragraph.lines), self.items).entries()

    def _is_heading(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """A short line without 「、」 above a list, unless it is itself an item of that list."""
        text = closed_up(paragraph.text)
        if "、" in text or following is None or text.rstrip("。") == NONE:
            return False
        is_bullet, next_is_bullet = text.startswith("・"), following.text.startswith("・")
        known = self.items.find(text.lstrip("・")) is not None
        if is_bullet and not next_is_bullet:
            return True
        return not known and not (is_bullet and next_is_bullet)

    def _written(self, group: _Group) -> Any:
        if group.is_none and not group.entries:
            return NONE
        entries = [self._entry(entry) if isinstance(entry, _Group) else entry for entry in group.entries]
        has_groups = any(isinstance(entry, _Group) for entry in group.entries)
        return [_without_announcement(entry) if has_groups else entry for entry in entries]

    def _entry(self, group: _Group) -> Any:
        name = group.heading.text
        below = self._written(group) or Doubtful(NONE, group.lines, f"「{name}」の下に項目がありません。")
        is_item = self.items.find(name) or (
            group.heading.form == "・" and name.endswith(("に係る情報", "に関する情報"))
        )
        if is_item:
            return {"項目": name, "内訳": below}
        return {"区分": name, "項目": below}


def _heading(text: str) -> _Heading:
    bare = closed_up(text)
    form = "・" if bare.startswith("・") else "(" if bare.endswith((")", "）")) else "-"
    return _Heading(form, bare.lstrip("・"))


def _without_announcement(entry: Any) -> Any:
    """「以下の各業務において必要な項目」 announces the groups below and is no item."""
    if isinstance(entry, Doubtful) and isinstance(entry.value, str) and _ANNOUNCES.fullmatch(entry.value):
        return Doubtful(
            None, entry.lines, f"「{entry.value}」は項目の名前ではないものとして除きました。「注」に書けます。"
        )
    return entry
