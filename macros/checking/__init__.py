"""The rules that data must obey. Each rule is a generator of findings; none reads a file."""

from macros.checking.finding import Finding
from macros.checking.leaks import leaks
from macros.checking.names import names_are_known, synonyms_are_distinct, words_are_distinct
from macros.checking.references import precedents_are_earlier, references_lead_somewhere
from macros.checking.schedules import dates_have_sources
from macros.checking.structure import is_named_after_its_number, structure_is_sound
from macros.checking.sums import sums_agree

CONSULTATION_RULES = (structure_is_sound, references_lead_somewhere, precedents_are_earlier, sums_agree)

__all__ = [
    "CONSULTATION_RULES",
    "Finding",
    "dates_have_sources",
    "is_named_after_its_number",
    "leaks",
    "names_are_known",
    "synonyms_are_distinct",
    "words_are_distinct",
]
