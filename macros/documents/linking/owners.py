"""Whose a piece of a citation is: the 諮問 or answer that it names, refers back to, or stands beside.

The same stands in `overrides/assets/linking/owners.js`.
"""

from macros.documents.linking.citation import FEWEST, Piece
from macros.documents.linking.context import NEAREST, Mentions, Scope
from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.grammar import REASONS
from macros.documents.linking.other_bodies import is_elsewhere
from macros.documents.linking.targets import References, Target

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
    return _referred(piece, before, text, scope)


def _answer(piece: Piece, references: References) -> Owner:
    if piece.reason:
        raise Unclear("" if piece.reason == "no_sign" else piece.reason)
    if is_elsewhere(piece.town, "", references):
        raise Unclear("elsewhere")
    name = f"{piece.word}第{piece.number}号"
    return name, references.by_name.get(name)


def _named(piece: Piece, text: str, references: References, scope: Scope) -> Owner:
    target = references.by_number.get(piece.number or 0)
    reason = _why_not(piece, target, text, references, scope)
    if reason:
        if reason[0]:  # whatever it is, 同諮問 behind it means nothing else
            said = piece.town + text[piece.start : piece.end]
            scope.mention(piece.start, said, None, is_topic=is_topic(text, piece.end))
        raise Unclear(*reason)
    name = f"諮問第{piece.number}号"
    scope.mention(piece.start, name, target, is_topic=is_topic(text, piece.end))
    return name, target


def _why_not(piece: Piece, target: Target | None, text: str, references: References, scope: Scope) -> tuple[str, ...]:
    """The reason, with what it is about, why a number says nothing certain; empty where it does."""
    if piece.reason == "no_sign":
        return ("no_sign" if target else "",)
    if piece.reason:
        return (piece.reason,)
    begun = sentence_start(text, piece.start)
    since = max([0, *(at for at, _, _ in scope.spoken)])
    is_of_statute = ARE["statute_number"].search(text[since : piece.start]) is not None
    is_ours = (
        scope.passage and not (is_of_statute or scope.is_of_other(begun)) and (target or (piece.number or 0) >= FEWEST)
    )
    if piece.owner == "also" and not is_ours:
        return ("not_said" if target else "",)
    if is_elsewhere(piece.town, text[begun : piece.start], references):
        return ("elsewhere",)
    if piece.year and target and piece.year not in target.years:
        return ("other_year", target.name, "・".join(target.years))
    return ()


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
    scope.mention(piece.start, target.name, target, is_topic=is_topic(text, piece.end))
    return target.name, target


def _previous(scope: Scope) -> Owner:
    if scope.previous is None:
        raise Unclear("nobody")
    return scope.previous


def _referred(piece: Piece, before: Piece | None, text: str, scope: Scope) -> Owner:
    """同諮問, 本件, or a clause that stands alone."""
    if before and piece.word and scope.previous and not before.is_listed and _is_joint(text[before.end : piece.start]):
        return scope.previous
    if piece.word == "同号" and ARE["statute_number"].search(text[: piece.start]):
        raise Unclear("statute")
    if _is_sibling(piece) and scope.last is None:
        raise Unclear("nobody")
    sentence = sentence_start(text, piece.start)
    if piece.word in ("", "同") and (scope.is_of_other(sentence) or _is_of_paper(piece, text, sentence, scope)):
        raise Unclear("owned")
    if _is_sibling(piece) and scope.cited and scope.cited[0] < sentence:
        _only(scope.owners)
    chained = None if piece.word else _chained(piece, text, sentence, scope)
    if chained:
        scope.previous = chained
        return chained
    name, target = _only(scope.candidates(piece.word, sentence))
    if piece.word not in NEAREST and name not in scope.topics:
        raise Unclear("nobody")
    scope.previous = name, target
    return name, target


def _is_sibling(piece: Piece) -> bool:
    """同(2)."""
    return piece.word == "同" and piece.clause is not None and piece.clause.relation == "sibling"


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
