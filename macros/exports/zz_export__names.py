"""schema/v1/names.json as the vocabulary is today; the shapes beside it are files of `docs/`."""

from collections.abc import Iterator

from macros.exports.export import Export, Exported
from macros.loading.schemas import NAMES, names


def vocabulary_names(exported: Exported) -> Iterator[Export]:
    """Every name that records may use."""
    yield Export(f"schema/v1/{NAMES}", names(exported.archive.vocabulary).encode())
