"""What one clause says of another clause (準用) or of an earlier consultation (前例) must lead somewhere."""

from collections.abc import Iterator

from macros.loading.zz_problems__finding import Finding
from macros.records.clause import NumberedClause
from macros.records.consultation import Consultation


def references_lead_somewhere(consultation: Consultation) -> Iterator[Finding]:
    """A 準用 names a clause that exists and does not come back to itself."""
    numbers = [str(numbered.number) for numbered in consultation.numbered_clauses]
    for numbered in consultation.numbered_clauses:
        see = numbered.clause.see
        if see is None:
            continue
        at = (*numbered.at, "準用")
        if consultation.clause(see.target) is None:
            known = "、".join(numbers)
            yield Finding(at, f"準用先の「{see.target}」という条項はありません。ある条項は {known} です。")
        elif _comes_back(consultation, numbered):
            yield Finding(
                at, f"「{numbered.number}」の準用をたどると元に戻ります。本文のある条項を指すようにしてください。"
            )


def _comes_back(consultation: Consultation, start: NumberedClause) -> bool:
    seen = {start.number.anchor}
    see = start.clause.see
    while see is not None:
        if see.target.anchor in seen:
            return True
        seen.add(see.target.anchor)
        target = consultation.clause(see.target)
        see = target.see if target else None
    return False


def precedents_are_earlier(consultation: Consultation) -> Iterator[Finding]:
    """A precedent has a smaller number than the consultation that refers to it."""
    for numbered in consultation.numbered_clauses:
        for position, precedent in enumerate(numbered.clause.precedents):
            if consultation.number and precedent.number >= consultation.number:
                yield Finding(
                    (*numbered.at, "前例", position),
                    f"前例の諮問第{precedent.number}号は、この諮問（第{consultation.number}号）より前の番号ではありません。"
                    "番号を確かめてください。",
                )
