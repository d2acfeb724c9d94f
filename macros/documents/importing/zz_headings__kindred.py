"""What a heading that the form of its act does not have is about, told from the headings of all forms.

The same heading in another form says it; else the noun at its end, where all forms agree on it: 「…の相手方」.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.documents.extractors.zz_line__cleaning import without_qualifier
from macros.records.form import ClauseField, Form, FormClause

_PROSE: ClauseField = "要旨"
_PARTS_OF_HEADINGS = re.compile("の|する|及び|並びに|・")
_BOTH = re.compile("項目.*件数")


class Kindred(NamedTuple):
    """`form` says how to read the content; `noun` is what tells so, empty where the whole heading does."""

    form: FormClause
    noun: str


def kindred(heading: str, forms: Iterable[Form]) -> Kindred | None:
    """None where no form says anything about such a heading, or where it is about two things at once."""
    known = [clause for form in forms for clause in _clauses(form.clauses) if not clause.children]
    own = without_qualifier(heading)
    for clause in known:
        if own in map(without_qualifier, clause.headings):
            return Kindred(clause, "")
    if _BOTH.search(own):
        return None
    for noun, field in sorted(_nouns(known).items(), key=lambda pair: -len(pair[0])):
        if own.endswith(noun) and field != _PROSE:
            return Kindred(FormClause.model_validate({"番号": "1", "見出し": noun, "欄": field}), noun)
    return None


def _clauses(clauses: tuple[FormClause, ...]) -> Iterator[FormClause]:
    for clause in clauses:
        yield clause
        yield from _clauses(clause.children)


def _nouns(known: list[FormClause]) -> dict[str, ClauseField]:
    """The last noun of every heading with its field; prose where the forms disagree."""
    found: dict[str, ClauseField] = {}
    for clause in known:
        for heading in clause.headings:
            noun = _PARTS_OF_HEADINGS.split(without_qualifier(heading))[-1]
            found[noun] = clause.field if found.get(noun, clause.field) == clause.field else _PROSE
    return {noun: field for noun, field in found.items() if noun}
