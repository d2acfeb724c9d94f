"""What stands above the first numbered section: the cover sheet (諮問書) and the head of the document.

Each fact is where such papers have it; a line that is none of them is left for the person.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from macros.importing.cleaning import closed_up, squeezed
from macros.importing.doubts import Doubtful, known_or_doubtful
from macros.importing.line import Account, Line
from macros.importing.paragraphs import paragraphs
from macros.importing.periods import day
from macros.importing.references import legal_basis
from macros.importing.splitting import number_of
from macros.records.vocabulary import Vocabulary

_ADDRESSED = re.compile(r"(.*?)\s*(?:様|殿)")
_POST = re.compile(r"(.*?(?:市長|区長|町長|村長|教育長|教育委員会|管理者|会長|委員長|知事))\s*(.*)")
_BASIS = re.compile(r"規定に基づ|規定により")
_OVERVIEW = re.compile(r"[《【〈■●○◆<\[]*(?:事業の)?概要(?:について)?[》】〉>\]]*")
_LONGEST_NAME = 20  # characters of a post or a person
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
        rest = self._basis(self._people(self._dates(self._numbers([line for line in head if line.text]))))
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
        dated = [(line, written) for line in lines if (written := day(line.text))]
        for (line, written), key in zip(dated, ("諮問日", "資料日"), strict=False):
            self.facts[key] = written
            self._use([line], key)
        if "諮問日" not in self.facts:
            self.facts["諮問日"] = Doubtful(None, tuple(lines[:1]), "諮問日が見あたりません。書いてください。")
        used = [line for line, _ in dated[:2]]
        return [line for line in lines if line not in used]

    def _people(self, lines: list[Line]) -> list[Line]:
        """The addressee ends in 様; the author stands between that and the sentence that asks."""
        place = next((place for place, line in enumerate(lines) if _ADDRESSED.fullmatch(line.text)), None)
        if place is None:
            self.facts["宛先"] = Doubtful(None, tuple(lines[:1]), "宛先（「…様」の行）が見あたりません。")
            self.facts["諮問者"] = Doubtful(None, tuple(lines[:1]), "諮問者が見あたりません。")
            return lines
        above = [line for line in lines[:place] if not _BASIS.search(line.text)]
        addressee = _office(re.sub(r"\s*[様殿]$", "", lines[place].text))
        if above:
            addressee = {"機関": closed_up(above[-1].text), **addressee}
        self.facts["宛先"] = addressee
        below = lines[place + 1 :]
        end = next((n for n, line in enumerate(below) if len(line.text) > _LONGEST_NAME), len(below))
        author = below[: min(end, 2)]
        self.facts["諮問者"] = _office(" ".join(line.text for line in author)) if author else {}
        self._use([*above[-1:], lines[place]], "宛先")
        self._use(author, "諮問者")
        return [line for line in lines if line not in (*above[-1:], lines[place], *author)]

    def _basis(self, lines: list[Line]) -> list[Line]:
        place = next((place for place, line in enumerate(lines) if _BASIS.search(line.text)), None)
        if place is None:
            self.facts["根拠"] = Doubtful(None, tuple(lines[:1]), "根拠（「…の規定に基づき」の文）が見あたりません。")
            return lines
        end = next((n for n in range(place, len(lines)) if lines[n].text.rstrip().endswith("。")), place)
        while place and lines[place - 1].is_full:
            place -= 1
        sentence = lines[place : end + 1]
        text = "".join(line.text for line in sentence)
        self.facts["根拠"] = legal_basis(text.split("規定")[0], self.vocabulary, tuple(sentence))
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
            self._titled(title, pending[:taken])
            del pending[:taken]
            below = paragraphs(pending)[:1]
            if below and (subtitle := _SUBTITLE.fullmatch(below[0].text)):
                self.facts.setdefault("副題", closed_up(subtitle[1]))
                self._use(list(below[0].lines), "副題")
                del pending[: len(below[0].lines)]
        if not self.front.title:
            self.facts["件名"] = Doubtful(None, tuple(lines[:1]), "件名（「…について」）が見あたりません。")
        return rest

    def _titled(self, title: str, lines: list[Line]) -> None:
        self._use(lines, "件名")
        if not self.front.title:
            self.front.title = title
            self.facts["件名"] = title
        elif squeezed(self.front.title) != squeezed(title):
            self.facts["件名"] = Doubtful(
                self.front.title, tuple(lines), f"件名が2つあり、違っています（もう1つは「{title}」）。"
            )

    def _divisions(self, lines: list[Line]) -> None:
        """Short lines that end in 課 or the like; what is none of the above is asked about."""
        divisions: list[Any] = []
        for line in lines:
            name = closed_up(line.text)
            if self.vocabulary.divisions.find(name) or re.search(r"(課|室|所|センター|部|局|館)$", name):
                divisions.append(known_or_doubtful(name, self.vocabulary.divisions, "所管課", (line,)))
                self._use([line], "所管")
            else:
                self.front.left.append(line)
        if divisions:
            self.facts["所管"] = divisions


def _title(lines: list[Line]) -> int:
    """How many lines the title takes that begins with the first of `lines`; 0 when none does."""
    if _SUBTITLE.fullmatch(lines[0].text):
        return 0
    for taken in range(1, min(9, len(lines)) + 1):
        text = lines[taken - 1].text
        if re.search(r"について$", squeezed(text)):
            return taken
        if text.endswith("。") or _SUBTITLE.fullmatch(text):
            return 0
    return 0


def _office(text: str) -> dict[str, str]:
    found = _POST.fullmatch(text)
    if found is None:
        return {"職": closed_up(text)}
    office = {"職": closed_up(found[1])}
    return office | ({"氏名": re.sub(r"\s", "", found[2])} if found[2].strip() else {})
