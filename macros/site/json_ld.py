"""What a page says of itself to search engines: schema.org in JSON-LD, safe inside a script element."""

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from macros.exports.catalogue import WAYS
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.council import Council
from macros.records.document import Document
from macros.records.meeting import Meeting
from macros.records.vocabulary import Article, Entry
from macros.site.pages import Page


def described(page: Page, council: Council) -> Markup:
    """The JSON-LD of a page, with every character escaped that could end the element."""
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
        "license": council.licence_address,
        "isPartOf": {"@type": "WebSite", "@id": address, "url": address, "name": council.site.name},
        **_subject(page, council),
    }


def _subject(page: Page, council: Council) -> dict[str, Any]:
    for made_from in (page.context.get(name) for name in ("consultation", "answer", "meeting", "entry")):
        match made_from:
            case Consultation():
                return {"mainEntity": _consultation(made_from, council) | _data(page, council)}
            case Answer():
                return {"mainEntity": _answer(made_from, council) | _data(page, council)}
            case Meeting():
                return {"mainEntity": _meeting(made_from, council) | _data(page, council)}
            case Article():
                return {"mainEntity": _legislation(made_from)}
            case Entry():
                return {
                    "mainEntity": {
                        "@type": "DefinedTerm",
                        "name": made_from.name,
                        "alternateName": [*made_from.aliases],
                    }
                }
    return {"mainEntity": _dataset(council)} if page.address == "data/" else {}


def _data(page: Page, council: Council) -> dict[str, str]:
    """Its document of open data; an old version has none."""
    if not page.is_listed:
        return {}
    return {"subjectOf": f"{council.site.address}api/v1/{page.address.rstrip('/')}.json"}


def _dataset(council: Council) -> dict[str, Any]:
    address = council.site.address
    return {
        "@type": "Dataset",
        "@id": f"{address}data/#dataset",
        "name": f"{council.municipality.name}の個人情報の諮問",
        "description": council.site.description,
        "license": council.licence_address,
        "publisher": {"@type": "Organization", "name": council.publisher},
        "about": _municipality(council),
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "name": title, "encodingFormat": media, "contentUrl": address + path}
            for title, path, media in WAYS
        ],
    }


def _consultation(consultation: Consultation, council: Council) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "name": consultation.title,
        "identifier": consultation.name,
        "dateCreated": consultation.consulted_on.iso,
        "creator": _municipality(council),
        "about": [{"@type": "Thing", "name": name} for name in (*consultation.acts, *consultation.operations)],
        "isBasedOn": [{"@type": "Legislation", "name": name} for name in consultation.legal_basis],
    }


def _municipality(council: Council) -> dict[str, str]:
    code = {"identifier": council.municipality.code} if council.municipality.code else {}
    return {"@type": "GovernmentOrganization", "name": council.municipality.name, **code}


def _legislation(article: Article) -> dict[str, Any]:
    """An article as part of its law."""
    name, law = f"{article.law}{article.name}", {"@type": "Legislation", "name": article.law}
    return {"@type": "Legislation", "name": name, "legislationIdentifier": article.name, "isPartOf": law}


def _answer(answer: Answer, council: Council) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "name": answer.title or answer.name,
        "identifier": answer.name,
        "dateCreated": answer.answered_on.iso,
        "creator": {"@type": "GovernmentOrganization", "name": council.council.name},
        "about": _consultations((answered.consultation for answered in answer.answered), council),
        "isBasedOn": _documents(answer.sources),
    }


def _meeting(meeting: Meeting, council: Council) -> dict[str, Any]:
    discussed = dict.fromkeys(name for item in meeting.agenda for name in item.consultations)
    return {
        "@type": "Event",
        "name": meeting.title,
        "startDate": meeting.held_on.iso,
        "organizer": {"@type": "GovernmentOrganization", "name": council.council.name},
        **({"location": {"@type": "Place", "name": meeting.place}} if meeting.place else {}),
        "about": _consultations(discussed, council),
        "recordedIn": _documents(meeting.documents),
    }


def _consultations(names: Iterable[str], council: Council) -> list[dict[str, str]]:
    return [{"@type": "DigitalDocument", "url": f"{council.site.address}consultations/{name}/"} for name in names]


def _documents(documents: Iterable[Document]) -> list[dict[str, str]]:
    return [
        {"@type": "DigitalDocument", "name": document.name, **({"url": document.address} if document.address else {})}
        for document in documents
    ]
