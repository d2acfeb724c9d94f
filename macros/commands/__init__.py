"""The commands of `shimon`, one module each: `NAME`, `HELP`, `arguments(parser)` and `run(command) -> exit code`."""

from macros.commands import build, check, diff, fix, import_, init, links, lock, new, notices, rename, schema, site

COMMANDS = (new, import_, check, fix, diff, build, site, lock, rename, notices, links, schema, init)
