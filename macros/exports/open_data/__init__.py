"""Open data: the archive as programs read it. English keys, full addresses, one document for each thing.

The shapes are promised: what is once published under `schema_version` 1 is only ever added to.
"""

from macros.exports.open_data.zz_init__documents import Documents

__all__ = ["Documents"]
