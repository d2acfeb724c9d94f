"""Small files beside the index that the browser looks things up in; each is fetched only when it is needed.

- `addresses.txt`: how names of fragments begin; then all pages in lasting order: address, how many words of the index
  are the page's text and its title, and the date of a consultation or the title and kind of another page.
- `spellings.json`: what people type → what stands in the texts: other okurigana, and the words of synonyms.yml
  and intents.yml; and the letters that readings begin with.
- `readings/xxxx.json`: loosened reading → words, one file per first letter (its code point in hexadecimal).
- `pairs.bin`: which pairs of characters stand anywhere.
- `compounds.txt`: runs of nouns with readings, for near misses.
- `facets/….json`: values to filter by, and which consultations have them.

Which pairs of characters stand anywhere in the archive, as a Bloom filter of ten bits a pair.
"""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from macros.records.kinds import FACETS
from macros.records.vocabulary import Synonym, Vocabulary
from macros.search.folding import fold
from macros.search.index import Index
from macros.search.spellings import Lexicon
from macros.search.text_extraction import IndexedPage

BITS_PER_PAIR = 10
HASHES = 5
_SEEDS = (0x811C9DC5, 0x01000193)
_PRIME = 0x01000193


def pair_hash(pair: str, seed: int) -> int:
    """FNV-1a over the UTF-16 units of `pair`, 32 bits."""
    value = seed
    for unit in memoryview(pair.encode("utf-16-le")).cast("H"):
        value = ((value ^ unit) * _PRIME) & 0xFFFFFFFF
    return value


def pair_filter(pairs: Iterable[str]) -> bytes:
    """The filter that knows all of `pairs`."""
    known = set(pairs)
    size = max(8, len(known) * BITS_PER_PAIR // 8)
    bits = bytearray(size)
    for pair in known:
        first, step = (pair_hash(pair, seed) for seed in _SEEDS)
        for turn in range(HASHES):
            place = (first + turn * step) % (size * 8)
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def write_lookups(index: Index, lexicon: Lexicon, vocabulary: Vocabulary, site: Path) -> None:
    """Write all lookups beside `index` to `site`/search-data."""
    folder = site / "search-data"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "addresses.txt").write_text("\n".join((index.name, *_addresses(index))), encoding="utf-8")
    _write(folder / "spellings.json", _spellings(lexicon, vocabulary))
    for letter, words in _by_first_letter(lexicon).items():
        _write(folder / "readings" / f"{ord(letter):04x}.json", words)
    lines = (f"{' '.join(words)}\t{' '.join(readings)}" for words, readings in lexicon.compounds)
    (folder / "compounds.txt").write_text("\n".join(lines), encoding="utf-8")
    folded = {fold(block) for page in index.pages for block in page.blocks}
    known = pair_filter(first + second for block in folded for first, second in pairwise(block))
    (folder / "pairs.bin").write_bytes(known)
    for name, facet in _facets(index.pages).items():
        _write(folder / "facets" / f"{name}.json", facet)


def _addresses(index: Index) -> Iterator[str]:
    for page, (text, title) in zip(index.pages, index.lengths, strict=True):
        yield "\t".join((page.address, str(text), str(title), *_shown(page)))


def _shown(page: IndexedPage) -> tuple[str, ...]:
    """What is shown of a page that stands beside the list of consultations; these are shown in full, from elsewhere."""
    return (page.facts["date"],) if "number" in page.facts else ("", page.title, page.facts.get("kind", ""))


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _spellings(lexicon: Lexicon, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "letters": sorted(_by_first_letter(lexicon)),
        "okurigana": {key: sorted(words) for key, words in sorted(lexicon.okurigana.items())},
        "synonyms": _by_word(vocabulary.synonyms),
        "intents": _by_word(vocabulary.intents),
    }


def _by_word(rows: Iterable[Synonym]) -> dict[str, list[str]]:
    return {fold(word): [fold(meaning) for meaning in row.meanings] for row in rows for word in row.words}


def _by_first_letter(lexicon: Lexicon) -> dict[str, dict[str, list[str]]]:
    by_letter: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for reading, words in sorted(lexicon.readings.items()):
        by_letter[reading[0]][reading] = sorted(words)
    return by_letter


def _facets(pages: Sequence[IndexedPage]) -> dict[str, dict[str, Any]]:
    """By name of the facet: its values, and for each consultation the positions of its own.

    Consultations stand first in lasting order, so the place in the list is the rank of the page.
    """
    facets: dict[str, dict[str, Any]] = {facet.name: {"values": [], "of": []} for facet in FACETS}
    for page in pages:
        for name, values in page.facts.get("facets", {}).items():
            facet = facets[name]
            known = facet["values"]
            known.extend(value for value in values if value not in known)
            facet["of"].append([known.index(value) for value in values])
    return facets
