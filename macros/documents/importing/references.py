"""What a text refers to: articles, earlier 諮問, another clause (準用). Not whether they exist."""

import re
from typing import Any

from macros.documents.extractors.line import Line, closed_up, squeezed
from macros.documents.importing.articles import Laws, chain_before, cited, in_arabic, without_law_numbers
from macros.documents.importing.questions import known_or_doubtful
from macros.records.clause_number import read_see
from macros.records.vocabulary import Article, Vocabulary

_BASED = re.compile("の?規定(?:に基づ|によ|に関し)")
_ARTICLE = re.compile(r"第\d+条(?:の\d+)?(?:第\d+項)?(?:第\d+号)?")
_BY_LAW = re.compile(
    r"(?:条例|同)(?:\([^()]*\))?(第\d+条(?:第\d+項)?(?:第\d+号)?(?:(?:、|及び|並びに)第\d+条(?:第\d+項)?(?:第\d+号)?)*)"
)
_PRECEDENT = re.compile(r"諮問第(\d+)号((?:(?:、|,|・|及び|並びに)第?\d+号)*)")
_MEETING = re.compile(r"((?:令和|平成|昭和)(?:元|\d+)年度第\d+回[^、。「」()]*?(?:審議会|審査会))諮問第(\d+)号")


def see(text: str) -> str | None:
    """「第 1 の 4 のとおり」 → 第1の4のとおり; None when `text` is no such reference."""
    written = closed_up(re.sub(r"\s", "", text)).rstrip("。")
    read = read_see(written)
    return written if read and written != str(read[0]) else None


def legal_basis(text: str, vocabulary: Vocabulary, lines: tuple[Line, ...], laws: Laws | None = None) -> list[Any]:
    """The articles that a field or a sentence names as what the paper is based on, in order.

    In a sentence those joined right before 「の規定に基づき」; the others are only spoken of.
    """
    articles = cited(text, laws)
    plain = without_law_numbers(in_arabic(text))
    asks = [found.start() for found in _BASED.finditer(plain)]
    based = next((chain for place in reversed(asks) if (chain := chain_before(plain, articles, place))), [])
    names = dict.fromkeys(article.full for article in (based if asks else articles))
    return [known_or_doubtful(name, vocabulary.of("articles"), "条", lines) for name in names]


def cited_articles(text: str, vocabulary: Vocabulary) -> list[str]:
    """The articles of the vocabulary that a clause cites: those of other laws by full name, then the ordinance's."""
    plain = squeezed(text)
    articles = [entry for entry in vocabulary.of("articles").entries if isinstance(entry, Article)]
    found = [entry.name for entry in articles if entry.name.startswith(entry.law) and squeezed(entry.name) in plain]
    by_law = [name for match in _BY_LAW.finditer(plain) for name in _ARTICLE.findall(match[1])]
    return list(dict.fromkeys([*found, *(name for name in by_law if vocabulary.of("articles").find(name))]))


def precedents(text: str, own: int | None) -> list[dict[str, str]]:
    """The earlier 諮問 that a text names, with the meeting where it is printed."""
    plain = squeezed(text)
    meetings = {number: meeting for meeting, number in _MEETING.findall(plain)}
    numbers = [number for first, more in _PRECEDENT.findall(plain) for number in (first, *re.findall(r"\d+", more))]
    return [
        {"番号": number, "会議": meetings[number]} if number in meetings else {"番号": number}
        for number in dict.fromkeys(numbers)
        if number != str(own)
    ]
