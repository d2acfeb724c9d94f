"""A term is explained in one place: what an act means stands with the acts."""

from collections.abc import Iterator

from macros.loading.zz_problems__finding import Finding
from macros.records.vocabulary import Words


def terms_are_not_acts(terms: Words, acts: Words) -> Iterator[Finding]:
    """No term has the name or an alias of an act."""
    for position, term in enumerate(terms.entries):
        for name in (term.name, *term.aliases):
            if name and acts.find(name):
                yield Finding(
                    (position, "名前" if name == term.name else "別名"),
                    f"「{name}」は行為です。ここから消し、説明は data/vocabulary/acts.yml に書いてください。",
                )
