"""A numbered section → a clause as a record writes it, guided by the form. Prose is left to a person.

What the form says a heading is about decides the key; what does not fit that key stands beside the draft.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from macros.documents.extractors.line import Account, Line, closed_up, without_parentheses
from macros.documents.importing.counts import volume
from macros.documents.importing.dates import period
from macros.documents.importing.flows import flows
from macros.documents.importing.headings import Headed, headed, headed_within
from macros.documents.importing.paragraphs import Paragraph, paragraphs
from macros.documents.importing.questions import Doubtful, known_or_doubtful, plain
from macros.documents.importing.references import cited_articles, precedents, see
from macros.documents.importing.sections import Section
from macros.records.clause import UNDECIDED
from macros.records.form import FormClause
from macros.records.vocabulary import Vocabulary

_LISTS = ("流れ", "件数")
_SHORT = 60  # characters; a longer text is prose
_SHORT_IN_FIELD = 120  # in a field that the form says holds a name or a phrase
_SENTENCE = re.compile("。.|(?:する|した|れる|いる|ある|行う)。$")
_DEFINED = re.compile(r"[(（]以下「[^」]+」とい(?:う|います)。?[)）]$")
# Fields that hold names out of the prose, and how prose speaks of such things.
_NAMED = {
    "規程": re.compile("手順書|対策基準|特記事項|規程"),
    "認証": re.compile("認証を受け|認証を取得|適合性評価|プライバシーマーク"),
}


@dataclass
class Prose:
    """Sentences for a person to condense, with the clause that they belong to."""

    where: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Place:
    """A clause that is being read: its number in full, its heading, and what the form says of it."""

    number: str
    heading: str
    form: FormClause | None


@dataclass
class ClauseReading:
    """Reads the clauses of one 諮問, noting what each line was used for."""

    number: int | None
    vocabulary: Vocabulary
    account: Account
    beside: str
    prose: list[Prose] = field(default_factory=list)

    def clause(self, section: Section, expected: tuple[FormClause, ...] | None, above: str) -> dict[str, Any]:
        """`expected` are the clauses of the form at this level (None: the act has no form).

        `above` is the number of what holds this one.
        """
        is_top = not above or above.endswith("の")
        read = headed(section, expected, self.vocabulary.forms, is_top=is_top)
        return self._whole(section, read, expected, above)

    def _whole(
        self, section: Section, read: Headed, expected: tuple[FormClause, ...] | None, above: str, heading: str = ""
    ) -> dict[str, Any]:
        """With its children. `heading` is that of the clause above, where this one is more of the same."""
        number = above + (section.label.printed or section.label.rest)
        clause = self._clause(section, read, number, heading)
        if section.children:
            clause["細目"] = self._children(section, read, expected, number)
        return clause

    def _children(
        self, section: Section, read: Headed, expected: tuple[FormClause, ...] | None, number: str
    ) -> list[dict[str, Any]]:
        """Below a list of items or a count, what the form does not number is more of the same."""
        form, heading, _ = read
        if form and not form.children and form.field in _LISTS:
            own = str(plain(heading) or "")
            return [self._whole(child, headed_within(child, form), expected, number, own) for child in section.children]
        below = form.children if form and form.children else () if expected is not None else None
        return [self.clause(child, below, number) for child in section.children]

    def _clause(self, section: Section, read: Headed, number: str, above: str) -> dict[str, Any]:
        """Without its children. `above` is the heading that stands for this clause where it has none of its own."""
        form, heading, body = read
        headings = [section.line, *(line for line in section.lines if line not in body)]
        self.account.note(headings, f"{number} 番号{'・見出し' if heading else ''}")
        place = _Place(number, str(plain(heading) or above), form)
        return {"番号": _label(section), "見出し": heading} | self._content(paragraphs(body), place)

    def leave(self, lines: list[Line], number: str) -> None:
        """Put `lines` beside the draft."""
        self.account.note(lines, f"{number} 原文（{self.beside}）")
        self.prose.append(Prose(number, tuple(lines)))

    def _content(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        said = see(listed[0].text) if listed else None
        if said:
            self.account.note(listed[0].lines, f"{place.number} 準用")
            return {"準用": said, **self._more(listed[1:], place)}
        readers = {"流れ": self._flows, "件数": self._volume, "期間": self._period, "要旨": self._sentences}
        key = place.form.field if place.form else "要旨"
        return readers.get(key, self._short)(listed, place) if listed else {}

    def _flows(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        if any(_SENTENCE.search(without_parentheses(each.text)) for each in listed):
            return self._beside(listed, place, "文で書かれています。「流れ」か「要旨」に書いてください")
        self.account.note(_lines(listed), f"{place.number} 流れ")
        return {
            "流れ": flows(listed, place.form.flows if place.form else (), self.vocabulary.of("items"), place.heading)
        }

    def _volume(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        count, rest = volume(listed, place.heading)
        self.account.note([line for line in _lines(listed) if line not in rest], f"{place.number} 件数")
        return {"件数": count, **self._more(paragraphs(rest), place)}

    def _period(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        own = [each for each in listed if each == listed[0] or re.search(r"[年月]|継続", each.text)]
        found = period(own)
        if found is None:
            return self._sentences(listed, place)
        self.account.note(_lines(own), f"{place.number} 期間")
        return {"期間": found, **self._more([each for each in listed if each not in own], place)}

    def _short(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        """対象, 相手方, 場所 or 記載: words as printed where they are short, else prose."""
        key = place.form.field if place.form else "記載"
        short = [
            each for each in listed if len(each.text) <= _SHORT_IN_FIELD and "。" not in without_parentheses(each.text)
        ]
        if key not in ("対象", "相手方"):
            short = short[:1] if short[:1] == listed[:1] else []
        self.account.note(_lines(short), f"{place.number} {key}")
        values = [self._value(key, each) for each in short]
        said: dict[str, Any] = {key: values[0] if len(values) == 1 else values} if values else {}
        return {**said, **self._more([each for each in listed if each not in short], place)}

    def _value(self, key: str, paragraph: Paragraph) -> Any:
        text = closed_up(paragraph.text).lstrip("・")
        if key == "相手方":
            text = _DEFINED.sub("", text)
            if without_parentheses(text) == UNDECIDED != text:
                return {"名前": UNDECIDED, "記載": text}
        if key == "相手方" and text != UNDECIDED:
            spaced = re.sub(r"\s+", " ", _DEFINED.sub("", paragraph.text))
            name = spaced if self.vocabulary.of("counterparties").find(spaced) else text
            return known_or_doubtful(name, self.vocabulary.of("counterparties"), "相手方", paragraph.lines)
        if re.search(r"[(（]\s*[)）]", text):
            question = "中身のない（ ）があります。注の記号が失われていないか確かめてください。"
            return Doubtful(text, paragraph.lines, question)
        return text

    def _sentences(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        """Prose, or one short phrase that stands as printed: 文書による."""
        only = closed_up(listed[0].text)
        if len(listed) == 1 and len(only) <= _SHORT and "。" not in only:
            self.account.note(listed[0].lines, f"{place.number} 記載")
            return {"記載": only}
        return self._beside(listed, place, "短い要旨を書いてください")

    def _more(self, listed: list[Paragraph], place: _Place) -> dict[str, Any]:
        """What a clause says besides what its field holds."""
        return (
            self._beside(listed, place, "ほかに書かれていることがあります。要旨か注に書いてください") if listed else {}
        )

    def _beside(self, listed: list[Paragraph], place: _Place, what: str) -> dict[str, Any]:
        lines = _lines(listed)
        self.leave(lines, place.number)
        text = "".join(paragraph.text for paragraph in listed)
        named = "".join(f"名前は「{key}」にも書きます。" for key, word in _NAMED.items() if word.search(text))
        return {
            "要旨": Doubtful(None, tuple(lines), f"{what}（文は {self.beside} の「{place.number}」）。{named}"),
            "根拠": cited_articles(text, self.vocabulary) or None,
            "前例": precedents(text, self.number) or None,
        }


def _label(section: Section) -> Any:
    if not section.label.printed:
        question = "番号のない条項です。引くときに使う番号を書いてください（5、(1)、ア など）。"
        return Doubtful(None, (section.line,), question)
    if not section.skipped:
        return section.label.printed
    question = "この前の番号が見あたりません。抜けがないか確かめてください。"
    return Doubtful(section.label.printed, (section.line,), question)


def _lines(listed: list[Paragraph]) -> list[Line]:
    return [line for paragraph in listed for line in paragraph.lines]
