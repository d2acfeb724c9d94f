"""The commands of `shimon`, one module each: `NAME`, `HELP`, `arguments(parser)` and `run(command) -> exit code`."""

from macros.commands import build, check, diff, links, lock, notices, rename, schema, site

COMMANDS = (check, build, diff, site, lock, rename, notices, links, schema)
