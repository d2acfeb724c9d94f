"""Each form belongs to an act of the vocabulary, and no act has two."""

from collections.abc import Iterator, Sequence

from macros.loading.zz_problems__finding import Finding
from macros.records.form import Form
from macros.records.vocabulary import Words


def forms_are_distinct(forms: Sequence[Form | None], acts: Words) -> Iterator[Finding]:
    """In file order; None stands for a form that could not be read."""
    seen: set[str] = set()
    for position, form in enumerate(forms):
        if form is None:
            continue
        if acts.lacks(form.act):
            known = "、".join(act.name for act in acts.entries)
            yield Finding((position, "行為"), f"「{form.act}」は行為の語彙にありません。あるのは {known} です。")
        elif form.act in seen:
            yield Finding((position, "行為"), f"「{form.act}」の様式が2つあります。1つにまとめてください。")
        seen.add(form.act)
