"""The rules that data must obey. Each rule is a generator of findings; none reads a file."""

from macros.loading.leaks.scanner import leaks, leaks_in_comments, leaks_in_lines, leaks_in_message
from macros.loading.problems import Finding
from macros.loading.rules.answers import answer_is_sound, answers_agree
from macros.loading.rules.files import (
    MARK,
    is_hidden,
    name_problem,
    nothing,
    retired_addresses_lead_on,
    unfinished,
    unfinished_comments,
)
from macros.loading.rules.meetings import dates_have_sources, meeting_is_sound
from macros.loading.rules.names import (
    forms_are_distinct,
    names_are_known,
    new_names,
    synonyms_are_distinct,
    terms_are_not_acts,
    words_are_distinct,
)
from macros.loading.rules.referable import Known
from macros.loading.rules.references import (
    clauses_are_unique,
    is_named_after_its_number,
    precedents_are_earlier,
    precedents_came_before,
    references_lead_somewhere,
    structure_is_sound,
)
from macros.loading.rules.sums import sums_agree

CONSULTATION_RULES = (structure_is_sound, references_lead_somewhere, precedents_are_earlier, sums_agree)

__all__ = [
    "CONSULTATION_RULES",
    "MARK",
    "Finding",
    "Known",
    "answer_is_sound",
    "answers_agree",
    "clauses_are_unique",
    "dates_have_sources",
    "forms_are_distinct",
    "is_hidden",
    "is_named_after_its_number",
    "leaks",
    "leaks_in_comments",
    "leaks_in_lines",
    "leaks_in_message",
    "meeting_is_sound",
    "name_problem",
    "names_are_known",
    "new_names",
    "nothing",
    "precedents_came_before",
    "references_lead_somewhere",
    "retired_addresses_lead_on",
    "synonyms_are_distinct",
    "terms_are_not_acts",
    "unfinished",
    "unfinished_comments",
    "words_are_distinct",
]
