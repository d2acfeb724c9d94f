"""The commands of `shimon`, one module each: `NAME`, `HELP`, `arguments(parser)` and `run(command) -> exit code`."""

from macros.commands import build, check, diff, fix, links, lock, new, notices, rename, schema, site

COMMANDS = (new, check, fix, diff, build, site, lock, rename, notices, links, schema)
