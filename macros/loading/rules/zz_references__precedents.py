"""A precedent (前例) that is in the archive must be older than the consultation that refers to it."""

from collections.abc import Iterator, Mapping

from macros.loading.zz_problems__finding import Finding
from macros.records.consultation import Consultation


def precedents_came_before(consultation: Consultation, numbered: Mapping[int, Consultation]) -> Iterator[Finding]:
    """Numbers alone may be in order where dates are not: then one of them is mistyped."""
    for clause in consultation.numbered_clauses:
        for position, use in enumerate(clause.clause.precedents):
            precedent = numbered.get(use.number)
            if precedent and precedent.consulted_on > consultation.consulted_on:
                yield Finding(
                    (*clause.at, "前例", position),
                    f"前例の諮問第{use.number}号（{precedent.consulted_on.iso}）は、この諮問"
                    f"（{consultation.consulted_on.iso}）より後の日付です。番号か諮問日を確かめてください。",
                )
