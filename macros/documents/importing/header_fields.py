"""Facts at the head of a document: by a label (「件名：…」, or a row of a table), who asks whom, and the divisions.

Divisions (所管課) are known by how such names end; whether they exist is not asked. Not the clauses: `sections.py`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.documents.extractors.line import Line, closed_up, squeezed
from macros.documents.importing.papers import number_in
from macros.records.vocabulary import Words

_LABELS = (
    ("件名", re.compile("件名|案件名?|題名|諮問件名")),
    ("諮問日", re.compile("諮問(?:年月)?日")),
    ("根拠", re.compile("(?:諮問の)?根拠(?:規定|条文|条項|条例|法令)?")),
    ("業務", re.compile("(?:個人情報を?取り?扱う)?(?:業務|事務)の?名称?|業務|事務")),
    ("所管", re.compile("(?:所管|担当|主管|所属)(?:部?課|部署|部局)名?|所管")),
)
_MARK = re.compile(r"[【\[［]([^【】\[\]［］\s]{1,12})[】\]］]")
_SERIES = re.compile(
    r"[^、。「」()]{0,20}諮問第[\d－-]+号(?:の\d+)?|(?!.*(?:様式|別表|別紙|資料|議案|規則|条例))[^、。「」()]{1,10}第[\d－-]+号(?:の\d+)?"
)
_COLON = re.compile(r"([^\t：:]{1,20}?)\s*[：:]\s*(.+)")


class Field(NamedTuple):
    """`key` is that of a record; `text` is what stands beside the label."""

    key: str
    text: str
    line: Line


def fields(lines: list[Line]) -> Iterator[Field]:
    """The labelled facts among `lines`, and 【令3-1】 alone on a line: the mark of a 諮問 without a number."""
    for line in lines:
        colon = _COLON.fullmatch(line.text)
        cells = colon.groups() if colon else line.text.split("\t")
        mark = _MARK.fullmatch(squeezed(line.text))
        if _SERIES.fullmatch(squeezed(line.text)) and number_in(line.text) is None:
            yield Field("符号", squeezed(line.text), line)
        elif mark and "様式" not in mark[1] and any(letter.isdigit() for letter in mark[1]):
            yield Field("符号", mark[1], line)
        elif len(cells) == 2 and cells[1].strip():  # noqa: PLR2004 — a label and what it labels
            for key in (key for key, label in _LABELS if label.fullmatch(squeezed(cells[0]))):
                yield Field(key, cells[1].strip(), line)


_ADDRESSED = re.compile(r"(.*?)\s*(?:様|殿)")
_BODY = re.compile(r"(.+(?:審議会|審査会|委員会|協議会))\s*((?:会\s*長|委\s*員\s*長).*)")
_ASKS = r"(?:広域)?連合長|議長|企業長|市長|区長|町長|村長|教育長|教育委員会|管理者|知事"
_POST = re.compile(rf"(.*?(?:{_ASKS}|会長|委員長))\s*(.*)")
_AUTHOR = re.compile(rf"[^「」。、]{{0,12}}(?:{_ASKS})(?:\s.{{1,12}}|.{{0,5}})")
_IS_BODY = re.compile(r"[会合]$|^(?!.*\d[年日号]).*(?:審議|審査|協議)")
_OF_BODY = re.compile(
    r"(.+?(?:委員会|連合|企業団|組合|議会))\s*((?:教育長|委員長|(?:広域)?連合長|企業長|管理者|議長)(?!会)\s*.*)"
)
_BODY_ALONE = re.compile(r"[^、。]{2,24}(?:委員会|連合|企業団|組合)")
_SEAL = re.compile(r"\s+(?:印|㊞|[(（]?公印省略[)）]?)$")
_LONGEST_NAME = 20  # characters of a post or a person


class Party(NamedTuple):
    """機関, 職 and 氏名 as printed, and the lines that say so; both empty where there is none."""

    office: dict[str, str]
    lines: list[Line]


def people(lines: list[Line]) -> tuple[Party, Party]:
    """Addressee and author among `lines`, which end above the sentence that asks."""
    place = next((place for place, line in enumerate(lines) if _ADDRESSED.fullmatch(line.text)), None)
    if place is None:
        return Party({}, []), Party({}, [])
    above = lines[:place]
    addressee = _addressee(lines[place], above)
    return addressee, _author([line for line in above if line not in addressee.lines], lines[place + 1 :])


def _addressee(line: Line, above: list[Line]) -> Party:
    text = re.sub(r"\s*[様殿]$", "", line.text)
    if with_body := _BODY.fullmatch(text):
        return Party({"機関": closed_up(with_body[1]), **office(with_body[2])}, [line])
    if above and _IS_BODY.search(squeezed(above[-1].text)) and not _AUTHOR.fullmatch(above[-1].text):
        return Party({"機関": closed_up(above[-1].text), **office(text)}, [above[-1], line])
    return Party(office(text), [line])


def _author(above: list[Line], below: list[Line]) -> Party:
    """Below the addressee; above only where a post that asks stands there and none below."""
    below = below[: next((n for n, line in enumerate(below) if len(line.text) > _LONGEST_NAME), len(below))]
    first = next((place for place, line in enumerate(above) if _AUTHOR.fullmatch(line.text)), None)
    if first is not None and not any(_AUTHOR.fullmatch(line.text) for line in below):
        below = above[first:]
    lines = below[: _lines_of_author(below)]
    return Party(office(" ".join(line.text for line in lines)) if lines else {}, lines)


def _lines_of_author(below: list[Line]) -> int:
    """A body and a post may stand on two lines, as a post and a name may."""
    if not below:
        return 0
    first = office(below[0].text)
    is_body = _BODY_ALONE.fullmatch(squeezed(below[0].text)) is not None
    return 2 if is_body or "氏名" not in first else 1


def further_authors(lines: list[Line]) -> list[Line]:
    """Those of `lines`, the next below the author, that name another: a joint 諮問 of several."""
    others = []
    for line in lines:
        if not _POST.fullmatch(line.text) or "氏名" not in office(line.text) or len(line.text) > _LONGEST_NAME * 2:
            break
        others.append(line)
    return others


def office(text: str) -> dict[str, str]:
    """A body, a post and a name, also where spaces stand between all characters (会 長 山 田 健 太); no seal."""
    text = _SEAL.sub("", text)
    if of_body := _OF_BODY.fullmatch(text):
        return {"機関": closed_up(of_body[1]), **office(of_body[2])}
    found = _POST.fullmatch(text) or _POST.fullmatch(closed_up(text))
    if found is None:
        return {"職": closed_up(text)}
    post = {"職": closed_up(found[1])}
    return post | ({"氏名": re.sub(r"\s", "", found[2])} if found[2].strip() else {})


_IN_PARENTHESES = re.compile(r"[(（](?:(?:担当|所管|主管)\S{0,4}[：:])?([^（）()：:]+[課室館所係局部])[)）]")


def division_in_parentheses(text: str) -> str | None:
    """「（担当部課：教育部図書館）」 → 教育部図書館."""
    inside = _IN_PARENTHESES.fullmatch(closed_up(text))
    return inside[1] if inside else None


_DIVISION = re.compile(r".*(?:課|室|所|センター|部|局|館)")
_SECTION = re.compile(r"[^部]*[課室]")


class Division(NamedTuple):
    """A name as a record writes it, and the lines that print it."""

    name: str
    lines: tuple[Line, ...]


def divisions(lines: list[Line], known: Words) -> tuple[list[Division], list[Line]]:
    """Those found, in order, and the lines that are none. 「教育総務部」 may stand on a line above its sections."""
    found: list[Division] = []
    left: list[Line] = []
    department: tuple[Line, ...] = ()
    for line, below in zip(lines, [*lines, Line(0, "")][1:], strict=True):
        name = division_in_parentheses(line.text) or closed_up(line.text)
        if name.endswith("部") and _SECTION.fullmatch(closed_up(below.text)):
            department = (line,)
            continue
        if not _SECTION.fullmatch(name):
            department = ()
        if known.find(name) or _DIVISION.fullmatch(name):
            above = "".join(closed_up(each.text) for each in department)
            found.append(Division(above + name, (*department, line)))
        else:
            left.append(line)
    return found, left
