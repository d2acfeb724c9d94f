"""Search: what pages say, folded and cut into words for Pagefind, and what the browser looks up beside that."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.records.vocabulary import Vocabulary
from macros.search.extracting import IndexedPage
from macros.search.folding import fold
from macros.search.indexing import in_lasting_order, write_index
from macros.search.known import KnownWords
from macros.search.lexicon import lexicon
from macros.search.lookups import write_lookups
from macros.search.running import portions, run_over
from macros.search.sources import Sources


def write_search(pages: Iterable[IndexedPage], vocabulary: Vocabulary, site: Path) -> None:
    """Write everything that search needs into the finished `site`. Raises IndexingFailed."""
    ordered = in_lasting_order(pages)
    synonyms = {word: synonym.meanings for synonym in vocabulary.synonyms for word in synonym.words}
    texts = {block for page in ordered for block in page.blocks}
    names = [(entry.name, entry.reading) for entry in vocabulary.all_entries]
    words = lexicon((*texts, *synonyms), names)
    known = KnownWords(words, (name for name, _ in names), map(fold, texts))
    with TemporaryDirectory() as folder:
        runs = run_over(portions(ordered), Sources(ordered, known), Path(folder))
        index = write_index(ordered, runs, site)
    write_lookups(index, words, synonyms, site)
