"""The articles that a text cites, each with the law that it belongs to: 「同条例第6条第2項第3号・同条第3項第7号」 are two.

Numbers in kanji count too (第七条第一項第二号). Which of them a paper is based on is `references.py`'s to say.
"""

import re
from dataclasses import dataclass, field

from macros.documents.extractors.line import squeezed
from macros.records.numerals import number

_KANJI = "〇一二三四五六七八九十百千"
_NUMBERED = re.compile(rf"(第|条の)([{_KANJI}]+)(?=条|項|号|第|の規|$|[、。・及並又若にのを])")
_ABOUT_LAW = re.compile(
    r"[(]((?=[^()]*(?:第[\d]+号|以下「))[^()]*)[)]"
)  # (平成12年見本市条例第5号。以下「条例」という。)
_DEFINED = re.compile(r"([^、。「」()\s]{2,60}(?:条例|規則|法律|法|令))[(][^()]*以下「([^」]+)」とい[^()]*[)]")
_GLOSS = re.compile(r"「([^」]{1,12})」(?:は、|=)?([^、。「」()]{3,60}?(?:条例|規則|法律|法|令))(?=[(、。]|をいう|$)")
_ARTICLE = re.compile(
    r"(?P<article>(?:第\d+条(?:の\d+)*|同条|別表(?:第\d+(?:の\d+)*)?の\d+の項)(?!例)|(?<!条)(?=第\d+[項号])|同項|前項)"
    r"(?P<paragraph>第\d+項)?(?P<item>第\d+号)?(?P<proviso>ただし書|各号列記以外の部分)?(?P<table>別表の\d+の項|の表の\d+の項)?"
)
_JOINS = re.compile(r"(?:\([^()]*\))?(?:、|及び|並びに|又は|若しくは|・|と|,)*(?:\([^()]*\))?")
_LAW = re.compile(r"(?:条例|規則|法律|法|政令|省令|令|要綱|規程)$")
_BEFORE_LAW = re.compile(r"^(?:、|及び|並びに|又は|若しくは|・|と|,|の規定|により|に基づき|による)+")
_STARTS_LAW = re.compile(
    r".*(?:[、。「」『』\t:;/⇒()]|(?<=.)は(?=.)|並びに|のうち|当該|に基づく|にいう|における(?=個人情報の保護に関する法律))"
)
_OTHER_ORDINANCE = re.compile("施行|設置|電子計算|審議会|審査会|情報公開条例|議会")


@dataclass(frozen=True)
class Cited:
    """An article: `law` as named in full where the text tells (empty: the text names none)."""

    law: str
    name: str
    start: int
    end: int

    @property
    def full(self) -> str:
        """The article as a record names it: the council's own ordinance goes without saying."""
        is_own = self.law.endswith("条例") and _OTHER_ORDINANCE.search(self.law) is None
        return self.name if is_own or not self.law else self.law + self.name


@dataclass
class Laws:
    """Short names that a paper defines, over all its lines: 以下「法」という。"""

    full: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Laws":
        """Those that `text` defines."""
        plain = squeezed(text)
        full = {short: _law_name(law) for law, short in _DEFINED.findall(plain)}
        glosses = {
            short: _law_name(law)
            for short, law in _GLOSS.findall(plain)
            if _LAW.search(short) or short in ("法", "規則")
        }
        resolved = full | {short: law for short, law in glosses.items() if short not in full}
        for short, law in list(resolved.items()):
            if law.startswith("同条例") and "条例" in resolved:
                resolved[short] = resolved["条例"] + law.removeprefix("同条例")
        return cls(resolved)

    def named(self, name: str) -> str:
        """The full name."""
        return self.full.get(name, name)


def in_arabic(text: str) -> str:
    """`text` without spaces, in one width, with the numbers of articles in Arabic digits."""
    plain = squeezed(text)
    return _NUMBERED.sub(lambda found: f"{found[1]}{number(found[2]) or found[2]}", plain)


def without_law_numbers(text: str) -> str:
    """Without 「（平成12年見本市条例第5号。以下「条例」という。）」: its numbers are no articles."""
    return _ABOUT_LAW.sub("", text)


def cited(text: str, laws: Laws | None = None) -> list[Cited]:
    """In order. Positions are those in `without_law_numbers(in_arabic(text))`."""
    plain = without_law_numbers(in_arabic(text))
    laws = laws or Laws.of(text)
    found: list[Cited] = []
    law = article = paragraph = ""
    end = 0
    for match in _ARTICLE.finditer(plain):
        if not match[0] or (match[0].startswith(("同項", "前項")) and not match["item"]):
            continue
        between = plain[end : match.start()]
        goes_on = bool(found) and _JOINS.fullmatch(between) is not None
        head = match["article"]
        if head.startswith(("第", "別表")):
            law = _law(between, law, laws, goes_on=goes_on)
            article, paragraph = head, match["paragraph"] or ""
        elif head == "同条":
            paragraph = match["paragraph"] or paragraph
        elif head in ("同項",):
            pass
        elif goes_on and article:
            paragraph = match["paragraph"] or paragraph
        else:
            continue
        if not article:
            continue
        item = match["item"] or ""
        name = article + paragraph + item + (match["proviso"] or "") + (match["table"] or "")
        found.append(Cited(law, name, match.start(), match.end()))
        end = match.end()
    return found


def _law(between: str, before: str, laws: Laws, *, goes_on: bool) -> str:
    """The law named right before an article; that of the article before where the two are joined and none is."""
    if goes_on:
        return before
    name = _law_name(between)
    if not _LAW.search(name):
        return ""
    if name.startswith(("同法", "同条例", "同規則")):
        rest = name.removeprefix("同法").removeprefix("同条例").removeprefix("同規則")
        return before + rest
    return laws.named(name)


def _law_name(text: str) -> str:
    name = re.sub(r"\([^()]*\)", "", text)
    name = _STARTS_LAW.sub("", _BEFORE_LAW.sub("", name))
    name = _BEFORE_LAW.sub("", name)
    return re.sub(r"^(?:.*年度?(?:から|まで)|※|注\d*)", "", name)


def chain_before(plain: str, articles: list[Cited], place: int) -> list[Cited]:
    """The articles joined by 及び, 並びに … that end right before `place` in `plain`: 「…第12条」の規定に基づき."""
    chain: list[Cited] = []
    end = place
    for each in reversed([article for article in articles if article.end <= place]):
        gap = plain[each.end : end]
        if chain and not re.fullmatch(
            r"(?:\([^()]*\))?(?:、|及び|並びに|又は|若しくは|・|,|[^、。]{2,60}(?:条例|規則|法律|法|令))*(?:\([^()]*\))?",
            gap,
        ):
            break
        if not chain and not re.fullmatch(r"(?:\([^()]*\))?の?", gap):
            break
        chain.append(each)
        end = each.start
    return chain[::-1]
