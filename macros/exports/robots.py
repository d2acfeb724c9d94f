"""robots.txt: everything may be read; here is the sitemap."""

from collections.abc import Iterator

from macros.exports.export import Export, Exported


def robots(exported: Exported) -> Iterator[Export]:
    """RFC 9309, with the Sitemap line that search engines read."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {exported.address('sitemap.xml')}\n"
    yield Export("robots.txt", text.encode())
