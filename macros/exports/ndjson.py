"""api/v1/all.ndjson: every document on a line of its own, for programs that read it all."""

from collections.abc import Iterator

from macros.exports.export import Export, Exported
from macros.opendata.links import API


def ndjson(exported: Exported) -> Iterator[Export]:
    """The documents of api/v1/, each the same as in its own file."""
    documents = (document for kind in exported.documents.by_kind.values() for document in kind)
    lines = "".join(f"{document.model_dump_json()}\n" for document in documents)
    yield Export(f"{API}all.ndjson", lines.encode())
