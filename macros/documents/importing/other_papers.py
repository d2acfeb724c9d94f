"""An answer, minutes, a report, types, an assessment, an amendment → a draft for its kind. 諮問 are `draft.py`'s.

Such papers have no form that we know. What is certain by itself (a labelled fact, an article, a day, a count) stands in
its place; what a sentence means a person reads beside the draft.
"""

import re
from collections.abc import Iterator
from typing import Any

from macros.documents.extractors.line import Account, Line, closed_up, squeezed
from macros.documents.importing.articles import Laws
from macros.documents.importing.clause_numbers import Label, read_label
from macros.documents.importing.clauses import Prose
from macros.documents.importing.dates import day
from macros.documents.importing.draft import Draft, asked_too
from macros.documents.importing.header_fields import office
from macros.documents.importing.lists import listed_names, ticked
from macros.documents.importing.paper_kinds import (
    AMENDMENT,
    ANSWER,
    ASSESSMENT,
    MINUTES,
    REPORT,
    SUBJECTS,
    TYPES,
    PaperKind,
)
from macros.documents.importing.questions import Doubtful
from macros.documents.importing.tables import Row, cells_of, rows
from macros.documents.importing.value_account import lost_values
from macros.documents.importing.values import conclusion, values_of, votes
from macros.records.vocabulary import Vocabulary

FOLDERS = {ANSWER: "answers", TYPES: "answers", MINUTES: "meetings", REPORT: "meetings", ASSESSMENT: "papers",
           AMENDMENT: "papers", SUBJECTS: "papers"}  # fmt: skip
"""Where below `drafts/` the draft of a kind lies: as below `data/`, or `papers` where no record has its shape."""

_DAY = {
    ANSWER: "答申日",
    TYPES: "承認日",
    MINUTES: "開催日",
    REPORT: "資料日",
    ASSESSMENT: "公表日",
    AMENDMENT: "提出日",
    SUBJECTS: "資料日",
}
_NUMBER = {ANSWER: "答申番号", AMENDMENT: "議案番号", ASSESSMENT: "評価書番号"}
_BODY = {MINUTES: "議題", REPORT: "議題", TYPES: "事前一括承認", SUBJECTS: "諮問"}
_HEAD = 14  # lines with words
_NUMBERED = re.compile(r"[^、。「」]{0,14}第[\d〇一二三四五六七八九十-]+号(?:の\d+)?")
_TITLE = re.compile("(?:について|建議|条例|一覧表?|基準[)]|報告|評価書|会議録|議事録|議事要旨)(?:[(].*[)])?$")
_SUFFIX = re.compile(r"[(（](?:答申|報告|案|要旨|写し)[)）]$|　?(?:会議録|議事録|議事要旨)(?:[(（].*[)）])?$")
_ADDRESSED = re.compile(r"(.+?)\s*[様殿]$")
_COUNCIL = re.compile(r"[^、。「」]*(?:審議会|審査会)$")
_LABELS = (
    ("会議日時", "日時|開催年月日|開催日時?|会議日"), ("場所", "開?催?場所|会場"), ("出席", "出席者?|委員|出席委員"), ("欠席", "欠席者?"),
    ("傍聴", "傍聴者?|傍聴人数?"), ("所管", "担当|所管課?|担当課|担当部署|部署|担当課名"), ("件名", "件名|案件名?|評価書名|題名"),
    ("公表日", "公表日"), ("評価書番号", "評価書番号"), ("実施機関", "(?:評価)?実施機関名?"), ("業務", "(?:事務|業務)の名称"),
    ("対象", "対象者?|対象となる本人の範囲|対象者の範囲"), ("件数", "件数|対象人数|人数"),
    ("相手方", "(?:利用・)?提供先|委託先名?|利用課|相手方|結合の相手方|報告先"), ("保有開始日", "保有開始日"), ("報告者", "報告者"),
    ("評価実施日", "実施日"), ("第三者点検日", "第三者点検(?:実施日)?"), ("項目", "(?:主な)?記録項目|個人情報の項目|提供した内容|利用した内容|項目"),
    ("諮問日", "諮問日|諮問年月日"), ("諮問番号", "番号|諮問番号"), ("結論", "(?:審議)?結果"), ("番号", "№|No|項番"), ("根拠", "(?:法令上の)?根拠(?:条項|法令)?"),
)  # fmt: skip
_DATED = ("公表日", "保有開始日", "評価実施日", "第三者点検日", "諮問日")
_WIDE = re.compile(r"\s*[：:]\s*|\t+|\s{2,}")
_AGENDA = re.compile(
    r"(?:(?:議題|[(（][\d０-９]+[)）]|次第の\S)\s*)*.{0,3}((?:諮問|報告)第[\d０-９一二三四五六七八九十－-]+号)\s*(.*)"
)
_ACTS = (("本人外収集", "本人以外からの収集|本人外収集"), ("外部提供", "外部提供"), ("外部委託", "外部委託"), ("目的外利用", "目的外利用"),
         ("回線結合", "回線結合|電子計算機の結合|(?<!電子計算機の)結合"))  # fmt: skip
_EVENTS = (
    ("改正日", "一部改正(?![の])"),
    ("施行日", "から施行"),
    ("適用日", "(?:から|以後).{0,14}適用"),
    ("承認日", "承認"),
)
_CONDITION = re.compile(r"条件(?:：|:|は、)(.+)|「([^「」]+)」を条件")
_OPINION = re.compile(r"(?:一名|1名|少数).{0,8}委員から、?(.+?)との意見|^「(.+)」$")


def other_paper(kind: PaperKind, lines: tuple[Line, ...], name: str, vocabulary: Vocabulary, account: Account) -> Draft:
    """The draft of a paper that is no 諮問. Notes in `account` what became of every line."""
    return _OtherPaper(
        kind, [line for line in lines if line.text and not line.ignored], name, vocabulary, account
    ).draft()


class _OtherPaper:
    def __init__(self, kind: PaperKind, lines: list[Line], name: str, vocabulary: Vocabulary, account: Account) -> None:
        self.kind = kind
        self.lines = lines
        self.name = name
        self.vocabulary = vocabulary
        self.account = account
        self.laws = Laws.of("".join(line.text for line in lines))
        self.values: dict[str, Any] = {}
        self.sections: list[Any] = []
        self.numbers: list[Label] = []
        self.label_above = ""

    def draft(self) -> Draft:
        body = self._head()
        for row in rows(body):
            self._row(row) if isinstance(row, Row) else self._line(row)
        self.account.note(self.lines, f"{self.kind.name}（{self.name}.yml。原文は {self.name}.原文.md）")
        self._summary()
        key = _BODY.get(self.kind.name, "内容")
        values = {**self.values, key: self.sections or None}
        values["ほかの値"] = asked_too(None, lost_values(values, tuple(self.lines), self.account))
        return Draft(self.name, values, (Prose(self.kind.name, tuple(self.lines)),), self.kind, FOLDERS[self.kind.name])

    # the head

    def _head(self) -> list[Line]:
        """Takes number, day, whom it is to, whose it is and the title; gives back the lines that are none of them."""
        used: list[Line] = []
        for line in self.lines[:_HEAD]:
            if read_label(line.text) and used and "件名" in self.values:
                break
            if self._heads(line):
                used.append(line)
        return [line for line in self.lines if line not in used]

    def _heads(self, line: Line) -> bool:
        text = squeezed(line.text)
        day_key, number_key = _DAY[self.kind.name], _NUMBER.get(self.kind.name)
        written = day(text)
        addressed = _ADDRESSED.fullmatch(line.text)
        if written:
            return self._set(day_key, written)
        if number_key and _NUMBERED.fullmatch(text):
            return self._set(number_key, text)
        if addressed and len(text) <= 40:  # noqa: PLR2004 — a party, no sentence
            self.values.setdefault("宛先", []).append(office(addressed[1]))
            return True
        if _COUNCIL.fullmatch(text) and self.kind.name == ANSWER:
            return self._set("審議会", text)
        if _TITLE.search(text) and len(text) <= 70 and "。" not in text and len(cells_of(line)) == 1:  # noqa: PLR2004 — a title
            return self._title(line)
        return False

    def _title(self, line: Line) -> bool:
        before = self.lines[self.lines.index(line) - 1] if self.lines.index(line) else None
        text = closed_up(_SUFFIX.sub("", line.text.strip()))
        if self.kind.name == MINUTES and before and re.search(r"第\s*[\d０-９]+\s*回$", before.text):
            text = closed_up(before.text) + text
        label = _labelled(line.text)
        if label and label[0] == "件名":
            text = closed_up(label[1])
        return self._set("件名", text)

    def _set(self, key: str, value: Any) -> bool:
        if self.values.get(key):
            return False
        self.values[key] = value
        return True

    # the body

    def _row(self, row: Row) -> None:
        if "欠番" in row.cells.values():
            self.sections.append(Doubtful(None, (row.line,), "欠番の行です。記録にはしません。"))
            return
        entry: dict[str, Any] = {}
        for head, cell in row.cells.items():
            for part, value in zip(head.split("／"), [*cell.split("／"), "", ""], strict=False):
                key = next((key for key, words in _LABELS if re.fullmatch(words, squeezed(part))), None)
                self._merge(
                    entry, self._fielded(key, value, row.line) if key else values_of(value, self.laws, (row.line,))
                )
                if not key:
                    self._loose(entry, value)
        self.sections.append(entry)

    def _loose(self, entry: dict[str, Any], text: str) -> None:
        """What a cell of no field tells: items in parentheses, a section in parentheses at its end."""
        division = re.search(r"[(（]([^()（）]*[課室所センター])[)）]\s*$", text)
        if division:
            entry.setdefault("所管", []).extend(re.split("[・、]", closed_up(division[1])))
        elif names := listed_names(text):
            entry.setdefault("項目", []).extend(names)

    def _line(self, line: Line) -> None:
        text = line.text
        if self.kind.name == MINUTES:
            text = re.sub(r"^([^\s\d]{2,12}) +(?=\S{9})", r"\1、", text)
        label = read_label(text)
        entry: dict[str, Any] = {}
        if agenda := self._agenda(text):
            entry = agenda
        if label:
            self._number(label, entry)
        labelled = _labelled(label.rest if label else text)
        if labelled:
            self._labelled(labelled[0], labelled[1], line, entry)
            if labelled[0] in ("出席", "欠席", "場所", "傍聴", "会議日時"):
                return
        self._people(text)
        self._events(text)
        if names := ticked(text) or (listed_names(text) if self._is_list() else []):
            entry.setdefault("項目", []).extend(names)
        self._merge(entry, values_of(text, self.laws, (line,)))
        if "件数" in entry and not label and self.kind.name in (REPORT, SUBJECTS):
            entry["件数"] = Doubtful(entry["件数"], (line,), "何の数か確かめてください。")
        self._decided(text, entry)
        if label is not None and not labelled:
            entry.setdefault("見出し", closed_up(label.rest))
        self.label_above = squeezed(label.rest if label else text)
        self._add(entry, is_new=bool(label or agenda))

    def _add(self, entry: dict[str, Any], *, is_new: bool) -> None:
        if not entry:
            return
        is_loose = self.kind.name in (REPORT, SUBJECTS)  # a remark below a table is about no row of it
        if is_new or is_loose or not self.sections:
            self.sections.append(entry)
        else:
            self._merge(self.sections[-1], entry)

    def _number(self, label: Label, entry: dict[str, Any]) -> None:
        styles = [above.style for above in self.numbers]
        self.numbers = [*self.numbers[: styles.index(label.style) if label.style in styles else None], label]
        entry["番号"] = "".join(above.printed for above in self.numbers)

    def _is_list(self) -> bool:
        return re.search("項目|情報$|もの$", self.label_above) is not None

    def _agenda(self, text: str) -> dict[str, Any] | None:
        if self.kind.name != MINUTES or (text.endswith("。") and "次第の" not in text):
            return None
        plain = re.sub(r"^〇\S+\s", "", text)
        found = _AGENDA.search(plain)
        if found and read_label(text) is None and not re.match("議題|.*次第の", plain):
            return None
        if not found:
            other = re.search("次第の[\\S]、(報告)。", plain)
            return {"その他": other[1]} if other else None
        number = squeezed(found[1])
        title = re.sub("^「|」.*$", "", found[2])
        return {"諮問" if number.startswith("諮問") else "報告": number, "件名": closed_up(title) or None}

    def _labelled(self, key: str, text: str, line: Line, entry: dict[str, Any]) -> None:
        fielded = self._fielded(key, text, line)
        is_fact = key in ("場所", "出席", "欠席", "傍聴", "公表日", "評価書番号", "実施機関", "業務", "保有開始日", "評価実施日",
                          "第三者点検日", "報告者", "開催日", "所管", "件名", "会議日時")  # fmt: skip
        for name, value in fielded.items():
            if is_fact and name not in self.values:
                self.values[name] = value
            elif name not in self.values:
                self._merge(entry, {name: value})

    def _fielded(self, key: str | None, text: str, line: Line) -> dict[str, Any]:  # noqa: PLR0911 — one line for each kind of field
        """What a field with this label holds of `text`."""
        plain = closed_up(text)
        read = values_of(text, self.laws, (line,))
        if key == "会議日時":
            return {"開催日": (day(re.split(r"[(（\s]", text)[0]) or next(iter(read.get("日付", [])), None))}
        if key in _DATED:
            return {key: next(iter(read.get("日付", [])), plain)}
        if key in ("出席", "欠席"):
            return {key: [name for name in re.split(r"[、○×　\s]+|［[^］]*］|\[[^\]]*\]", text) if name]}
        if key in ("所管", "項目"):
            names = (
                re.split("、|及び|・(?=.*課)", re.sub(r"^[(（](教)[)）]", r"\1・", plain))
                if key == "所管"
                else ticked(text) or listed_names(text)
            )
            return {
                key: names,
                **{name: value for name, value in read.items() if key == "項目" and name in ("件数", "前例")},
            }
        if key == "相手方":
            inside = re.search(r"[(（](.+)[)）]$", plain)
            several = re.split("、|及び", inside[1]) if inside and re.search("、|及び", inside[1]) else []
            return {key: [plain, *several], **{name: value for name, value in read.items() if name != "件数"}}
        if key == "件名":
            found = re.fullmatch(r"(.+?について)[(（](.+)[)）]", plain)
            return {"件名": found[1], "副題": found[2]} if found else {"件名": plain}
        if key == "諮問番号":
            return {"諮問番号": squeezed(text).removeprefix("第").replace("号", "", 1)}
        if key == "結論":
            return {"結論": conclusion(text) or plain, **read}
        if key in ("根拠", "件数"):
            chosen = re.search(r"[［\[]([０-９\d])[］\]]", text)
            options = re.findall(r"[０-９\d]+[)）]\s*([^\s０-９]*[^　\s]+)", text) if chosen else []
            if chosen and len(options) >= int(chosen[1]):
                return {"件数": closed_up(options[int(chosen[1]) - 1])}
            return read
        return {key: plain} if key else read

    def _people(self, text: str) -> None:
        """「会長　山田花」 below the council, or the head of the body that proposes."""
        if self.kind.name == AMENDMENT and re.search(r"(?:市長|町長|区長|村長|知事)\s+\S", text) and len(text) < 40:  # noqa: PLR2004
            self._set("提出者", office(text))

    def _events(self, text: str) -> None:
        found = values_of(text, self.laws, ()).get("日付", [])
        for key, words in _EVENTS if self.kind.name in (AMENDMENT, TYPES) else ():
            if found and re.search(words, squeezed(text)):
                listed = self.values.setdefault(key, [])
                self.values[key] = [*([listed] if isinstance(listed, str) else listed), found[0]]
                return

    def _decided(self, text: str, entry: dict[str, Any]) -> None:
        """Conclusions by act, votes, conditions and opinions that a line of an answer or of minutes speaks of."""
        if self.kind.name not in (ANSWER, MINUTES):
            return
        if counted := votes(text):
            entry["採決"] = counted
        if found := _CONDITION.search(text):
            entry["条件"] = [found[1] or found[2]]
        if found := _OPINION.search(text):
            entry["少数意見"] = [closed_up(found[1] or found[2])]
        word = conclusion(text)
        is_decision = re.search("⇒|とします|とする|とし、|と認める|認められない|差し支えない|引き続き審議|了承", text)
        if word and is_decision and not re.search("たいと|のか|ですか", text):
            entry.setdefault("結論", []).extend(_by_act(text, word))

    def _summary(self) -> None:
        if self.kind.name == TYPES:
            text = "".join(line.text for line in self.lines)
            self.values["行為"] = [act for act, words in _ACTS if re.search(words, text)]

    def _merge(self, entry: dict[str, Any], more: dict[str, Any]) -> None:
        for key, value in more.items():
            there = entry.get(key)
            if there is None:
                entry[key] = value
            elif isinstance(there, list) or isinstance(value, list):
                old = there if isinstance(there, list) else [there]
                entry[key] = old + [each for each in (value if isinstance(value, list) else [value]) if each not in old]
            elif there != value:
                entry[key] = [there, value]


def _by_act(text: str, word: str) -> Iterator[Any]:
    """「外部委託＝承認　外部提供＝継続審議」 is two; else the words as printed, for one act or for all."""
    pieces = [piece for piece in re.split(r"\s{2,}|、(?=[^、]*については)", text) if conclusion(piece)] or [text]
    for piece in pieces:
        acts = [act for act, words in _ACTS if re.search(words, piece)]
        said = {"結論": conclusion(piece) or word, "記載": closed_up(piece)}
        yield from ({"行為": act, **said} for act in acts) if acts else (said,)


def _labelled(text: str) -> tuple[str, str] | None:
    """The field that the label at the head of `text` names, and what follows it."""
    label, *said = _WIDE.split(text.strip(), maxsplit=1)
    while said and len(squeezed(label)) == 1 and len(said[0]) > 1:  # 「委　　員　　○会長」
        more, *rest = _WIDE.split(said[0], maxsplit=1)
        if len(squeezed(more)) > 2:  # noqa: PLR2004 — a letter or two of a spaced word
            more_letters = re.match(r"\S(?=\s)", said[0])
            if not more_letters:
                break
        label, said = label + more, rest
    bare = re.sub("^[①-⑳・■●○]", "", squeezed(label))
    key = next((key for key, words in _LABELS if re.fullmatch(words, bare)), None)
    return (key, said[0].strip()) if key and said else None
