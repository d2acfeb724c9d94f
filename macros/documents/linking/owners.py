"""Whose a piece of a citation is: the 諮問 or answer that it names, refers back to, or stands beside.

The same stands in `overrides/assets/linking/owners.js`.
"""

from macros.documents.linking.citation import FEWEST, OF_OTHERS, ClauseText, Piece
from macros.documents.linking.context import NEAREST, Mentions, Scope
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.other_bodies import is_elsewhere, is_named_ours
from macros.documents.linking.targets import References, Target
from macros.records.clause_number import ClauseNumber

_OF_ANOTHER = (*OF_OTHERS, "elsewhere", "other_year", "foreign")
_NESTED = 2  # labels of a clause that has others beside it in brackets: 10(1)
_NAMED = 4  # candidates in one sentence

Owner = tuple[str, Target | None]
"""A name, and what it leads to; None for what the archive has not."""


class Unclear(Exception):
    """Nothing can be said of whose it is; with a sentence for the author, or without where it is no citation."""

    def __init__(self, reason: str = "", *about: str) -> None:
        self.sentence = REASONS[reason].format(*about) if reason else ""
        super().__init__(self.sentence)


def owner_of(piece: Piece, before: Piece | None, text: str, references: References, scope: Scope) -> Owner:
    """Raises Unclear. A 諮問 that is named becomes a mention of `scope`."""
    if piece.owner == "answer":
        return _answer(piece, references)
    if piece.owner == "bare":
        return _bare(piece, text, references, scope)
    if piece.owner in ("consultation", "also"):
        return _named(piece, text, references, scope)
    if piece.reason:
        raise Unclear(piece.reason)
    if piece.owner == "previous":
        return _previous(scope)
    if piece.owner == "defined":
        return _defined(piece, text, scope)
    return _referred(piece, before, text, references, scope)


def _answer(piece: Piece, references: References) -> Owner:
    if piece.reason:
        raise Unclear("" if piece.reason == "no_sign" else piece.reason)
    name = f"{piece.word}第{piece.number}号"
    target = references.by_name.get(name)
    is_marked = ARE["docket"].search(piece.town) is not None
    if is_elsewhere(piece.town, "", references) and (target or not is_marked):
        raise Unclear("other_answer")
    return name, target


def _named(piece: Piece, text: str, references: References, scope: Scope) -> Owner:
    target = references.by_number.get(piece.number or 0)
    reason = _why_not(piece, target, text, references, scope)
    if reason:
        if reason[0]:  # whatever it is, 同諮問 behind it means nothing else
            words = piece.town + text[piece.start : piece.end]
            scope.mention(piece.start, words, None, is_topic=is_topic(text, piece.end))
        if reason[0] in _OF_ANOTHER and piece.number:
            scope.foreign.add(piece.number)
        raise Unclear(*reason)
    name = f"諮問第{piece.number}号"
    scope.mention(piece.start, name, target, is_topic=is_topic(text, piece.end))
    return name, target


def _why_not(piece: Piece, target: Target | None, text: str, references: References, scope: Scope) -> tuple[str, ...]:
    """The reason, with what it is about, why a number says nothing certain; empty where it does."""
    if piece.reason == "no_sign":
        return ("no_sign" if target else "",)
    if piece.reason and not (piece.reason == "earlier" and piece.number and target is None):
        return (piece.reason,)
    begun = sentence_start(text, piece.start)
    since = max([0, *(at for at, _, _ in scope.spoken)])
    is_of_statute = ARE["statute_number"].search(text[since : piece.start]) is not None
    is_ours = (
        scope.passage and not (is_of_statute or scope.is_of_other(begun)) and (target or (piece.number or 0) >= FEWEST)
    )
    if piece.owner == "also" and not is_ours:
        return ("not_said" if target else "",)
    return _of_another(piece, target, text, references, scope)


def _of_another(
    piece: Piece, target: Target | None, text: str, references: References, scope: Scope
) -> tuple[str, ...]:
    """The same, of what stands around the number."""
    if ARE["to_assembly"].match(text, piece.end):
        return ("assembly",)
    if is_elsewhere(piece.town, text[sentence_start(text, piece.start) : piece.start], references):
        return ("elsewhere",)
    if piece.year and target and piece.year not in target.years:
        return ("other_year", target.name, "・".join(target.years))
    if _is_foreign(piece, text, references, scope):
        return ("foreign",)
    return ()


def _is_foreign(piece: Piece, text: str, references: References, scope: Scope) -> bool:
    """The passage knows this number as another body's alone, and nothing here says that it is ours."""
    is_of_both = f"諮問第{piece.number}号" in scope.passage or piece.year
    before = text[sentence_start(text, piece.start) : piece.start]
    return piece.number in scope.foreign and not is_of_both and not is_named_ours(piece.town, before, references)


def certain_number(piece: Piece, text: str, references: References, scope: Scope) -> int:
    """The number that stands here, of a 諮問 of ours; 0 where that is not certain."""
    target = references.by_number.get(piece.number or 0)
    if piece.owner == "other" or _why_not(piece, target, text, references, scope):
        return 0
    return piece.number or 0


def is_topic(text: str, end: int) -> bool:
    """Whether what ends here is what the sentence is about."""
    return ARE["topic"].match(text, end) is not None


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that goes on at `at`."""
    return text.rfind("。", 0, at) + 1


def _bare(piece: Piece, text: str, references: References, scope: Scope) -> Owner:
    """第948号 alone: a 諮問 if the archive has it. Else it may be anything, and is told only where 諮問 are spoken of."""
    target = references.by_number.get(piece.number or 0)
    if piece.reason:
        raise Unclear(piece.reason if target else "")
    if target is None:
        raise Unclear("not_said" if scope.is_said else "")
    if is_elsewhere("", text[sentence_start(text, piece.start) : piece.start], references):
        raise Unclear("elsewhere")
    if _is_foreign(piece, text, references, scope):
        raise Unclear("foreign")
    scope.mention(piece.start, target.name, target, is_topic=is_topic(text, piece.end))
    return target.name, target


def _defined(piece: Piece, text: str, scope: Scope) -> Owner:
    """What the minutes have called by this word."""
    meant = scope.terms.get(piece.word)
    if meant is None:
        raise Unclear("nobody" if piece.clause else "")
    scope.mention(piece.start, *meant, is_topic=is_topic(text, piece.end))
    return meant


def _previous(scope: Scope) -> Owner:
    if scope.previous is None:
        raise Unclear("nobody")
    return scope.previous


def _referred(piece: Piece, before: Piece | None, text: str, references: References, scope: Scope) -> Owner:
    """同諮問, 本件, or a clause that stands alone."""
    if before and piece.word and scope.previous and not before.is_listed and _is_joint(text[before.end : piece.start]):
        return scope.previous
    if piece.word == "同号" and ARE["statute_number"].search(text[: piece.start]):
        raise Unclear("statute")
    sentence = sentence_start(text, piece.start)
    if _is_lone_label(piece) and (scope.clause_end <= sentence or (scope.last and len(scope.last[1].labels) < _NESTED)):
        raise Unclear
    if _is_sibling(piece) and scope.last is None:
        raise Unclear("nobody")
    if piece.word in ("", "同") and (scope.is_of_other(sentence) or _is_of_paper(piece, text, sentence, scope)):
        raise Unclear("owned")
    if piece.word in ("", "同") and _is_of_place(piece, text, sentence, references, scope):
        raise Unclear("elsewhere")
    if _is_sibling(piece) and scope.cited and scope.cited[0] < sentence:
        _only(scope.owners)
    chained = None if piece.word else _chained(piece, text, sentence, scope)
    if _is_lone_label(piece) and chained is None:
        raise Unclear("nobody")
    if chained:
        scope.previous = chained
        return chained
    candidates = scope.candidates(piece.word, sentence)
    name, target = _only(candidates if piece.word in NEAREST else _having(piece.clause, candidates))
    if piece.word not in NEAREST and name not in scope.topics:
        raise Unclear("nobody")
    scope.previous = name, target
    return name, target


def _is_sibling(piece: Piece) -> bool:
    """同(2)."""
    return piece.word in ("", "同") and piece.clause is not None and piece.clause.relation == "sibling"


def _is_lone_label(piece: Piece) -> bool:
    """(2), behind the clause of which it may be."""
    return not piece.word and _is_sibling(piece)


def _having(clause: ClauseText | None, candidates: Mentions) -> Mentions:
    """Of several 諮問 whose clauses are all known, those that have this one."""
    targets = [target for target in candidates.values() if target and target.has_body]
    if clause is None or clause.relation != "whole" or len(candidates) == 1 or len(targets) < len(candidates):
        return candidates
    number = ClauseNumber(clause.part, clause.labels)
    having: Mentions = {name: target for name, target in candidates.items() if target and target.has(number)}
    return having if len(having) == 1 else candidates


def _is_of_place(piece: Piece, text: str, sentence: int, references: References, scope: Scope) -> bool:
    """「川崎市の例では、第1の5(1)に」: another place is spoken of since the last 諮問 in the sentence."""
    since = max([sentence, *(at for at, _, _ in scope.spoken)])
    return is_elsewhere("", text[since : piece.start], references)


def _is_of_paper(piece: Piece, text: str, sentence: int, scope: Scope) -> bool:
    """「答申では、第2の3に」: another document is spoken of since the last 諮問 in the sentence."""
    since = max([sentence, *(at for at, _, _ in scope.spoken)])
    return ARE["paper_said"].search(text[since : piece.start]) is not None


def _only(candidates: Mentions) -> Owner:
    if len(candidates) == 1:
        return next(iter(candidates.items()))
    names = list(candidates)
    if not names:
        raise Unclear("nobody")
    raise Unclear("several", "、".join(names[:_NAMED]) + ("など" if names[_NAMED:] else ""))


def _chained(piece: Piece, text: str, sentence: int, scope: Scope) -> Owner | None:
    """「第949号の第1の5(1)と同様に、第1の7は」: of which of the two that compares, only a heading could tell."""
    if scope.cited is None or scope.cited[0] < sentence:
        return None
    is_compared = ARE["compared"].search(text[scope.cited[0] : piece.start]) is not None
    if is_compared and not scope.subject and not scope.is_about:
        raise Unclear("nobody")
    return scope.chained()


def _is_joint(between: str) -> bool:
    return ARE["and"].fullmatch(between) is not None
