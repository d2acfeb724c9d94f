"""What the site gives to programs beside its pages. One module per kind of file; each yields its files.

What holds many documents takes them one by one as they pass and keeps none; see `api.py`.
"""

from itertools import chain
from pathlib import Path

from macros.exports.api import api, ndjson, pass_documents
from macros.exports.calendars import calendars
from macros.exports.catalogue import catalogue
from macros.exports.csv_files import tables
from macros.exports.export import Export, Exported, linking, vocabulary_names
from macros.exports.feeds.atom import feeds
from macros.exports.mine import mine
from macros.exports.openapi import openapi
from macros.exports.opensearch import opensearch
from macros.exports.robots import robots
from macros.exports.sitemap import sitemap

__all__ = ["STREAMS", "Export", "Exported", "write_exports"]

_KINDS = (calendars, catalogue, feeds, linking, mine, openapi, opensearch, robots, sitemap, vocabulary_names)
STREAMS = (api, ndjson, tables)


def write_exports(exported: Exported, site: Path) -> None:
    """Write every export into the finished `site`."""
    for export in chain.from_iterable(kind(exported) for kind in _KINDS):
        path = site / export.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(export.content)
    pass_documents(exported, site, STREAMS)
