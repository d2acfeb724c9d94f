"""The commands of `shimon`, one module each: `NAME`, `HELP`, `arguments(parser)` and `run(command) -> exit code`."""

from macros.commands import build, check, diff, fix, links, lock, notices, rename, schema, site

COMMANDS = (check, fix, diff, build, site, lock, rename, notices, links, schema)
