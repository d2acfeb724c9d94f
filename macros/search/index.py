"""Texts → the index that the browser reads. Pagefind makes it and searches it.

Pagefind is fed index-only pages (DESIGN.md §5); public pages stay untouched. What it writes is merged, cut smaller
and given names that need not be sent to the browser one by one.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.search.pagefind_files import Metadata, merged_words, metadata_in, write_fragments, write_parts
from macros.search.pagefind_run import IndexingFailed, Run
from macros.search.text_extraction import IndexedPage

_PROGRAM = "pagefind.js"
_ENGINE = "wasm.unknown.pagefind"
# Pagefind takes a part of the index that did not arrive for one without words, and says so to the console alone. So its
# program fetches through this, and exports the addresses that failed.
_WATCHED = """const missed=[];const fetch=async(address)=>{try{const signal=AbortSignal.timeout(30000);\
const response=await globalThis.fetch(address,{signal});if(!response.ok)throw new Error(`${address}: ${response.status}`);\
return response}catch(error){missed.push(new URL(address,location.href).href);throw error}};export{missed};
"""
_ENTRY = "pagefind-entry.json"


@dataclass(frozen=True)
class Index:
    """What must be known to read the index.

    `name` is what names of fragments begin with; a page's place in `pages` follows, in hexadecimal. `lengths` says for
    each page how many words of the index are its text, and how many after them its title.
    """

    name: str
    pages: Sequence[IndexedPage]
    lengths: Sequence[tuple[int, int]]


def in_lasting_order(pages: Iterable[IndexedPage]) -> list[IndexedPage]:
    """The pages that have text, in the order in which answers that fit equally well are shown."""
    return sorted((page for page in pages if page.sections), key=_rank)


def _rank(page: IndexedPage) -> tuple[bool, int, str]:
    """Consultations first, newest first; then everything else by address."""
    is_consultation = "number" in page.facts
    return not is_consultation, -(page.facts.get("number") or 0), page.address


def write_index(pages: Sequence[IndexedPage], runs: Sequence[Run], site: Path) -> Index:
    """Write the index of `pages`, made in `runs`, into `site`/pagefind. Raises IndexingFailed with what is wrong."""
    output = site / "pagefind"
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir()
    try:
        name = _write(output, [run.folder for run in runs], pages)
    except ValueError:
        raise IndexingFailed(
            "検索の索引が、知っている形（Pagefind 1.5）と違います。Pagefind の版を元に戻してください。"
        ) from None
    return Index(name, pages, [lengths for run in runs for lengths in run.lengths])


def _write(output: Path, runs: Sequence[Path], pages: Sequence[IndexedPage]) -> str:
    """Make of what Pagefind wrote what the browser reads; return what names of fragments begin with."""
    start = _start(runs)
    names = write_fragments(runs, pages, output / "fragment", f"{start}a")
    parts = write_parts(merged_words(runs), output / "index", f"{start}b")
    # How many words a page has serves Pagefind's own order of results, which we do not use.
    known = [(names[name], 1) for run in runs for name, _ in Metadata.of(run).pages]
    replace(Metadata.of(runs[0]), pages=known, parts=parts).write(output / metadata_in(runs[0]).name)
    shutil.copyfile(runs[0] / _ENGINE, output / _ENGINE)
    (output / _PROGRAM).write_text(_WATCHED + (runs[0] / _PROGRAM).read_text(encoding="utf-8"), encoding="utf-8")
    entry = json.loads((runs[0] / _ENTRY).read_text(encoding="utf-8"))
    entry["languages"]["zz"]["page_count"] = len(pages)
    (output / _ENTRY).write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")
    return f"{start}a"


def _start(runs: Iterable[Path]) -> str:
    """What names of fragments and parts begin with; it changes when any text does.

    An index and a list of addresses of different days do not fit together, and so their names do not either.
    """
    names = " ".join(sorted(path.stem for run in runs for path in run.rglob("*.pf_*")))
    return "zz_" + hashlib.sha256(names.encode()).hexdigest()[:8]
