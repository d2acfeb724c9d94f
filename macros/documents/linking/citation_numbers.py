"""One line → the pieces of its citations, in their order. Knows the grammar, not the archive.

The same stands in `overrides/assets/linking/reading.js`; `tests/linking_cases.json` holds the two together.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from re import Match

from macros.documents.linking.citation import FEWEST, OF_OTHERS, Owner, Piece
from macros.documents.linking.citation_clauses import attached, behind_also, joined_label, standing_alone
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.other_bodies import others, year_before
from macros.records.numerals import number

_PREFIX = 48  # characters: 令和2年度第3回情報公開・個人情報保護審議会


def pieces(text: str, start: int = 0, end: int | None = None, terms: Collection[str] = ()) -> Iterator[Piece]:
    """Every piece of a citation in `text`, which is folded; `terms` are what the minutes call a 諮問 by."""
    end = len(text) if end is None else end
    while start < end:
        trigger = ARE["trigger"].search(text, start, end)
        at = trigger.start() if trigger else end
        term = _next_term(text, start, min(at + 1, end), terms)
        if term is None and trigger is None:
            return
        defined = ARE["defined"].search(text, start)
        if defined and defined.start() <= (term.start if term else at):
            start = defined.end()
            continue
        read = [*_joined(text, term)] if term else _read(text, at)
        yield from read
        start = max((piece.end for piece in read), default=at + 1)


def _next_term(text: str, start: int, stop: int, terms: Collection[str]) -> Piece | None:
    """The first word of `terms` that begins before `stop`: not within another word, nor before a number of its own."""
    places = [
        (at, -len(term), term)
        for term in terms
        if 0 <= (at := text.find(term, start, stop + len(term) - 1)) < stop
        and not (at and ARE["no_bare_after"].match(text, at - 1))
        and ARE["term_end"].match(text, at + len(term))
        and not _numbers(text, at, "consultation")
    ]
    if not places:
        return None
    at, _, term = min(places)
    return Piece(at, at + len(term), "defined", word=term)


def _read(text: str, at: int) -> list[Piece]:
    return (
        _series(text, at)
        or _numbers(text, at, "consultation")
        or _earlier(text, at)
        or _numbers(text, at, "answer")
        or _anaphor(text, at)
        or _also(text, at)
        or others(text, at)
        or _bare(text, at)
        or standing_alone(text, at)
        or joined_label(text, at)
        or _loose(text, at)
    )


def _series(text: str, at: int) -> list[Piece]:
    """諮問（不服）第948号: of another series, with all that a list joins."""
    match = ARE["series"].match(text, at)
    if match is None:
        return []
    first = Piece(at, match.end(), "consultation", number=number(match[2]), reason="series")
    return _list(text, first, "consultation", has_sign=True)


def _earlier(text: str, at: int) -> list[Piece]:
    """昨年の諮問, without a number."""
    match = ARE["said"].match(text, at)
    if match is None or not ARE["earlier"].search(text[max(0, at - _PREFIX) : at]):
        return []
    end = match.end() + (text[match.end() : match.end() + 1] == "書")
    return _joined(text, Piece(at, end, "consultation", reason="earlier"))


def _anaphor(text: str, at: int) -> list[Piece]:
    match = ARE["anaphor"].match(text, at)
    if match is None or (at and ARE["no_anaphor_after"].match(text, at - 1)):
        return []
    return _joined(text, Piece(at, match.end(), "anaphor", word=match[0]))


def _also(text: str, at: int) -> list[Piece]:
    """同第949号; 同第2の4."""
    if text[at] != "同" or (at and ARE["no_bare_after"].match(text, at - 1)):
        return []
    match = ARE["also"].match(text, at)
    if match:
        return _joined(text, _numbered(Piece(at, match.end(), "also", number=number(match[1]))))
    clauses = behind_also(text, at + 1)
    if not clauses:
        return []
    first = replace(clauses[0], start=at, owner="anaphor", word="同")
    return [first, *clauses[1:]]


def _bare(text: str, at: int) -> list[Piece]:
    """第948号 without the word 諮問."""
    signed = ARE["bare"].match(text, at)
    match = signed or ARE["bare_first"].match(text, at)
    value = number(match[1]) if match else None
    if match is None or value is None or value < FEWEST:
        return []
    listed = _list(text, Piece(at, match.end(), "bare", number=value), "bare", has_sign=signed is not None)
    return _unless_named_behind(text, listed) if listed else []


def _unless_named_behind(text: str, read: list[Piece]) -> list[Piece]:
    """第948号及び第949号議案."""
    if ARE["no_bare_before"].match(text, read[-1].end):
        return [Piece(read[0].start, read[-1].end, "other")]
    return read


def _loose(text: str, at: int) -> list[Piece]:
    """948号 without 第, or 948と949号: only where 諮問 are spoken of."""
    match = ARE["loose"].match(text, at)
    if match is None or (at and (text[at - 1] in ".,/-" or ARE["no_bare_after"].match(text, at - 1))):
        return []
    first = Piece(at, match.end(), "bare", number=number(match[1]), word="loose")
    listed = _list(text, first, "bare", has_sign=bool(match[2]))
    return _unless_named_behind(text, listed) if listed else []


def _numbers(text: str, at: int, owner: Owner) -> list[Piece]:
    """諮問第948号, with the numbers that follow it."""
    match = ARE[owner].match(text, at)
    if match is None:
        return []
    is_whole = owner == "answer" or ARE["adjoining"].fullmatch(match[1]) is not None
    has_sign = bool(match[4] or ARE["signed"].search(match[0]))
    value = number(match[3])
    is_likely = "第" in match[2] or (value or 0) >= FEWEST
    if not (has_sign or is_likely or is_whole):
        return []
    start = at if is_whole else match.start(2)
    first = Piece(start, match.end(), owner, number=value, word=match[1] if owner == "answer" else "")
    first = _led(_numbered(first), text[max(0, at - _PREFIX) : at])
    return _list(text, first, owner, has_sign=has_sign, is_plain=is_whole and is_likely)


def _led(piece: Piece, before: str) -> Piece:
    """With what stands before it: the town or council, the year, another meeting or series."""
    town = ARE["docket"].search(before) or ARE["elsewhere"].search(before)
    year = year_before(before)
    reason = "" if piece.reason or piece.owner == "answer" else _led_by(before, is_named=bool(town or year))
    name = (town[1] if town.re is ARE["elsewhere"] else town[0]) if town else ""
    return replace(piece, town=name, year=year, reason=reason or piece.reason)


def _led_by(before: str, *, is_named: bool) -> str:
    """The reason why what stands before a number makes it another one."""
    if ARE["of_assembly"].search(before):
        return "assembly"
    if ARE["earlier"].search(before):
        return "earlier"
    word = ARE["led_series"].search(before)
    return "series" if word and not is_named and not ARE["own_series"].search(word[0]) else ""


def _numbered(piece: Piece) -> Piece:
    return piece if piece.number else replace(piece, reason="no_number")


def _list(text: str, first: Piece, owner: Owner, *, has_sign: bool, is_plain: bool = False) -> list[Piece]:
    """The first number and all that 及び, 、 or から join to it, each with its clauses; the last has its 号."""
    read = _joined(text, first) if has_sign else [first]
    signed = len(read) if has_sign else 0
    last, is_signed = first, has_sign
    while True:
        following = _following(text, read, last, owner, is_signed=is_signed)
        if following is None:
            break
        more, last, is_signed = following
        read += more
        signed = len(read) if is_signed else signed
    if signed == 0:
        return [unsigned for piece in read for unsigned in _unsigned(text, piece)] if is_plain else []
    numbers = [piece for piece in read[:signed] if piece.number and piece.owner == owner]
    shared = first.reason if first.reason in OF_OTHERS else ""
    return [replace(piece, is_listed=len(numbers) > 1, reason=shared or piece.reason) for piece in read[:signed]]


def _following(
    text: str, read: list[Piece], last: Piece, owner: Owner, *, is_signed: bool
) -> tuple[list[Piece], Piece, bool] | None:
    """The pieces of the next number of a list, its own piece, and whether it has its 号."""
    at = read[-1].end
    close = at + 1 if text[at : at + 1] in (")", "」", "』") else at
    aside = ARE["aside"].match(text, close)
    joint, match = _next_number(text, aside.end() if aside else close, is_signed=is_signed)
    if match is None or (read[-1].clause and not match[2]) or (owner != "bare" and _is_of_other(text, match)):
        return None
    if ("諮問" if owner == "answer" else "答申") in match[0]:
        return None
    word = last.word if owner != "consultation" else ""
    piece = _numbered(Piece(match.start(), match.end(), owner, number=number(match[1]), word=word, town=last.town))
    if not joint:
        piece = replace(piece, runs_from=last.number)
    within = pieces(text, close, aside.end()) if aside else ()
    return [*within, *(_joined(text, piece) if match[2] else [piece])], piece, bool(match[2])


def _next_number(text: str, at: int, *, is_signed: bool) -> tuple[bool, Match[str] | None]:
    """The number that 及び joins to what ends at `at` (True), or with which a range ends (False)."""
    joint = ARE["and"].match(text, at)
    until = None if joint else ARE["until"].match(text, at)
    hyphen = None if joint or until else ARE["hyphen"].match(text, at)
    step = joint or until or hyphen
    match = ARE["number"].match(text, step.end()) if step else None
    if match is None or (hyphen and not (is_signed and match[2])):
        return False, None
    if until and until[1] in ("から", "より") and not (match[2] and ARE["made"].match(text, match.end())):
        return False, None
    return joint is not None, match


def _is_of_other(text: str, numbered: Match[str]) -> bool:
    """諮問第945号、第2号様式."""
    name = "no_bare_before" if (number(numbered[1]) or 0) < FEWEST else "other_noun"
    return bool(numbered[2]) and ARE[name].match(text, numbered.end()) is not None


def _unsigned(text: str, first: Piece) -> list[Piece]:
    """諮問第948 without its 号: of something else, or a slip."""
    if ARE["hyphen"].match(text, first.end):
        return [replace(first, reason="hyphen")]
    is_likely = (first.number or 0) >= FEWEST or "第" in text[first.start : first.end]
    return [replace(first, reason="no_sign")] if is_likely and ARE["follow"].match(text, first.end) else []


def _joined(text: str, owner: Piece) -> list[Piece]:
    """A number or anaphor with the clauses behind it: the first becomes one link with it where nothing parts them."""
    defined = ARE["defined"].match(text, owner.end)
    clauses, is_one = attached(text, defined.end() if defined else owner.end)
    if clauses and is_one and not defined and clauses[0].clause:
        return [owner.to(clauses[0]), *clauses[1:]]
    return [owner, *clauses]
