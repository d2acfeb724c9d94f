"""The values that a text holds, of whatever field: articles with their law, days and periods, counts, papers, votes.

Nothing is chosen here: what a value is about, a draft or a person says.
"""

import re
from collections.abc import Iterator
from typing import Any

from macros.documents.extractors.line import Line, closed_up, squeezed
from macros.documents.importing.articles import Laws, cited
from macros.documents.importing.counts import quantities
from macros.documents.importing.dates import dates, in_digits, period
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful, plain
from macros.records.numerals import number

_PAPER = re.compile(
    r"(?P<year>(?:令和|平成|昭和)(?:元|\d+)年度)?(?P<series>[一-龥]{0,4}(?:諮問|答申))第(?P<number>[\d一二三四五六七八九十]+(?:-\d+)?)号(?P<branch>の\d+)?"
    r"(?P<more>(?:(?:、|,|・|及び|並びに|と)(?:同)?第?\d+(?:-\d+)?号(?:の\d+)?)*)"
)
_MARKED = re.compile(r"【((?:令|平)\d+-\d+)】")
_FOR, _AGAINST = (
    re.compile(r"賛成(?:の方。.*?|は|の委員)?(\d+)(?:名|人)?|(\d+)名の賛成"),
    re.compile(r"反対(?:の方。.*?|は)?(\d+)(?:名|人)?"),
)
_CONCLUSIONS = (
    ("条件付き承認", "条件付き?承認|条件を付して(?:承認|適当)|条件とし"),
    ("不承認", "不承認|適当とは認められない|認められない"),
    ("継続審議", "継続審議|次回に継続|継続とし|引き続き審議"),
    ("取下げ", "取下げ|取り下げ"),
    ("了承", "了承"),
    ("承認", "(?<!不)承認|適当と認める|差し支えない|異議な"),
)
_RANGED = re.compile("から.*まで|[~～〜]|自.*至|(?:から|より|以降)[。、)]?$")


def papers(text: str) -> list[str]:
    """The papers that `text` names: 令和3年度諮問第4号, and 第9号 joined to it as one of the same series and year."""
    plain_text = squeezed(text).replace("－", "-").replace("−", "-").replace("—", "-")
    names: list[str] = [f"【{mark}】" for mark in _MARKED.findall(plain_text)]
    for match in _PAPER.finditer(plain_text):
        before = f"{match['year'] or ''}{match['series']}"
        first = number(match["number"]) or match["number"]
        names.append(f"{before}第{first}号{match['branch'] or ''}")
        names += [f"{before}第{more}" for more in re.findall(r"第?(\d+(?:-\d+)?号(?:の\d+)?)", match["more"])]
    return list(dict.fromkeys(names))


def votes(text: str) -> dict[str, str]:
    """賛成 and 反対, as far as they are counted."""
    plain_text = squeezed(text)
    counted = (("賛成", _FOR.search(plain_text)), ("反対", _AGAINST.search(plain_text)))
    return {key: next(filter(None, found.groups())) for key, found in counted if found}


def conclusion(text: str) -> str | None:
    """The conclusion that `text` speaks of, in the words of records; the first that fits, as 承認 is within 不承認."""
    plain_text = squeezed(text)
    return next((name for name, words in _CONCLUSIONS if re.search(words, plain_text)), None)


def articles(text: str, laws: Laws, lines: tuple[Line, ...]) -> list[Any]:
    """Every article; asked about where the text names no law."""
    names: dict[str, Any] = {}
    for article in cited(text, laws):
        question = f"「{article.name}」がどのきまりの条か、確かめてください。"
        names.setdefault(article.full, article.full if article.law else Doubtful(article.full, lines, question))
    return list(names.values())


def when(text: str, lines: tuple[Line, ...]) -> dict[str, Any]:
    """期間 where two days or an open range are there, 日付 for days that stand alone."""
    if _RANGED.search(in_digits(text)) or re.search("年度.*[~～〜].*年度", squeezed(text)):
        segment = re.search(r"[^、。　\t]*(?:から|[~～〜]|自).*", text)
        read = period([Paragraph(segment[0] if segment else text, lines)])
        if read is not None:
            return {"期間": read}
    days = dates(text)
    return {"日付": days} if days else {}


def values_of(text: str, laws: Laws, lines: tuple[Line, ...]) -> dict[str, Any]:
    """All of them, by key; keys without a value are left out."""
    values: dict[str, Any] = {
        "根拠": articles(text, laws, lines),
        "件数": quantities(text),
        **when(text, lines),
        "前例": papers(text),
        "採決": votes(text),
    }
    return {key: value for key, value in values.items() if value}


def tokens(text: str, laws: Laws) -> Iterator[str]:
    """What must not be lost of a line: each article, day, count and paper, as a record would write it."""
    yield from (article.full for article in cited(text, laws))
    yield from dates(text)
    yield from quantities(text)
    yield from papers(text)


def held(value: Any) -> str:
    """Everything that `value` states, in one folded text."""
    match plain(value):
        case dict() as mapping:
            return " ".join(f"{held(inner)}" for inner in mapping.values())
        case list() as entries:
            return " ".join(map(held, entries))
        case None:
            return ""
        case text:
            return squeezed(closed_up(str(text))).replace(",", "")
