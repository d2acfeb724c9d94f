"""Clauses that are a number and a heading and nothing else: a summary may have been forgotten."""

from collections.abc import Iterator

from macros.commands.zz_archive_notices__notice import Notice
from macros.loading.archive import Archive
from macros.records.clause import Clause


def empty_clauses(archive: Archive) -> Iterator[Notice]:
    """One for each."""
    for consultation in archive.consultations:
        for numbered in consultation.numbered_clauses:
            if _is_empty(numbered.clause):
                yield Notice(
                    f"consultations/{consultation.id}.yml",
                    f"{numbered.number} には、番号と見出ししか書かれていません。資料に文があれば、「要旨」を書いてください。",
                )


def _is_empty(clause: Clause) -> bool:
    return not clause.model_fields_set - {"label", "heading"}
