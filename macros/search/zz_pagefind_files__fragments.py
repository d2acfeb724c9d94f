"""Pagefind's fragments, one per page, rewritten: they would hold the pairs, and then hold what a result shows."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.search.text_extraction import IndexedPage
from macros.search.zz_pagefind_files__format import pack, unpacked


def write_fragments(runs: Sequence[Path], pages: Sequence[IndexedPage], folder: Path, start: str) -> dict[str, str]:
    """Write to `folder` the fragments that Pagefind made in `runs` of /000000/, /000001/, …: the places of `pages`.

    Each is then called `start` and, in hexadecimal, its place. Returns the new names by the old ones.
    """
    folder.mkdir()
    names = {}
    for path in (path for run in runs for path in sorted(run.glob("fragment/*.pf_fragment"))):
        fragment = json.loads(unpacked(path))
        place = int(fragment["url"].strip("/"))
        names[path.stem] = f"{start}{place:x}"
        shown = fragment | {"content": "", "anchors": []} | _shown(pages[place])
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        pack(folder / f"{names[path.stem]}.pf_fragment", text.encode())
    return names


def _shown(page: IndexedPage) -> Mapping[str, Any]:
    # What a 準用 repeats is kept once, where it stands first; a label (予定, 実際) with whatever new it announces.
    seen: set[str] = set()
    sections = []
    for section in page.sections:
        new = [block not in seen for block in section.blocks]
        own = [block for block, *keep in zip(section.blocks, new, [*new[1:], False], strict=True) if any(keep)]
        seen.update(own)
        sections.append([section.anchor, section.label, "\n".join(own)])
    facts = {name: value for name, value in page.facts.items() if name not in ("facets", "subjects")}
    return {"url": f"/{page.address}", "meta": {"title": page.title, "sections": sections, **facts}}
