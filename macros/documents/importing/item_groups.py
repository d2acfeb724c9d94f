"""The paragraphs below one heading → an item list, in groups as printed.

Headings within a list have no numbers; what stands in what is told from how they are printed:
「・」, 【 】, 「…：」, the first cell of a row, a trailing （ ） or nothing. The same form again closes what is open since.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.documents.extractors.line import Line, closed_up
from macros.documents.importing.items import Itemizing
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful
from macros.records.items import NONE
from macros.records.vocabulary import Words

_ANNOUNCES = re.compile(r"(?:以下|次|下記)の.*(?:項目|もの|とおり)")
_COLUMN = re.compile(".*(?:項目|内容|情報)|備考")
_PEOPLE = re.compile("区分.*|.*[者員人童徒甲乙丙]")
_WHOSE = re.compile(r"([^\s、。（(・0-9０-９]{2,10})\s+([^\s、].*、.*)")
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


class Grouping:
    """Made for one list; ask `of` once."""

    def __init__(self, items: Words) -> None:
        self.items = items
        self.top = _Group(_TOP)
        self.open = [self.top]

    def of(self, listed: list[Paragraph]) -> Any:
        """The item list as a record writes it; NONE where the document says なし."""
        listed = _headed_rows(listed)
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


def _headed_rows(listed: list[Paragraph]) -> list[Paragraph]:
    """「児童生徒　氏名、学年」 above 「教職員　氏名、職員番号」: whose they are stands before each list, as in a table."""
    heads = [_WHOSE.fullmatch(paragraph.text) for paragraph in listed]
    is_alone = len(heads) == 1 and heads[0] is not None and _PEOPLE.fullmatch(heads[0][1]) is None
    if is_alone or not all(heads):  # one alone may be a torn word
        return listed
    return [
        Paragraph("\t".join(head.groups()), paragraph.lines)
        for head, paragraph in zip(heads, listed, strict=True)
        if head
    ]


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
