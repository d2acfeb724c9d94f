"""A record printed as a council's document would print it: cover sheet, title, numbered clauses, item lists.

Only what a record holds as printed; condensed sentences stay out.
"""

from collections.abc import Iterator

from macros.records.clause import Clause
from macros.records.consultation import Consultation, Part
from macros.records.items import Flow, ItemGroup, ItemList, ItemUse


def printed(consultation: Consultation) -> str:
    """The whole document, empty lines between paragraphs."""
    return "\n\n".join(_document(consultation))


def _document(consultation: Consultation) -> Iterator[str]:
    title = consultation.title + (f"\n（{consultation.subtitle}）" if consultation.subtitle else "")
    addressee, author = consultation.addressee, consultation.author
    yield f"諮問第{consultation.number}号\n{consultation.consulted_on.japanese}"
    yield f"{addressee.body}\n{addressee.post}　{addressee.person}　様"
    yield f"{author.post}\n{author.person}"
    basis = "、".join(consultation.legal_basis)
    yield f"見本条例{basis}の規定に基づき、下記の事項について諮問します。\n\n記\n\n{title}"
    if consultation.is_body_recorded and consultation.document_date:
        yield f"諮問第{consultation.number}号\n\n{title}"
        yield "\n".join([consultation.document_date.japanese, *consultation.divisions])
        for part in consultation.parts:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.number:
        yield f"第{part.number}　{part.heading}" + (f"（{part.subtitle}）" if part.subtitle else "")
    for clause in part.clauses:
        yield from _clause(clause)


def _clause(clause: Clause) -> Iterator[str]:
    yield f"{clause.label}　{clause.heading or '文章は写しません。'}"
    if clause.see:
        yield clause.see.text
    for flow in clause.flows:
        if flow.content is None:
            yield from _flow(flow)
    for child in clause.children:
        yield from _clause(child)


def _flow(flow: Flow) -> Iterator[str]:
    if flow.heading:
        yield flow.heading
    yield from _groups(flow.items)


def _groups(listed: ItemList, colon: str = "：") -> Iterator[str]:
    items = [entry for entry in listed.entries if isinstance(entry, ItemUse)]
    if items:
        yield "、".join(map(_item, items)) + ("等" if listed.and_others else "")
    elif not listed.entries:
        yield "なし"
    groups = [entry for entry in listed.entries if isinstance(entry, ItemGroup)]
    if any(_holds_groups(group.items) for group in groups):
        colon = ""
    for group in groups:
        yield group.label + ("" if group.label.startswith("【") else colon)
        yield from _groups(group.items, colon)


def _holds_groups(listed: ItemList) -> bool:
    return any(isinstance(entry, ItemGroup) for entry in listed.entries)


def _item(use: ItemUse) -> str:
    if use.parts:
        return f"{use.name}（{'、'.join(_item(entry) for entry in use.parts.entries if isinstance(entry, ItemUse))}{'等' if use.parts.and_others else ''}）"
    inside = "、".join(use.kinds) or use.note
    return f"{use.name}（{inside}）" if inside else use.name
