"""The address at which a site is published: its own, or where it names none of its own, the one that its host gives."""

from collections.abc import Mapping
from urllib.parse import urlsplit

_RESERVED = (".example", ".test", ".invalid")  # RFC 2606: nobody can be reached there


def published_address(own: str, environment: Mapping[str, str]) -> str | None:
    """Ends with a slash. A fork on GitHub Pages needs no edit; None where nobody names an address that can be reached."""
    if address := environment.get("SHIMON_ADDRESS"):
        return f"{address.rstrip('/')}/"
    if not (urlsplit(own).hostname or "").endswith(_RESERVED):
        return own
    owner, _, repository = environment.get("GITHUB_REPOSITORY", "").lower().partition("/")
    if not repository:
        return None
    host = f"{owner}.github.io"
    return f"https://{host}/" if repository == host else f"https://{host}/{repository}/"
