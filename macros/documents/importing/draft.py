"""The papers of one 諮問 → a draft: the values of a record with their doubts, and the prose to put beside it."""

import re
from dataclasses import dataclass, field
from typing import Any

from macros.documents.extractors.line import Account, Line, closed_up, squeezed, without_qualifier
from macros.documents.importing import acts
from macros.documents.importing.clause_numbers import PART
from macros.documents.importing.clauses import ClauseReading, Prose
from macros.documents.importing.header import Front, front
from macros.documents.importing.headings import form_headings
from macros.documents.importing.paper_kinds import CONSULTATION, PaperKind
from macros.documents.importing.papers import Papers
from macros.documents.importing.paragraphs import depth
from macros.documents.importing.questions import Doubtful
from macros.documents.importing.references import precedents
from macros.documents.importing.sections import Outline, Section, outline, row_sections
from macros.documents.importing.value_account import lost_values
from macros.records.form import FormClause
from macros.records.vocabulary import Vocabulary


@dataclass(frozen=True)
class Draft:
    """`name` is the file name without its ending; `values` are those of a record, with doubts."""

    name: str
    values: dict[str, Any]
    prose: tuple[Prose, ...]
    kind: PaperKind = field(default=PaperKind(CONSULTATION, ""))
    folder: str = ""
    """Below `drafts/`; empty for a 諮問."""

    @property
    def beside(self) -> str:
        """The file with the sentences of the document, for a person to condense; from `drafts/`, as `path`."""
        return self.path.removesuffix(".yml") + ".原文.md"

    @property
    def path(self) -> str:
        """The draft's file, from `drafts/`."""
        return f"{self.folder}/{self.name}.yml" if self.folder else f"{self.name}.yml"


def draft(papers: Papers, name: str, vocabulary: Vocabulary, account: Account) -> Draft:
    """The draft of one 諮問. Notes in `account` what became of every line of `papers`."""
    return _Drafting(papers, name, vocabulary, account).draft()


class _Drafting:
    def __init__(self, papers: Papers, name: str, vocabulary: Vocabulary, account: Account) -> None:
        self.papers = papers
        self.name = name
        self.vocabulary = vocabulary
        self.account = account
        self.reading = ClauseReading(papers.number, vocabulary, account, f"{name}.原文.md")

    def draft(self) -> Draft:
        known = {
            same(heading)
            for form in self.vocabulary.forms
            for heading in form_headings(form.clauses)
            for same in (squeezed, without_qualifier)
        }

        def is_heading(text: str) -> bool:
            return squeezed(text) in known or without_qualifier(text) in known

        drawn = outline(self.papers.lines, is_heading)
        head = front(drawn.before, self.vocabulary, self.account)
        if not drawn.sections:
            drawn.sections = row_sections(head.left, is_heading)
            used = {section.line for section in drawn.sections}
            head.left = [line for line in head.left if line not in used]
        head.left += _above_parts(drawn)
        values: dict[str, Any] = {"諮問番号": str(self.papers.number) if self.papers.number else None}
        values |= {key: head.facts.get(key) for key in ("符号", "諮問日", "資料日", "件名", "副題", "宛先", "諮問者")}
        values["本文"] = None if drawn.sections else "未収録"
        values |= {"根拠": head.facts.get("根拠"), "業務": self._operations(head)}
        values |= {"所管": head.facts.get("所管"), "概要": self._overview(head)}
        values["部"] = self._parts(drawn, head.title)
        values["付属資料"] = self._attachments(drawn)
        if head.left:
            values["付属資料"] = self._left(head.left, values["付属資料"])
        values["付属資料"] = asked_too(values["付属資料"], lost_values(values, self.papers.lines, self.account))
        self.account.note(drawn.running, "諮問番号（ページの見出し）")
        self.account.note(drawn.beyond, "諮問ではない文書（使っていません）")
        return Draft(self.name, values, tuple(self.reading.prose))

    def _operations(self, head: Front) -> Any:
        text = "".join(line.text for line in self.papers.lines)
        names, is_certain = acts.operations(head.title, text, self.vocabulary)
        if "業務" in head.facts:
            names, is_certain = [head.facts["業務"]], True
        titled = tuple(line for line in self.papers.lines if line.text and line.text in head.title)[:1]
        titled = titled or self.papers.lines[:1]
        if not names:
            return Doubtful(None, titled, "業務の名前が見あたりません。書いてください。")
        listed = [self._operation(name, titled) for name in names]
        question = "件名に「　」で示された業務がありません。業務の名前を確かめてください。"
        return listed if is_certain else Doubtful(listed, titled, question)

    def _operation(self, name: str, lines: tuple[Line, ...]) -> Any:
        if self.vocabulary.of("operations").find(name):
            return name
        return Doubtful(name, lines, f"「{name}」は業務の語彙にありません。新しい業務なら加えてください。")

    def _overview(self, head: Front) -> Any:
        if not head.overview:
            return None
        heading, *below = head.overview
        lines = [line for line in below if line.text]
        self.account.note([heading], "概要 見出し")
        self.reading.leave(lines, "概要")
        question = f"短い要旨を書いてください（文は {self.reading.beside} の「概要」）。"
        named = precedents("".join(line.text for line in lines), self.papers.number)
        if named:
            earlier = "、".join(f"第{each['番号']}号" for each in named)
            question += f"前の諮問（{earlier}）は、条項の「前例」に書きます。"
        return {"見出し": heading.text, "要旨": Doubtful(None, tuple(lines), question)}

    def _parts(self, drawn: Outline, title: str) -> list[Any]:
        if not drawn.sections:
            return [acts.values(named) for named in acts.acts_in(title, self.vocabulary)] or [
                {"行為": Doubtful(None, self.papers.lines[:1], "行為が読み取れません。書いてください。")}
            ]
        numbered = [section for section in drawn.sections if section.label.style == PART]
        if numbered:
            return [self._part(section, title) for section in numbered]
        act, expected = self._act("", drawn.sections, title)
        return [{"行為": act, "条項": [self.reading.clause(section, expected, "") for section in drawn.sections]}]

    def _part(self, section: Section, title: str) -> dict[str, Any]:
        heading, subtitle, rest = _part_heading(section)
        number = section.label.printed
        self.account.note([section.line, *(line for line in section.lines if line not in rest)], f"第{number} 見出し")
        act, expected = self._act(heading, section.children, title, section.line)
        if rest:
            self.reading.leave(rest, f"第{number}")
        question = f"番号のない文があります（文は {self.reading.beside} の「第{number}」）。要旨か注に書いてください。"
        above = f"第{number}の"
        return {
            "番号": Doubtful(number, tuple(rest), question) if rest and section.children else number,
            "見出し": heading or None,
            "副題": subtitle,
            "行為": act,
            "条項": [self.reading.clause(child, expected, above) for child in section.children]
            or Doubtful(None, (section.line, *rest), question.replace("要旨か注に", "番号のある条項があれば")),
        }

    def _act(
        self, heading: str, sections: list[Section], title: str, line: Line | None = None
    ) -> tuple[Any, tuple[FormClause, ...] | None]:
        """The act, and the clauses of its form; None where it has none."""
        act, is_certain = acts.act_of(heading, sections, title, self.vocabulary)
        lines = (line,) if line else tuple(section.line for section in sections[:1])
        if act is None:
            return Doubtful(None, lines, "行為が読み取れません。書いてください。"), None
        form = self.vocabulary.form(act)
        value = act if is_certain else Doubtful(act, lines, "件名か見出しから行為を選びました。確かめてください。")
        if form is None:
            question = (
                f"「{act}」の様式が data/vocabulary/forms.yml にありません。番号と見出しを資料と見くらべてください。"
            )
            return Doubtful(value, lines, question), None
        return value, form.clauses

    def _attachments(self, drawn: Outline) -> list[Any] | None:
        lines = [line for line in drawn.after if line.text and not line.ignored]
        named = [line for line in lines if line.is_title]
        others = [line for line in lines if not line.is_title]
        self.account.note(named, "付属資料")
        if others:
            self.reading.leave(others, "付属資料")
        question = "番号のない見出しなので、付属資料としました。"
        return [{"名前": Doubtful(closed_up(line.text), (line,), question)} for line in named] or None

    def _left(self, left: list[Line], attachments: list[Any] | None) -> Any:
        self.reading.leave(left, "どの欄にも当てはまらない行")
        question = f"どの欄にも当てはまらない行があります（原文は {self.reading.beside}）。要るなら書き加えてください。"
        return Doubtful(attachments, tuple(left), question)


def asked_too(value: Any, questions: list[Doubtful]) -> Any:
    """`value` with more questions about it."""
    for question in questions:
        value = Doubtful(value, question.lines, question.question)
    return value


def _above_parts(drawn: Outline) -> list[Line]:
    """Takes the sections that stand above 第1 from a document with parts; they belong to none."""
    if not any(section.label.style == PART for section in drawn.sections):
        return []
    loose = [section for section in drawn.sections if section.label.style != PART]
    drawn.sections = [section for section in drawn.sections if section.label.style == PART]
    return [line for section in loose for line in section.all_lines if line.text and not line.ignored]


def _part_heading(section: Section) -> tuple[str, str | None, list[Line]]:
    """「外部の電子計算機との回線結合について (電子メールの利用)」: heading, subtitle, and lines that are neither."""
    text = section.label.rest
    lines = [line for line in section.lines if line.text and not line.ignored]
    above = section.line
    while lines and not text.endswith((")", "）")):
        is_torn = depth(text) > 0 or above.is_full
        if not (is_torn or lines[0].is_title or lines[0].text[0] in "(（"):
            break
        above = lines.pop(0)
        text += ("" if is_torn else " ") + above.text
    found = re.fullmatch(r"(.+?について)\s*[(（](.+)[)）]", text)
    if found:
        return closed_up(found[1]), closed_up(found[2]), lines
    return closed_up(text), None, lines
