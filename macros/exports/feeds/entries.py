"""Records → entries of feeds: each 諮問, and all that happened in one order. What else happens has modules of its own."""

from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History
from macros.exports.feeds.zz_entries__changes import change_entries
from macros.exports.feeds.zz_entries__deliberations import answer_entries, meeting_entries
from macros.exports.feeds.zz_entries__entry import FeedEntry, start_of
from macros.loading.archive import Archive
from macros.records.consultation import Consultation


def entries(references: CrossReferences, history: History) -> tuple[FeedEntry, ...]:
    """Everything that happened, the newest first; of the same moment, what the archive lists later."""
    archive = references.archive
    found = [
        *consultation_entries(archive),
        *answer_entries(references),
        *meeting_entries(references),
        *change_entries(references, history),
    ]
    found.sort(key=lambda entry: entry.happened)
    return tuple(reversed(found))


def consultation_entries(archive: Archive) -> Iterator[FeedEntry]:
    """Each 諮問 on its day (諮問日)."""
    for consultation in archive.consultations:
        address = f"consultations/{consultation.id}/"
        yield FeedEntry(
            id=address.rstrip("/"),
            address=address,
            title=f"{consultation.name} {consultation.subtitle or ''}".strip(),
            happened=start_of(consultation.consulted_on),
            summary=_summary(consultation),
            consultations=(consultation.id,),
            acts=consultation.acts,
        )


def _summary(consultation: Consultation) -> str:
    periods = (consultation.period_of(part) for part in consultation.parts)
    starts = dict.fromkeys(period.text for period in periods if period)
    facts = (
        ("件名", consultation.title),
        ("諮問日", consultation.consulted_on.japanese),
        ("行為", "、".join(consultation.acts)),
        ("業務", "、".join(consultation.operations) or "記録なし"),
        ("所管課", "、".join(consultation.divisions) or "記録なし"),
        ("開始時期及び期間", " ".join(starts) or "記録なし"),
    )
    return "\n".join(f"{name}：{value}" for name, value in facts)
