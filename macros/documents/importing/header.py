"""What stands above the first numbered section: the cover sheet (諮問書) and the head of the document.

Each fact is where such papers have it; a line that is none of them is left for the person.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from macros.documents.extractors.line import Account, Line, closed_up, squeezed
from macros.documents.importing.dates import day
from macros.documents.importing.header_fields import division_in_parentheses, divisions, fields, further_authors, people
from macros.documents.importing.papers import number_of
from macros.documents.importing.paragraphs import paragraphs
from macros.documents.importing.questions import Doubtful, known_or_doubtful
from macros.documents.importing.references import legal_basis
from macros.records.text_width import width
from macros.records.vocabulary import Vocabulary

_BASIS = re.compile(r"規\s*定に基づ|規定により|規定に関し")
_CITES = re.compile("第[0-9０-９一二三四五六七八九十]+[条項]|(?:条例|法律)(?!」)[^様殿]*$")
_OVERVIEW = re.compile(r"[《【〈■●○◆<\[]*(?:事業の)?概要(?:について)?[》】〉>\]]*")
_UNEVEN = 8  # columns between the lines of a title that are filled
_TITLE = re.compile(r".*について(?:\(.+\))?")
_WITH_SUBTITLE = re.compile(r"(.+?について)[(（](.+)[)）]")
_SUBTITLE = re.compile(r"[(（](.+)[)）]")


@dataclass
class Front:
    """Facts as a record writes them, and the lines of the 事業の概要 with its heading."""

    facts: dict[str, Any] = field(default_factory=dict)
    overview: list[Line] = field(default_factory=list)
    title: str = ""
    left: list[Line] = field(default_factory=list)
    """Lines that are none of the facts."""


def front(lines: list[Line], vocabulary: Vocabulary, account: Account) -> Front:
    """Notes in `account` what each line was used for."""
    return _Front(vocabulary, account).read([line for line in lines if not line.ignored])


class _Front:
    def __init__(self, vocabulary: Vocabulary, account: Account) -> None:
        self.vocabulary = vocabulary
        self.account = account
        self.front = Front()
        self.facts = self.front.facts

    def read(self, lines: list[Line]) -> Front:
        start = next((place for place, line in enumerate(lines) if _OVERVIEW.fullmatch(squeezed(line.text))), None)
        head, self.front.overview = lines[:start], lines[start:] if start is not None else []
        rest = self._fields(self._numbers([line for line in head if line.text]))
        rest = self._basis(self._people(self._dates(rest)))
        rest = self._titles(rest)
        self._divisions(rest)
        return self.front

    def _use(self, lines: list[Line], use: str) -> None:
        self.account.note(lines, use)

    def _numbers(self, lines: list[Line]) -> list[Line]:
        for line in lines:
            if number_of(line) is not None:
                self._use([line], "諮問番号")
            elif squeezed(line.text) == "記":
                self._use([line], "「記」の字")
        return [line for line in lines if number_of(line) is None and squeezed(line.text) != "記"]

    def _dates(self, lines: list[Line]) -> list[Line]:
        """The first date is that of the 諮問, the second that of the document."""
        lines = [piece for line in lines for piece in _day_and_division(line)]
        dated = [(line, written) for line in lines if (written := day(line.text))]
        missing = [key for key in ("諮問日", "資料日") if key not in self.facts]
        for (line, written), key in zip(dated, missing, strict=False):
            self.facts[key] = written
            self._use([line], key)
        if "諮問日" not in self.facts:
            self.facts["諮問日"] = Doubtful(None, tuple(lines[:1]), "諮問日が見あたりません。書いてください。")
        used = [line for line, _ in dated[: len(missing)]]
        return [line for line in lines if line not in used]

    def _fields(self, lines: list[Line]) -> list[Line]:
        """What a label names: 「件名：…」, or the rows of a form that is one table."""
        used: list[Line] = []
        for key, text, line in fields(lines):
            value = self._field(key, text, line)
            if key not in self.facts and value:
                self.facts[key] = value
                self._use([line], key)
                used.append(line)
        return [line for line in lines if line not in used]

    def _field(self, key: str, text: str, line: Line) -> Any:
        if key == "件名":
            self.front.title = closed_up(text)
            return self.front.title
        if key == "諮問日":
            return day(text)
        if key == "根拠":
            return legal_basis(text, self.vocabulary, (line,))
        if key == "所管":
            return [known_or_doubtful(closed_up(text), self.vocabulary.of("divisions"), "所管課", (line,))]
        return closed_up(text)

    def _people(self, lines: list[Line]) -> list[Line]:
        end = next((place for place, line in enumerate(lines) if _BASIS.search(line.text)), len(lines))
        addressee, author = people(lines[:end])
        missing = {"宛先": "宛先（「…様」の行）が見あたりません。", "諮問者": "諮問者が見あたりません。"}
        for key, party in (("宛先", addressee), ("諮問者", author)):
            self.facts[key] = party.office or Doubtful(None, tuple(lines[:1]), missing[key])
            self._use(party.lines, key)
        below = lines[lines.index(author.lines[-1]) + 1 : end] if author.lines else []
        others = further_authors(below)
        if others:
            named = "、".join(closed_up(line.text) for line in others)
            question = f"連名の諮問です（ほかに {named}）。記録の「諮問者」には1つだけ書けます。ほかは「付属資料」の「注」などに書いてください。"
            self.facts["諮問者"] = Doubtful(author.office, tuple(others), question)
            self._use(others, "諮問者")
        return [line for line in lines if line not in (*addressee.lines, *author.lines, *others)]

    def _basis(self, lines: list[Line]) -> list[Line]:
        place = next((n for n in range(len(lines)) if _BASIS.search(_with_next(lines, n))), None)
        if place is None and "根拠" in self.facts:
            return lines
        if place is None:
            self.facts["根拠"] = Doubtful(None, tuple(lines[:1]), "根拠（「…の規定に基づき」の文）が見あたりません。")
            return lines
        end = next((n for n in range(place, len(lines)) if lines[n].text.rstrip().endswith("。")), place)
        while place and (lines[place - 1].is_full or _CITES.search(lines[place - 1].text)):
            place -= 1
        sentence = lines[place : end + 1]
        text = "".join(line.text for line in sentence)
        self.facts["根拠"] = legal_basis(text, self.vocabulary, tuple(sentence)) or Doubtful(
            None, tuple(sentence), "根拠の条を読み取れません。文の中から書き写してください。"
        )
        self._use(sentence, "根拠")
        return [line for line in lines if line not in sentence]

    def _titles(self, lines: list[Line]) -> list[Line]:
        """「…について」, over one line or several, then a subtitle in parentheses; printed twice, kept once."""
        rest: list[Line] = []
        pending = list(lines)
        while pending:
            taken = _title(pending)
            if not taken:
                rest.append(pending.pop(0))
                continue
            title = closed_up("".join(line.text for line in pending[:taken]))
            if both := _WITH_SUBTITLE.fullmatch(title):
                title = both[1]
                self.facts.update(
                    {"副題": both[2]} if both[2] not in ("諮問", "答申", "報告") and "副題" not in self.facts else {}
                )
            self._titled(title, pending[:taken])
            del pending[:taken]
            below = paragraphs(pending)[:1]
            if below and (division := division_in_parentheses(below[0].text)):
                self.facts.setdefault(
                    "所管", [known_or_doubtful(division, self.vocabulary.of("divisions"), "所管課", below[0].lines)]
                )
                self._use(list(below[0].lines), "所管")
                del pending[: len(below[0].lines)]
            elif below and (subtitle := _SUBTITLE.fullmatch(below[0].text)):
                self.facts.setdefault("副題", closed_up(subtitle[1]))
                self._use(list(below[0].lines), "副題")
                del pending[: len(below[0].lines)]
        if not self.front.title:
            self.facts["件名"] = Doubtful(None, tuple(lines[:1]), "件名（「…について」）が見あたりません。")
        return rest

    def _titled(self, title: str, lines: list[Line]) -> None:
        """Printed on the cover and above the document; where one is cut at a margin, the other has it whole."""
        self._use(lines, "件名")
        if squeezed(title).endswith(squeezed(self.front.title)):
            self.front.title = self.facts["件名"] = title
        elif not squeezed(self.front.title).endswith(squeezed(title)):
            self.facts["件名"] = Doubtful(
                self.front.title, tuple(lines), f"件名が2つあり、違っています（もう1つは「{title}」）。"
            )

    def _divisions(self, lines: list[Line]) -> None:
        """What is neither a division nor a piece of the title is left, and asked about."""
        title = squeezed(self.front.title)
        pieces = [line for line in lines if squeezed(line.text) in title]
        self._use(pieces, "件名")
        found, self.front.left = divisions(
            [line for line in lines if line not in pieces], self.vocabulary.of("divisions")
        )
        for division in found:
            self._use(list(division.lines), "所管")
        if found:
            self.facts["所管"] = [
                known_or_doubtful(each.name, self.vocabulary.of("divisions"), "所管課", each.lines) for each in found
            ]


def _with_next(lines: list[Line], place: int) -> str:
    """A line with the next one, as the margin may break 「規定」 itself."""
    return "".join(line.text for line in lines[place : place + 2])


def _day_and_division(line: Line) -> list[Line]:
    """「令和3年7月15日　総務部総務課」 as two lines; any other as itself."""
    first, _, rest = line.text.partition(" ")
    if day(first) and re.fullmatch(r"[^\d、。]{2,}[課室館所係局部]", closed_up(rest)):
        return [replace(line, text=first), replace(line, text=rest.strip())]
    return [line]


def _title(lines: list[Line]) -> int:
    """How many lines the title takes that begins with the first of `lines`; 0 when none does."""
    text = ""
    for taken, line in enumerate(lines[:9], start=1):
        if _SUBTITLE.fullmatch(line.text) or (text and not _may_go_on(lines[taken - 2], line)):
            return 0
        text += line.text
        if _TITLE.fullmatch(squeezed(text)):
            return taken
        if text.endswith("。"):
            return 0
    return 0


def _may_go_on(above: Line, line: Line) -> bool:
    """A title broken over lines fills them, or is broken after a particle; a heading above it does neither."""
    is_filled = width(above.text.rstrip()) >= width(line.text.rstrip()) - _UNEVEN
    return line.number == above.number + 1 and (is_filled or re.search(r"[ぁ-ん、・]$", above.text) is not None)
