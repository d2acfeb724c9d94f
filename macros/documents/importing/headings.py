"""Where the heading of a section ends and its content begins, and which clause of the form it is.

A heading that the form of its act does not have is told from the headings of all forms.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from macros.documents.extractors.line import Line, closed_up, squeezed, without_qualifier
from macros.documents.importing.questions import Doubtful
from macros.documents.importing.sections import Section
from macros.records.form import ClauseField, Form, FormClause

_PROSE: ClauseField = "要旨"
_PARTS_OF_HEADINGS = re.compile("の|する|及び|並びに|・")
_BOTH = re.compile("項目.*件数")
# How councils whose forms we do not have head what every such paper says.
_COMMON: tuple[tuple[ClauseField, str], ...] = (
    ("件数", "件数|人数|対象者数"),
    ("期間", "期間|時期|予定日|開始日|終了日"),
    ("相手方", "提供先|委託先|収集先|相手方"),
    ("対象", "対象者?"),
    ("流れ", "項目|個人情報|(?<!公開)情報"),
)


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
            return Kindred(_of_field(noun, field), noun)
    common = next((kept for kept, words in _COMMON if re.fullmatch(f".*(?:{words})", own)), None)
    return Kindred(_of_field(own, common), own) if common else None


def _of_field(heading: str, field: ClauseField) -> FormClause:
    return FormClause.model_validate({"番号": "1", "見出し": heading, "欄": field})


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


_LONGEST = 60  # characters of a heading that no form knows
_MOST_LINES = 3  # of the content that a long heading may run over


class Headed(NamedTuple):
    """The clause of the form (None: none fits), the heading as printed, and the lines of the content."""

    form: FormClause | None
    heading: Any
    body: list[Line]


def headed(
    section: Section, expected: tuple[FormClause, ...] | None, forms: tuple[Form, ...], *, is_top: bool
) -> Headed:
    """`expected` are the clauses of the form at this level (None: the act has no form), `forms` those of all acts.

    `is_top` says whether this is the level below the part.
    """
    known = _known(section, expected or ()) or _with_content(section, expected or ())
    return known or _unknown(section, expected, forms, is_top=is_top)


def headed_within(section: Section, form: FormClause) -> Headed:
    """ア, イ below a clause whose form knows no such numbers: each says the same kind of thing as the clause."""
    text = section.label.rest
    has_content = bool(section.children) or _says(section.lines)
    if has_content and len(text) <= _LONGEST and not re.search("[、。]", text) and not section.line.is_full:
        return Headed(form, closed_up(text), section.lines)
    return Headed(form, None, [_rest(section, text), *section.lines])


def form_headings(clauses: tuple[FormClause, ...]) -> Iterator[str]:
    """Every heading of a form at any depth."""
    for clause in clauses:
        yield from clause.headings
        yield from form_headings(clause.children)


def _known(section: Section, expected: tuple[FormClause, ...]) -> Headed | None:
    """A heading of the form, perhaps over several lines."""
    for taken in range(min(_MOST_LINES, len(section.lines)) + 1):
        text = section.label.rest + "".join(line.text for line in section.lines[:taken])
        for same in (squeezed, without_qualifier):
            for form in expected:
                if same(text) in map(same, form.headings):
                    return Headed(form, closed_up(text), section.lines[taken:])
    return None


def _with_content(section: Section, expected: tuple[FormClause, ...]) -> Headed | None:
    """A heading of the form with its content on the same line: 「１．対象者　予約サイトを利用する者」."""
    text = section.label.rest
    for form in expected:
        for known in form.headings:
            if re.match(re.escape(known) + r"[\s：:]", text):
                return Headed(form, known, [_rest(section, text[len(known) :].strip(" ：:\t")), *section.lines])
    return None


def _unknown(
    section: Section, expected: tuple[FormClause, ...] | None, forms: tuple[Form, ...], *, is_top: bool
) -> Headed:
    """A heading that no form knows is asked about; a section without one is all content."""
    text = section.label.rest
    has_content = bool(section.children) or _says(section.lines)
    is_short = bool(text) and "。" not in text and len(text) <= _LONGEST and not section.line.is_full
    is_short = is_short and (is_top or "、" not in text)
    if is_short and (is_top or has_content):
        text, *said = re.split(r"\s*[：:]\s*|\s*\t\s*|\s{2,}", text, maxsplit=1)
        body = [*(_rest(section, each) for each in said if each), *section.lines]
        near = _nearest(text, expected or ())
        told = kindred(text, forms)
        form = told.form if told and not (near and near.field != "要旨") else near
        question = _question(near, told if form is not near else None, has_form=expected is not None)
        if not question and not section.children and not _says(body):
            question = "見出しだけで、内容がありません。内容も同じ行にあれば、分けてください。"
        heading = Doubtful(closed_up(text), (section.line,), question) if question else closed_up(text)
        return Headed(form, heading, body)
    return Headed(None, None, [_rest(section, text), *section.lines] if text else section.lines)


def _question(near: FormClause | None, told: Kindred | None, *, has_form: bool) -> str:
    """Empty where the heading stands in some form, or the act has none, which is asked about once."""
    if told and not told.noun:
        return ""
    read = f"「{told.noun}」とあるので「{told.form.field}」に書きました。" if told else ""
    if not has_form:
        return read and f"{read}確かめてください。"
    hint = f"「{near.heading}」と同じことなら" if near else "様式に加えるなら"
    return f"様式にない見出しです。{read}{hint}、data/vocabulary/forms.yml の「別の見出し」に書けます。"


def _says(lines: list[Line]) -> bool:
    return any(line.text and not line.ignored for line in lines)


def _nearest(text: str, expected: tuple[FormClause, ...]) -> FormClause | None:
    by_heading = {heading: form for form in expected for heading in form.headings}
    near = get_close_matches(text, by_heading, n=1, cutoff=0.6)
    return by_heading[near[0]] if near else None


def _rest(section: Section, text: str) -> Line:
    """What is left of the first line of a section."""
    return Line(section.line.number, text, is_full=section.line.is_full)
