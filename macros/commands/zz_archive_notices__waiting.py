"""Consultations that have waited for an answer longer than their council expects."""

from collections.abc import Iterator
from datetime import date

from macros.commands.zz_archive_notices__notice import Notice
from macros.derived.cross_references import CrossReferences


def overdue(references: CrossReferences, today: date) -> Iterator[Notice]:
    """One for each; none where `data/council.yml` sets no 答申の目安月数."""
    months = references.archive.council.months_to_answer
    for consultation in references.archive.consultations if months else ():
        waited = _months_between(consultation.consulted_on.first_day, today)
        if waited >= (months or 0) and references.status(consultation).is_open:
            label = references.status(consultation).label
            yield Notice(
                f"consultations/{consultation.id}.yml",
                f"{consultation.name}は、諮問日（{consultation.consulted_on.iso}）から{waited}か月たちますが「{label}」です。"
                f"答申があれば data/answers/ に加えてください。",
            )


def _months_between(earlier: date, later: date) -> int:
    """Whole months."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
