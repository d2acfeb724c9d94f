"""Search: what pages say, folded and cut into words for Pagefind, and what the browser looks up beside that."""

from collections.abc import Iterable
from pathlib import Path

from macros.records.vocabulary import Vocabulary
from macros.search.folding import fold
from macros.search.index import in_lasting_order, write_index
from macros.search.lookups import write_lookups
from macros.search.spellings import KnownWords, Lexicon, lexicon
from macros.search.text_extraction import IndexedPage


def write_search(pages: Iterable[IndexedPage], vocabulary: Vocabulary, site: Path) -> None:
    """Write everything that search needs into the finished `site`. Raises IndexingFailed."""
    ordered = in_lasting_order(pages)
    words = _words(ordered, vocabulary)
    index = write_index(ordered, _known(ordered, words, vocabulary), site)
    write_lookups(index, words, vocabulary, site)


def _words(pages: Iterable[IndexedPage], vocabulary: Vocabulary) -> Lexicon:
    typed = (word for synonym in vocabulary.synonyms for word in synonym.words)
    return lexicon((*_texts(pages), *typed), _names(vocabulary))


def _known(pages: Iterable[IndexedPage], words: Lexicon, vocabulary: Vocabulary) -> KnownWords:
    names = (name for name, _ in _names(vocabulary))
    return KnownWords(words, names, map(fold, _texts(pages)))


def _texts(pages: Iterable[IndexedPage]) -> set[str]:
    return {block for page in pages for block in page.blocks}


def _names(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    return [(entry.name, entry.reading) for entry in vocabulary.all_entries]
