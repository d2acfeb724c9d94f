"""Changes of records as entries of feeds: what somebody could have read before, and now reads otherwise.

A site is edited until it is published, and nobody but its makers has read it until then: so changes are news only after
the day of publication (公開日 in data/council.yml), and none are where that is not written. See docs/decisions/0031.
"""

from collections.abc import Iterator
from typing import NamedTuple

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History, Version
from macros.exports.feeds.zz_entries__entry import FeedEntry, start_of
from macros.records.consultation import Consultation


class _Followed(NamedTuple):
    """A record whose changes are told, and the consultations that it is about."""

    folder: str
    id: str
    name: str
    address: str
    consultations: tuple[Consultation, ...]


def change_entries(references: CrossReferences, history: History) -> Iterator[FeedEntry]:
    """Each commit after the publication that changed what a record says, on its day."""
    published = references.archive.council.site.published_on
    if published is None:
        return
    for followed in _followed(references):
        for version in history.of(followed.folder, followed.id).versions:
            if version.day > published and not version.is_first:
                yield from _told(version, followed)


def _followed(references: CrossReferences) -> Iterator[_Followed]:
    archive, deliberations = references.archive, references.deliberations
    for each in archive.consultations:
        yield _Followed("consultations", each.id, each.name, f"consultations/{each.id}/#history", (each,))
    for answer in archive.answers:
        about = deliberations.answered_by(answer)
        yield _Followed("answers", answer.id, answer.name, f"answers/{answer.id}/", about)
    for meeting in archive.meetings:
        name = f"{meeting.title}（{meeting.held_on.japanese}）"
        about = deliberations.discussed_at(meeting)
        yield _Followed("meetings", meeting.id, name, f"meetings/{meeting.id}/", about)


def _told(version: Version, followed: _Followed) -> Iterator[FeedEntry]:
    """One entry; none for a commit that only writes the same thing otherwise."""
    if changes := version.changes:
        yield FeedEntry(
            id=f"{followed.folder}/{version.name}/versions/{version.id}",
            address=followed.address,
            title=f"{followed.name} 記録の変更",
            happened=start_of(version.day),
            summary="\n".join([*([version.reason] if version.reason else []), *map(str, changes)]),
            consultations=tuple(each.id for each in followed.consultations),
            acts=tuple(dict.fromkeys(act for each in followed.consultations for act in each.acts)),
        )
