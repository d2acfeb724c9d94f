"""Records → entries of feeds. One function per kind of thing that happens; add it to `entries`."""

from collections.abc import Iterator

from macros.archive import Archive
from macros.feeds.entry import FeedEntry, start_of
from macros.history import History
from macros.records.consultation import Consultation


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


def correction_entries(archive: Archive, history: History) -> Iterator[FeedEntry]:
    """Each commit that changed what a record says, after the one that brought it, on its day."""
    for consultation in archive.consultations:
        for version in history.of("consultations", consultation.id).versions:
            if not version.is_first and (changes := version.changes):
                yield FeedEntry(
                    id=f"consultations/{version.name}/versions/{version.id}",
                    address=f"consultations/{consultation.id}/#history",
                    title=f"{consultation.name} 記録の変更",
                    happened=start_of(version.day),
                    summary="\n".join([*([version.reason] if version.reason else []), *map(str, changes)]),
                    consultations=(consultation.id,),
                    acts=consultation.acts,
                )


def entries(archive: Archive, history: History) -> tuple[FeedEntry, ...]:
    """Everything that happened, the newest first; of the same moment, what the archive lists later."""
    found = [*consultation_entries(archive), *correction_entries(archive, history)]
    found.sort(key=lambda entry: entry.happened)
    return tuple(reversed(found))


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
