"""Precedents that should have a page here and have none. One that is older than the archive is simply 未収録."""

from collections.abc import Iterator

from macros.commands.zz_archive_notices__notice import Notice
from macros.derived.cross_references import CrossReferences


def missing_precedents(references: CrossReferences) -> Iterator[Notice]:
    """A precedent with a number from within the archive's own: likely a slip."""
    consultations = references.archive.consultations
    oldest = min((record.number for record in consultations if record.number), default=0)
    for consultation in consultations:
        for numbered in consultation.numbered_clauses:
            for precedent in numbered.clause.precedents:
                if 0 < oldest < precedent.number and references.numbered(precedent.number) is None:
                    said = f"{numbered.number} の前例、諮問第{precedent.number}号が収録されていません。番号を確かめてください。"
                    yield Notice(f"consultations/{consultation.id}.yml", said)
