"""A numbered section → a clause as a record writes it, guided by the form. Prose is left to a person.

What the form says a heading is about decides the key; what does not fit that key stands beside the draft.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from macros.importing.cleaning import closed_up, squeezed, without_qualifier
from macros.importing.counts import volume
from macros.importing.doubts import Doubtful, known_or_doubtful
from macros.importing.flows import flows
from macros.importing.line import Account, Line
from macros.importing.outlining import Section
from macros.importing.paragraphs import Paragraph, paragraphs
from macros.importing.periods import period
from macros.importing.references import cited_articles, precedents, see
from macros.records.clause import UNDECIDED
from macros.records.form import FormClause
from macros.records.vocabulary import Vocabulary

_SHORT = 60  # characters; longer is prose


@dataclass
class Prose:
    """Sentences for a person to condense, with the clause that they belong to."""

    where: str
    lines: tuple[Line, ...]


@dataclass
class ClauseReading:
    """Reads the clauses of one 諮問, noting what each line was used for."""

    number: int | None
    vocabulary: Vocabulary
    account: Account
    beside: str
    prose: list[Prose] = field(default_factory=list)

    def clause(self, section: Section, expected: tuple[FormClause, ...], above: str) -> dict[str, Any]:
        """`expected` are the clauses of the form at this level; `above` is the number of what holds this one."""
        where = above + section.label.printed
        form, heading, body = self._headed(section, expected, is_top=section.label.printed.isdigit())
        self.account.note([section.line], f"{where} 番号{'・見出し' if heading else ''}")
        clause: dict[str, Any] = {"番号": self._label(section), "見出し": heading}
        listed = paragraphs(body)
        clause |= self._content(form, listed, where, _text(heading))
        below = form.children if form else ()
        if section.children:
            clause["細目"] = [self.clause(child, below, where) for child in section.children]
        return clause

    def _label(self, section: Section) -> Any:
        if not section.skipped:
            return section.label.printed
        return Doubtful(section.label.printed, (section.line,), "この前の番号が見あたりません。抜けがないか確かめてください。")

    def _headed(
        self, section: Section, expected: tuple[FormClause, ...], *, is_top: bool
    ) -> tuple[FormClause | None, Any, list[Line]]:
        """The clause of the form, the heading as printed, and the lines of the content."""
        text, lines = section.label.rest, section.lines
        for taken in range(min(3, len(lines)) + 1):
            joined = text + "".join(line.text for line in lines[:taken])
            if form := _named(joined, expected):
                return form, _heading(joined), lines[taken:]
        for form in expected:
            for known in form.headings:
                if re.match(re.escape(known) + r"[\s：:]", text):
                    rest = Line(section.line.number, text[len(known) :].strip(" ：:\t"), is_full=section.line.is_full)
                    return form, known, [rest, *lines]
        looks_like_one = bool(text) and "。" not in text and len(text) <= _SHORT
        if looks_like_one and not section.line.is_full and (is_top or section.children or any(line.text for line in lines)):
            near = _nearest(text, expected)
            hint = f"「{near.heading}」と同じことなら" if near else "様式に加えるなら"
            question = f"様式にない見出しです。{hint}、data/vocabulary/forms.yml の「別の見出し」に書けます。"
            return near, Doubtful(_heading(text), (section.line,), question), lines
        first = Line(section.line.number, text, is_full=section.line.is_full)
        return None, None, [first, *lines] if text else lines

    def _content(self, form: FormClause | None, listed: list[Paragraph], where: str, heading: str) -> dict[str, Any]:
        if not listed:
            return {}
        if said := see(listed[0].text):
            self.account.note(listed[0].lines, f"{where} 準用")
            return {"準用": said, **self._prose(listed[1:], where, expected=False)}
        field_name = form.field if form else "要旨"
        match field_name:
            case "流れ":
                self.account.note(_lines(listed), f"{where} 流れ")
                return {"流れ": flows(listed, form.flows if form else (), self.vocabulary.items)}
            case "件数":
                count, rest = volume(listed, heading)
                used = [line for line in _lines(listed) if line not in rest]
                self.account.note(used, f"{where} 件数")
                return {"件数": count, **self._prose(paragraphs(rest), where, expected=False)}
            case "期間":
                return self._period(listed, where)
            case "要旨":
                return self._sentences(listed, where)
        return self._short(field_name, listed, where)

    def _short(self, key: str, listed: list[Paragraph], where: str) -> dict[str, Any]:
        """対象, 相手方, 場所 or 記載: words as printed where they are short, else prose."""
        short = [paragraph for paragraph in listed if len(paragraph.text) <= 2 * _SHORT and "。" not in paragraph.text]
        if key != "対象":
            short = short[:1] if short[:1] == listed[:1] else []
        rest = [paragraph for paragraph in listed if paragraph not in short]
        self.account.note(_lines(short), f"{where} {key}")
        values = [self._value(key, closed_up(paragraph.text).lstrip("・"), paragraph) for paragraph in short]
        said = {key: values[0] if len(values) == 1 else values} if values else {}
        return {**said, **self._prose(rest, where, expected=False)}

    def _value(self, key: str, text: str, paragraph: Paragraph) -> Any:
        if key == "相手方" and text != UNDECIDED:
            name = re.sub(r"\s+", " ", paragraph.text)
            found = self.vocabulary.counterparties.find(name)
            return known_or_doubtful(name if found else text, self.vocabulary.counterparties, "相手方", paragraph.lines)
        if re.search(r"[(（]\s*[)）]", text):
            return Doubtful(text, paragraph.lines, "中身のない（ ）があります。注の記号が失われていないか確かめてください。")
        return text

    def _period(self, listed: list[Paragraph], where: str) -> dict[str, Any]:
        found = period(listed)
        if found is None:
            return self._prose(listed, where)
        self.account.note(_lines(listed), f"{where} 期間")
        return {"期間": found}

    def _sentences(self, listed: list[Paragraph], where: str) -> dict[str, Any]:
        """Prose, or one short phrase that stands as printed: 文書による."""
        only = closed_up(listed[0].text)
        if len(listed) == 1 and len(only) <= _SHORT and "。" not in only:
            self.account.note(listed[0].lines, f"{where} 記載")
            return {"記載": only}
        return self._prose(listed, where)

    def _prose(self, listed: list[Paragraph], where: str, *, expected: bool = True) -> dict[str, Any]:
        if not listed:
            return {}
        lines = tuple(_lines(listed))
        self.account.note(lines, f"{where} 原文（{self.beside}）")
        self.prose.append(Prose(where, lines))
        text = "".join(paragraph.text for paragraph in listed)
        what = "要旨を書いてください" if expected else "ほかに書かれていることがあります。要旨か注に書いてください"
        return {
            "要旨": Doubtful(None, lines, f"{what}（原文は {self.beside} の「{where}」）。"),
            "根拠": cited_articles(text, self.vocabulary) or None,
            "前例": precedents(text, self.number) or None,
        }


def _named(text: str, expected: tuple[FormClause, ...]) -> FormClause | None:
    for same in (squeezed, without_qualifier):
        for form in expected:
            if same(text) in map(same, form.headings):
                return form
    return None


def _nearest(text: str, expected: tuple[FormClause, ...]) -> FormClause | None:
    by_heading = {heading: form for form in expected for heading in form.headings}
    near = get_close_matches(text, by_heading, n=1, cutoff=0.6)
    return by_heading[near[0]] if near else None


def _heading(text: str) -> str:
    return closed_up(text)


def _text(heading: Any) -> str:
    return str(heading.value if isinstance(heading, Doubtful) else heading or "")


def _lines(listed: list[Paragraph]) -> list[Line]:
    return [line for paragraph in listed for line in paragraph.lines]


def form_headings(clauses: tuple[FormClause, ...]) -> Iterator[str]:
    """Every heading of a form at any depth."""
    for clause in clauses:
        yield from clause.headings
        yield from form_headings(clause.children)
