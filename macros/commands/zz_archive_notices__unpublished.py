"""A site that nobody has said is published: until then no change of a record is news."""

from collections.abc import Iterator

from macros.commands.zz_archive_notices__notice import Notice
from macros.records.council import Site


def unpublished(site: Site) -> Iterator[Notice]:
    """One where `data/council.yml` has no 公開日."""
    if site.published_on is None:
        yield Notice(
            "council.yml",
            "「サイト」に「公開日」がありません。公開したら、その日を書いてください。"
            "書くまでは、記録を直しても、フィードで知らせません。",
        )
