"""link/references.json: what the page for authors of minutes checks citations against, and the grammar it reads by."""

from collections.abc import Iterator

from macros.documents.linking.targets import as_json, references
from macros.exports.export import Export, Exported


def linking(exported: Exported) -> Iterator[Export]:
    """For our own page alone; the open data are in api/v1/."""
    yield Export("link/references.json", as_json(references(exported.references, exported.history)))
