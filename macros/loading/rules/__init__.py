"""The rules that data must obey. Each rule is a generator of findings; none reads a file."""

from macros.loading.leaks.scanner import leaks, leaks_in_comments, leaks_in_lines
from macros.loading.rules.answers import answer_is_sound, answers_agree
from macros.loading.rules.files import is_hidden, name_problem
from macros.loading.rules.meetings import meeting_is_sound
from macros.loading.rules.names import (
    names_are_known,
    new_names,
    schedule_names_are_known,
    synonyms_are_distinct,
    words_are_distinct,
)
from macros.loading.rules.referable import Known
from macros.loading.rules.references import clauses_are_unique, is_named_after_its_number, structure_is_sound
from macros.loading.rules.sums import sums_agree
from macros.loading.rules.zz_files__nothing import nothing
from macros.loading.rules.zz_files__retired import retired_addresses_lead_on
from macros.loading.rules.zz_files__unfinished import MARK, unfinished, unfinished_comments
from macros.loading.rules.zz_meetings__schedules import dates_have_sources
from macros.loading.rules.zz_names__forms import forms_are_distinct
from macros.loading.rules.zz_names__terms import terms_are_not_acts
from macros.loading.rules.zz_references__precedents import precedents_came_before
from macros.loading.rules.zz_references__references import precedents_are_earlier, references_lead_somewhere
from macros.loading.zz_problems__finding import Finding

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
    "meeting_is_sound",
    "name_problem",
    "names_are_known",
    "new_names",
    "nothing",
    "precedents_came_before",
    "references_lead_somewhere",
    "retired_addresses_lead_on",
    "schedule_names_are_known",
    "synonyms_are_distinct",
    "terms_are_not_acts",
    "unfinished",
    "unfinished_comments",
    "words_are_distinct",
]
