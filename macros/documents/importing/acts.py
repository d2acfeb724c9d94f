"""Which acts a 諮問 is about and for which operations: read from its title, its parts and the forms."""

import re
from typing import Any, NamedTuple

from macros.documents.extractors.line import squeezed
from macros.documents.importing.sections import Section
from macros.records.form import Form
from macros.records.vocabulary import Vocabulary

_QUOTED = re.compile(r"「([^「」]+)」")
_PLAIN = re.compile(r"(.+?業務)(?:における|の)")


class ActInTitle(NamedTuple):
    """An act with the operations that the title names for it, and those that its data comes from."""

    act: str
    operations: tuple[str, ...]
    sources: tuple[str, ...]


def operations(title: str, text: str, vocabulary: Vocabulary) -> tuple[list[str], bool]:
    """The operations, and whether they are certain: those in 「 」 are; a name of the vocabulary in the text is not."""
    quoted = [name for name in _QUOTED.findall(title) if name.endswith(("業務", "事務", "事業"))]
    if quoted:
        return list(dict.fromkeys(quoted)), True
    known = [entry.name for entry in vocabulary.of("operations").entries]
    for where in (title, text):
        found = [name for name in known if squeezed(name) in squeezed(where)]
        if found:
            return found, False
    plain = _PLAIN.match(title)
    return [plain[1]] if plain else [], False


def acts_in(title: str, vocabulary: Vocabulary) -> list[ActInTitle]:
    """In printed order. Each act takes the quoted operations between the act before it and itself."""
    places = sorted(
        (place, name, entry.name)
        for entry in vocabulary.of("acts").entries
        for name in (entry.name, *entry.aliases)
        if (place := title.find(name)) >= 0
    )
    found: list[ActInTitle] = []
    start = 0
    for place, name, act in places:
        segment = title[start:place]
        start = place + len(name)
        quoted = _QUOTED.findall(segment)
        destination = _QUOTED.findall(segment.rpartition("における")[2])
        if destination and len(quoted) > len(destination):
            found.append(ActInTitle(act, tuple(destination), tuple(quoted[: -len(destination)])))
        else:
            found.append(ActInTitle(act, tuple(quoted), ()))
    return list({each.act: each for each in found}.values())


def act_of(heading: str, sections: list[Section], title: str, vocabulary: Vocabulary) -> tuple[str | None, bool]:
    """The act of a part and whether it is certain: named in its heading, or the form that fits its clauses best."""
    named = acts_in(heading, vocabulary) or (acts_in(title, vocabulary) if not heading else [])
    if len(named) == 1:
        return named[0].act, True
    best = max(vocabulary.forms, key=lambda form: _fit(form, sections), default=None)
    if best is not None and _fit(best, sections):
        return best.act, False
    titled = acts_in(title, vocabulary)
    named = named or (titled if len(titled) == 1 else [])
    return (named[0].act if named else None), False


def _fit(form: Form, sections: list[Section]) -> int:
    headings = {squeezed(section.label.rest) for section in sections}
    return sum(any(squeezed(heading) in headings for heading in clause.headings) for clause in form.clauses)


def values(named: ActInTitle) -> dict[str, Any]:
    """A part of a 諮問 of which only the cover sheet is at hand."""
    return {
        "行為": named.act,
        "業務": list(named.operations) or None,
        "元の業務": list(named.sources) or None,
    }
