"""link/references.json: what the page for authors of minutes checks citations against, and the grammar it reads by."""

import json
from collections.abc import Iterator

from macros.exports.export import Export, Exported
from macros.linking.references import as_data, references

PATH = "link/references.json"


def linking(exported: Exported) -> Iterator[Export]:
    """In one line: a program of ours alone reads it; the open data are in api/v1/."""
    data = as_data(references(exported.references, exported.history))
    yield Export(PATH, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
