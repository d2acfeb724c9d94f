"""What search must find pages of words by: their names, other names and readings, not the text that repeats the 諮問."""

from macros.loading.archive import Archive
from macros.records.kinds import WITH_PAGES
from macros.records.vocabulary import Article
from macros.search.folding import fold

_OF_WORDS = tuple(f"/{kind.name}/" for kind in WITH_PAGES)


def is_of_words(address: str) -> bool:
    """Whether this is the page of a word, or of a group of words; the list of all words is written by hand."""
    return (address.startswith(_OF_WORDS) and address not in _OF_WORDS) or address.startswith("/matrix/kana/")


def names_of_words(archive: Archive) -> dict[str, str]:
    """Of the page of each word by its address: its names, folded, one a line."""
    names = {}
    for kind in WITH_PAGES:
        for entry in archive.vocabulary.of(kind.name).entries:
            full = entry.full_name if isinstance(entry, Article) else entry.name
            names[f"/{kind.name}/{entry.id}/"] = "\n".join(map(fold, (full, *entry.aliases, entry.reading)))
    return names
