"""A document → its drafts and the account of its lines. Writes nothing; see `commands/import_.py`."""

from dataclasses import dataclass, replace
from pathlib import Path

from macros.documents.extractors.line import Account, Line, Unreadable, squeezed
from macros.documents.extractors.opening import open_document
from macros.documents.importing.draft import Draft, draft
from macros.documents.importing.other_papers import other_paper
from macros.documents.importing.paper_kinds import CONSULTATION, NONE, paper_kind
from macros.documents.importing.papers import Papers, split
from macros.documents.importing.questions import Doubtful, plain
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
    kind = paper_kind(lines)
    if kind.name == NONE:
        raise Unreadable(
            f"諮問書、答申、会議録などのどれでもなく、{kind.looks_like}のようです（{kind.reason}）。下書きは作りません。"
        )
    if kind.name != CONSULTATION:
        return Imported((other_paper(kind, lines, _name(None, path), vocabulary, account),), account)
    papers, outside = split(lines)
    account.note(outside, "諮問の前にある行（使っていません）")
    drafts = tuple(
        replace(draft(own, name, vocabulary, account), kind=kind)
        for own, name in zip(papers, _names(papers, path), strict=True)
    )
    _compare_authors(drafts, lines)
    return Imported(drafts, account)


def _compare_authors(drafts: tuple[Draft, ...], lines: tuple[Line, ...]) -> None:
    """Ask where a name is another 諮問's name with letters missing: a scan drops them (保坂展 for 保坂展人)."""
    names = {(plain(each.values["諮問者"]) or {}).get("氏名", "") for each in drafts}
    for each in drafts:
        author = plain(each.values["諮問者"]) or {}
        name = str(author.get("氏名", ""))
        longer = [other for other in names if name and name != other and name in other]
        if longer:
            printed = tuple(line for line in lines if squeezed(line.text).endswith(name))[:1]
            question = f"ほかの諮問では「{longer[0]}」です。直すときは「訂正」に書いてください。"
            each.values["諮問者"] = Doubtful(author, printed, question)


def _names(papers: list[Papers], path: Path) -> list[str]:
    """A number that comes a second time in a document, of another year, is 12-2."""
    names: list[str] = []
    for own in papers:
        name = _name(own.number, path)
        times = sum(other.split("-")[0] == name for other in names)
        names.append(f"{name}-{times + 1}" if times else name)
    return names


def _name(number: int | None, path: Path) -> str:
    stem = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path.stem.lower())
    return str(number) if number else "-".join(filter(None, stem.split("-"))) or "draft"
