"""What records may refer to, by file name. A record that has problems of its own is known, but not what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from macros.loading.problems import Finding
from macros.records.answer import Answer
from macros.records.consultation import Consultation
from macros.records.record import ValuePath
from macros.records.vocabulary import Vocabulary


@dataclass(frozen=True)
class Known:
    """None stands for a record that could not be read without problems: what it says is doubtful."""

    vocabulary: Vocabulary
    consultations: Mapping[str, Consultation | None]
    answers: Mapping[str, Answer | None] = field(default_factory=dict)


def is_known(kind: str, folder: str, records: Mapping[str, object], name: str, at: ValuePath) -> Iterator[Finding]:
    """A finding where `records` has no `name`; `kind` is what a person calls such a record."""
    if name not in records:
        near = get_close_matches(name, records, n=3, cutoff=0.5) or list(records)[-3:]
        listed = f"{'、'.join(near)} などがあります。" if near else f"data/{folder}/ にはまだ記録がありません。"
        yield Finding(
            at,
            f"{kind}「{name}」は data/{folder}/ にありません。ファイル名から .yml を除いたものを書いてください。{listed}",
        )
