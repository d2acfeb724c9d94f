"""Papers dated before their 諮問. Rare, and as often a slip as a fact: what the source says must stay publishable."""

from collections.abc import Iterator

from macros.commands.zz_archive_notices__notice import Notice
from macros.loading.archive import Archive


def early_papers(archive: Archive) -> Iterator[Notice]:
    """One for each consultation whose 資料日 comes before its 諮問日."""
    for consultation in archive.consultations:
        document_date = consultation.document_date
        if document_date and document_date < consultation.consulted_on:
            yield Notice(
                f"consultations/{consultation.id}.yml",
                f"資料日（{document_date.iso}）が諮問日（{consultation.consulted_on.iso}）より前です。"
                "写しまちがいでなければ、そのままでかまいません。",
            )
