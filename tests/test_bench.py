"""What the benchmarks take hold of is there. What they measure is nobody's to assert."""

from tests.bench import figures
from tests.bench.timed_hooks import STAGES


def test_every_stage_that_is_timed_is_a_function_of_the_build() -> None:
    assert all(callable(getattr(module, name, None)) for module, name in STAGES)


def test_a_table_of_figures_is_read_as_it_was_written() -> None:
    columns = figures.columns("building")
    assert {9, 1000} <= columns.keys()
    assert all("whole build, CPU s" in column for column in columns.values())
