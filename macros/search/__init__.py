"""Search: what pages say, folded and cut into words for Pagefind, and what the browser looks up beside that."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.records.vocabulary import Vocabulary
from macros.search.extracting import IndexedPage
from macros.search.folding import fold
from macros.search.indexing import in_lasting_order, write_index
from macros.search.known import KnownWords
from macros.search.lexicon import Lexicon, lexicon
from macros.search.lookups import write_lookups
from macros.search.running import portions, run_over
from macros.search.sources import Sources


def write_search(pages: Iterable[IndexedPage], vocabulary: Vocabulary, site: Path, runs: Sequence[Path] = ()) -> None:
    """Write everything that search needs into the finished `site`. Raises IndexingFailed.

    `runs`: what `write_runs` made of the same pages, where it did.
    """
    ordered = in_lasting_order(pages)
    words = _words(ordered, vocabulary)
    with TemporaryDirectory() as folder:
        made = runs or run_over(portions(ordered), _sources(ordered, words, vocabulary), Path(folder))
        index = write_index(ordered, made, site)
    write_lookups(index, words, _synonyms(vocabulary), site)


def write_runs(
    pages: Iterable[IndexedPage], vocabulary: Vocabulary, chosen: Callable[[int], bool], folder: Path
) -> None:
    """Run Pagefind over the `chosen` portions of all `pages`, counted from 0, into `folder`. Raises IndexingFailed."""
    ordered = in_lasting_order(pages)
    share = (portion for place, portion in enumerate(portions(ordered)) if chosen(place))
    run_over(share, _sources(ordered, _words(ordered, vocabulary), vocabulary), folder)


def _words(pages: Iterable[IndexedPage], vocabulary: Vocabulary) -> Lexicon:
    return lexicon((*_texts(pages), *_synonyms(vocabulary)), _names(vocabulary))


def _sources(pages: Sequence[IndexedPage], words: Lexicon, vocabulary: Vocabulary) -> Sources:
    names = (name for name, _ in _names(vocabulary))
    return Sources(pages, KnownWords(words, names, map(fold, _texts(pages))))


def _texts(pages: Iterable[IndexedPage]) -> set[str]:
    return {block for page in pages for block in page.blocks}


def _names(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    return [(entry.name, entry.reading) for entry in vocabulary.all_entries]


def _synonyms(vocabulary: Vocabulary) -> dict[str, Sequence[str]]:
    return {word: synonym.meanings for synonym in vocabulary.synonyms for word in synonym.words}
