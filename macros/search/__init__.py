"""Search: what pages say, folded and cut into bigrams for Pagefind, and what the browser looks up beside that."""

from collections.abc import Iterable
from pathlib import Path

from macros.records.vocabulary import Vocabulary
from macros.search.extracting import IndexedPage
from macros.search.indexing import in_lasting_order, run_length, write_index
from macros.search.lexicon import lexicon
from macros.search.lookups import write_lookups


def write_search(pages: Iterable[IndexedPage], vocabulary: Vocabulary, site: Path, length: int = 0) -> None:
    """Write everything that search needs into the finished `site`. Raises IndexingFailed.

    `length` sets how many characters a word of the index holds; 0 leaves that to the number of pages.
    """
    ordered = in_lasting_order(pages)
    length = length or run_length(ordered)
    indexed = write_index(ordered, site, length)
    synonyms = {word: synonym.meanings for synonym in vocabulary.synonyms for word in synonym.words}
    texts = [*(block for page in ordered for block in page.blocks), *synonyms]
    names = [(entry.name, entry.reading) for entry in vocabulary.all_entries]
    write_lookups(indexed, lexicon(texts, names), synonyms, site, length)
