"""The commands of `shimon`, one module each: `NAME`, `HELP`, `arguments(parser)` and `run(command) -> exit code`."""

from macros.commands import (
    build,
    check,
    diff,
    fix,
    import_,
    init,
    link,
    links,
    new,
    notices,
    promised,
    rename,
    schema,
    site,
)

COMMANDS = (new, import_, check, fix, diff, build, site, promised, rename, link, notices, links, schema, init)
