"""`make screenshots` takes every template there is; what neither archive can show is named, with the reason."""

from macros.site.placeholders import TEMPLATES as SNIPPETS
from tests.archives import ROOT
from tests.screenshots import GIVEN_UP, shots

TEMPLATES = ROOT / "overrides"
NOT_TAKEN = {
    "answers-older": "the older leaf of a long list of 答申",
    "consultations-older": "the older leaf of a long list of 諮問",
    "consultations-version_unreadable": "an old version that today's forms cannot read",
    "consultations-version_withheld": "an old version that would leak",
    "meetings-older": "the older leaf of a long list of 会議",
    "words-group": "one group of a list of more words than fill a page",
    "words-matrix_group": "one group of a matrix of more 業務 than fill a page",
}
WITHIN = ("citing", "frame", "flow_pictures", "retired")  # rooms whose templates are parts of other pages


def test_every_template_of_a_page_is_taken_or_named_with_a_reason() -> None:
    names = {path.relative_to(TEMPLATES).with_suffix("").as_posix() for path in TEMPLATES.glob("*/*.html")}
    whole = {name for name in names if not name.split("/")[1].startswith("_") and name.split("/")[0] not in WITHIN}
    snippets = {template.removesuffix(".html") for template in SNIPPETS.values()}
    taken = {shot.name for shot in shots()}
    assert {name.replace("/", "-") for name in whole - snippets} - taken == set(NOT_TAKEN)


def test_every_page_that_stands_for_one_given_up_is_taken() -> None:
    assert GIVEN_UP.keys() <= {shot.name for shot in shots()}


def test_no_picture_replaces_another() -> None:
    names = [shot.name for shot in shots()]
    assert len(names) == len(set(names))
