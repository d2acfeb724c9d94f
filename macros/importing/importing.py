"""A document → its drafts and the account of its lines. Writes nothing; see `commands/import_.py`."""

from dataclasses import dataclass
from pathlib import Path

from macros.importing.drafting import Draft, draft
from macros.importing.line import Account
from macros.importing.opening import open_document
from macros.importing.splitting import split
from macros.records.vocabulary import Vocabulary


@dataclass(frozen=True)
class Imported:
    """What one document became."""

    drafts: tuple[Draft, ...]
    account: Account


def import_document(path: Path, vocabulary: Vocabulary) -> Imported:
    """Raises Unreadable with a sentence."""
    lines = open_document(path)
    account = Account(path.name, lines)
    papers, outside = split(lines)
    account.note(outside, "諮問の前にある行（使っていません）")
    drafts = tuple(draft(each, _name(each.number, path), vocabulary, account) for each in papers)
    return Imported(drafts, account)


def _name(number: int | None, path: Path) -> str:
    stem = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path.stem.lower())
    return str(number) if number else "-".join(filter(None, stem.split("-"))) or "draft"
