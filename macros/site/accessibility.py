"""What the accessibility statement says: every criterion of JIS X 8341-3:2016 AA and of WCAG 2.2 AA, with its result.

The results stand in `criteria.yml`; tests/test_conformance.py ties them to the tests that they name.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from macros.loading.problems import ProblemsFound
from macros.loading.yaml_reader import read
from macros.site.zz_accessibility__criterion import Criterion

_CRITERIA = Path(__file__).parent / "accessibility_criteria.yml"


@dataclass(frozen=True)
class Conformance:
    """All criteria in the order of their numbers."""

    criteria: tuple[Criterion, ...]

    @property
    def standard(self) -> tuple[Criterion, ...]:
        """The 38 of JIS X 8341-3:2016, which are those of WCAG 2.0."""
        return tuple(criterion for criterion in self.criteria if criterion.since == "2.0")

    @property
    def newer(self) -> tuple[Criterion, ...]:
        """What WCAG 2.1 and 2.2 add."""
        return tuple(criterion for criterion in self.criteria if criterion.since != "2.0")


def met(criteria: tuple[Criterion, ...], level: str) -> str:
    """25項目のうち25項目: how many of `level` are met."""
    of_level = [criterion for criterion in criteria if criterion.level == level]
    return f"{len(of_level)}項目のうち{sum(criterion.result == '適合' for criterion in of_level)}項目"


@cache
def conformance() -> Conformance:
    """The committed results. Raises ProblemsFound, and pydantic's ValidationError."""
    document, problems = read(_CRITERIA)
    if problems:
        raise ProblemsFound(problems)
    return Conformance(TypeAdapter(tuple[Criterion, ...]).validate_python(document.values))
