"""What a page says of itself to search engines: schema.org in JSON-LD, safe inside a script element."""

import json
from typing import Any

from markupsafe import Markup

from macros.pages import Page
from macros.records.consultation import Consultation
from macros.records.council import Council
from macros.records.vocabulary import Entry


def described(page: Page, council: Council) -> Markup:
    """The JSON-LD of a page made from records, with every character escaped that could end the element."""
    text = json.dumps(_graph(page, council), ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 — nothing in it can end a script element


def _graph(page: Page, council: Council) -> dict[str, Any]:
    address = council.site.address
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address + page.address,
        "url": address + page.address,
        "name": page.title,
        "description": page.description,
        "inLanguage": "ja",
        "license": f"{address}about/#terms",
        "isPartOf": {"@type": "WebSite", "@id": address, "url": address, "name": council.site.name},
        **_subject(page, council),
    }


def _subject(page: Page, council: Council) -> dict[str, Any]:
    consultation, entry = page.context.get("consultation"), page.context.get("entry")
    if isinstance(consultation, Consultation):
        return {"mainEntity": _consultation(consultation, page, council)}
    if isinstance(entry, Entry):
        return {"mainEntity": {"@type": "DefinedTerm", "name": entry.name, "alternateName": list(entry.aliases)}}
    return {}


def _consultation(consultation: Consultation, page: Page, council: Council) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "name": consultation.title,
        "identifier": consultation.name,
        "dateCreated": consultation.consulted_on.iso,
        "creator": {"@type": "GovernmentOrganization", "name": council.municipality.name},
        "about": [{"@type": "Thing", "name": name} for name in (*consultation.acts, *consultation.operations)],
        "isBasedOn": [{"@type": "Legislation", "name": name} for name in consultation.legal_basis],
        "subjectOf": f"{council.site.address}api/v1/{page.address.rstrip('/')}.json",
    }
